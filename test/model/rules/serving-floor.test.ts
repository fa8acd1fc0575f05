import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { servingFloor } from "../../../model/rules/serving-floor";
import { findings, strictFindings } from "./support/findings";
import {
    deployment,
    horizontalPodAutoscaler,
    intent,
    scaledJob,
    scaledObject,
    secret,
    service,
    statefulSet,
    unknown,
} from "./support/objects";

describe("serving-floor", () => {
    const found = (...objects: readonly Declared[]) => strictFindings(servingFloor, {}, ...objects);
    const as = (archetype: string) => deployment({}, { metadata: intent({ archetype }) });

    it("reports a pool behind a Service that rests at one replica", () => {
        expect(found(scaledObject(), deployment(), service())).toMatchObject([
            {
                severity: "error",
                message:
                    "a Service sends requests to the pool, and the floor is 1: whoever asks while its pod is replaced may get no answer",
                fix: "use a floor of 2 or more",
                path: "spec.minReplicaCount",
            },
        ]);
        expect(
            found(horizontalPodAutoscaler({ minReplicas: undefined }), deployment(), service()),
        ).toMatchObject([{ fix: "use a floor of 2 or more", path: "spec.minReplicas" }]);
    });

    it.each(["Service", "SessionServer"])("reports a %s by what its author says of it", (archetype) => {
        expect(found(scaledObject({ minReplicaCount: 0 }), as(archetype))).toMatchObject([
            {
                message: `the pool is a ${archetype}, and the floor is 0: the first request waits for a pod to start`,
            },
        ]);
    });

    it("counts what an idle pool rests at", () => {
        const idle = scaledObject({ minReplicaCount: 5, idleReplicaCount: 0 });
        expect(found(idle, deployment(), service())).toMatchObject([
            { fix: "use a floor of 2 or more, without idleReplicaCount", path: "spec.idleReplicaCount" },
        ]);
    });

    it("is quiet at the very number, about the organisation's own, and by default", () => {
        expect(found(scaledObject({ minReplicaCount: 2 }), deployment(), service())).toEqual([]);
        const objects = [scaledObject({ minReplicaCount: 2 }), deployment(), service()];
        expect(strictFindings(servingFloor, { replicas: 1 }, scaledObject(), ...objects.slice(1))).toEqual(
            [],
        );
        expect(strictFindings(servingFloor, { replicas: 3 }, ...objects)).toMatchObject([
            {
                message:
                    "a Service sends requests to the pool, and the floor is 2: such a pool keeps at least 3",
                fix: "use a floor of 3 or more",
            },
        ]);
        expect(findings(servingFloor, scaledObject(), deployment(), service())).toEqual([]);
    });

    it("is quiet about work that nobody waits for", () => {
        expect(found(scaledObject(), deployment())).toEqual([]);
        for (const archetype of ["QueueWorker", "WorkflowWorker", "BatchJob"]) {
            expect(found(scaledObject(), as(archetype), service())).toEqual([]);
        }
        expect(found(scaledJob(), service())).toEqual([]);
        expect(found(scaledJob({}, intent({ archetype: "Service" })))).toEqual([]);
        expect(found(scaledObject(), deployment(), service({ selector: { app: "other" } }))).toEqual([]);
    });

    it.each(["GpuInference", "Crawler"])("takes a %s for one that serves where a Service says so", (kind) => {
        expect(found(scaledObject(), as(kind))).toEqual([]);
        expect(found(scaledObject(), as(kind), service())).toMatchObject([
            { message: expect.stringContaining("a Service sends requests to the pool") as string },
        ]);
    });

    it("does not take a Service that only names pods for one that brings requests", () => {
        const headless = service({ clusterIP: "None" });
        const scaled = scaledObject({ scaleTargetRef: { kind: "StatefulSet", name: "worker" } });
        expect(found(scaled, statefulSet(), headless)).toEqual([]);
        expect(found(scaled, statefulSet(), headless, service({}, { name: "front" }))).toHaveLength(1);
        expect(found(scaledObject(), deployment(), headless)).toHaveLength(1);
        for (const clusterIP of [unknown(), "none", 5]) {
            expect(found(scaled, statefulSet(), service({ clusterIP }))).toHaveLength(1);
        }
        const early = (publishNotReadyAddresses: unknown) => service({ publishNotReadyAddresses });
        expect(found(scaledObject(), deployment(), early(true))).toEqual([]);
        for (const given of [false, "true", unknown(), secret()]) {
            expect(found(scaledObject(), deployment(), early(given))).toHaveLength(1);
        }
    });

    it("does not take a Service for metrics alone for one that brings requests", () => {
        const front = (...names: unknown[]) => service({ ports: names.map((name) => ({ name, port: 80 })) });
        expect(found(scaledObject(), deployment(), front("http-metrics"))).toEqual([]);
        expect(found(scaledObject(), deployment(), front("prometheus", "metrics"))).toEqual([]);
        for (const names of [["metrics", "http"], ["metrics-api"], ["telemetrics"], [unknown()]]) {
            expect(found(scaledObject(), deployment(), front(...names))).toHaveLength(1);
        }
        for (const ports of [undefined, [], unknown()]) {
            expect(found(scaledObject(), deployment(), service({ ports }))).toHaveLength(1);
        }
    });

    it("leaves a floor to scale-bounds that is not known or below 0, and takes one of the wrong type for the default", () => {
        for (const min of [unknown(), secret(), -1]) {
            expect(found(scaledObject({ minReplicaCount: min }), deployment(), service())).toEqual([]);
        }
        expect(found(scaledObject({ minReplicaCount: "3" }), deployment(), service())).toMatchObject([
            { message: expect.stringContaining("the floor is 0") as string },
        ]);
    });
});
