import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { balloonPriority } from "../../../model/rules/balloon-priority";
import { disruptionBudgetMissing } from "../../../model/rules/disruption-budget-missing";
import { findings, findingsAsked } from "./support/findings";
import {
    container,
    deployment,
    disruptionBudget,
    horizontalPodAutoscaler,
    intent,
    scaledJob,
    scaledObject,
    secret,
    service,
    statefulSet,
    unknown,
} from "./support/objects";
import { PAUSE, priorityClass } from "./support/warm-capacity";

describe("disruption-budget-missing", () => {
    const found = (...objects: readonly Declared[]) =>
        findingsAsked({ profile: "standard" }, disruptionBudgetMissing, ...objects);
    const scaler = (minReplicaCount: unknown, maxReplicaCount: unknown = 10) =>
        scaledObject({ minReplicaCount, maxReplicaCount });
    const labelled = (labels: unknown, metadata: object = {}) =>
        deployment({}, { metadata, spec: { template: { metadata: { labels }, spec: {} } } });

    it("asks for a budget behind a Service", () => {
        expect(found(scaler(0), deployment(), service())).toMatchObject([
            {
                severity: "warning",
                message:
                    "up to 10 replicas answer requests, and no disruption budget holds them: node drains may evict all of them at once",
                fix: "declare a PodDisruptionBudget with maxUnavailable 1 that selects these pods",
                path: "spec.template.metadata.labels",
                resource: { kind: "Deployment", name: "worker" },
            },
        ]);
    });

    it("asks for one where the author says that the pool answers requests", () => {
        for (const archetype of ["Service", "SessionServer"]) {
            const pods = deployment({}, { metadata: intent({ archetype }) });
            expect(found(horizontalPodAutoscaler(), pods)[0]?.message).toContain("up to 10 replicas answer");
        }
        const worker = deployment({}, { metadata: intent({ archetype: "QueueWorker" }) });
        expect(found(scaler(1), worker)).toEqual([]);
        expect(found(scaler(1), worker, service())).toEqual([]);
    });

    it("asks for one where two replicas always run, and not for one", () => {
        expect(found(scaler(2), deployment())[0]?.message).toContain("the pool keeps 2 replicas");
        expect(found(scaler(1), deployment())).toEqual([]);
        const idle = scaledObject({ minReplicaCount: 2, idleReplicaCount: 0 });
        expect(found(idle, deployment())).toEqual([]);
    });

    it("is quiet where there never are two, where there is a budget, for jobs, and in the profile dev", () => {
        expect(found(scaler(0, 1), deployment(), service())).toEqual([]);
        expect(found(scaler(0, 2), deployment(), service())).toHaveLength(1);
        const budget = disruptionBudget({ maxUnavailable: 1 });
        expect(found(scaler(2), deployment(), service(), budget)).toEqual([]);
        expect(found(scaledJob({ minReplicaCount: 2 }), service())).toEqual([]);
        expect(findings(disruptionBudgetMissing, scaler(2), deployment())).toEqual([]);
        expect(found(scaler(2))).toEqual([]);
    });

    it("does not take a Service that only names pods for one that brings requests", () => {
        const scaled = scaledObject({ scaleTargetRef: { kind: "StatefulSet", name: "worker" } });
        const headless = service({ clusterIP: "None" });
        expect(found(scaled, statefulSet(), headless)).toEqual([]);
        expect(found(scaled, statefulSet(), service())).toHaveLength(1);
        expect(found(scaler(1), deployment(), headless)).toHaveLength(1);
        expect(found(scaler(1), deployment(), service({ publishNotReadyAddresses: true }))).toEqual([]);
    });

    it("does not take a Service that only Prometheus asks for one that brings requests", () => {
        const front = (...names: unknown[]) => service({ ports: names.map((name) => ({ name, port: 80 })) });
        for (const name of ["metrics", "http-metrics", "prometheus"]) {
            expect(found(scaler(1), deployment(), front(name))).toEqual([]);
            expect(found(scaler(1), deployment(), front(name, "http"))).toHaveLength(1);
        }
        for (const name of ["metrics-api", "telemetrics", undefined, unknown()]) {
            expect(found(scaler(1), deployment(), front(name))).toHaveLength(1);
        }
        expect(found(scaler(1), deployment(), front())).toHaveLength(1);
    });

    it("asks for none for placeholders, which are there to be taken away, and for one as soon as they do something", () => {
        const held = (containers: unknown, labels: object = {}) =>
            deployment(
                { containers, priorityClassName: "headroom" },
                { spec: { template: { metadata: { labels }, spec: { containers } } } },
            );
        const placeholders = deployment({ containers: [PAUSE], priorityClassName: "headroom" });
        expect(found(scaler(2), placeholders, priorityClass())).toEqual([]);
        const working = [[container()], [PAUSE, container()], [container({ image: unknown() })]];
        for (const containers of working) {
            const pods = deployment({ containers, priorityClassName: "headroom" });
            expect(found(scaler(2), pods, priorityClass())).toMatchObject([{ severity: "warning" }]);
        }
        const mirrored = [container({ image: "mirror.example/p:1" })];
        expect(found(scaler(2), held(mirrored))).toHaveLength(1);
        expect(found(scaler(2), held(mirrored, { "agent-autoscaling/warm-capacity": "a" }))).toEqual([]);
    });

    it("leaves placeholders without a class to the rule that asks for one", () => {
        const pods = deployment({ containers: [PAUSE] });
        expect(found(scaler(2), pods)).toEqual([]);
        expect(findings(balloonPriority, scaler(2), pods)).toMatchObject([{ severity: "warning" }]);
    });

    it("is quiet about a budget of other pods, and says so", () => {
        const other = disruptionBudget({ selector: { matchLabels: { app: "other" } } });
        const elsewhere = disruptionBudget({}, { namespace: "other" });
        expect(found(scaler(2), deployment(), other, elsewhere)).toMatchObject([{ severity: "warning" }]);
    });

    it("notes labels that are not known, where a budget may hold them", () => {
        for (const budget of [
            disruptionBudget({ selector: unknown() }),
            disruptionBudget({ selector: { matchLabels: unknown() } }),
            disruptionBudget({
                selector: { matchExpressions: [{ key: "app", operator: "NotIn", values: unknown() }] },
            }),
            disruptionBudget({ selector: { matchLabels: { app: secret() } } }),
            disruptionBudget({
                selector: { matchExpressions: [{ key: "app", operator: "In", values: [unknown()] }] },
            }),
            disruptionBudget({}, { namespace: unknown() }),
        ]) {
            expect(found(scaler(2), deployment(), budget)).toMatchObject([
                { severity: "note", message: expect.stringContaining("labels are known only") as string },
            ]);
        }
        const own = disruptionBudget({ maxUnavailable: 1 });
        for (const labels of [unknown(), { app: unknown() }, { app: secret() }]) {
            expect(found(scaler(2), labelled(labels), own)).toMatchObject([{ severity: "note" }]);
        }
    });

    it("is certain where a budget cannot hold them, whatever the values are", () => {
        const other = disruptionBudget({ selector: { matchLabels: { team: unknown() } } });
        expect(found(scaler(2), deployment(), other)).toMatchObject([{ severity: "warning" }]);
        expect(found(scaler(2), labelled({ app: unknown() }))).toMatchObject([{ severity: "warning" }]);
        const elsewhere = disruptionBudget({ selector: unknown() }, { namespace: "other" });
        expect(found(scaler(2), deployment(), elsewhere)).toMatchObject([{ severity: "warning" }]);
        const two = disruptionBudget({ selector: { matchLabels: { app: unknown(), team: "a" } } });
        expect(found(scaler(2), deployment(), two)).toMatchObject([{ severity: "warning" }]);
    });

    it("is quiet about bounds that are not known, and of the wrong type", () => {
        expect(found(scaler(unknown()), deployment())).toEqual([]);
        expect(found(scaler(2, unknown()), deployment(), service())).toEqual([]);
        expect(found(scaler("2"), deployment())).toEqual([]);
        expect(found(scaler(2), labelled("app=worker"))).toHaveLength(1);
    });
});
