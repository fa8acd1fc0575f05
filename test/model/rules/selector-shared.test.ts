import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { selectorShared } from "../../../model/rules/selector-shared";
import { findings } from "./support/findings";
import {
    container,
    cpu,
    declared,
    deployment,
    horizontalPodAutoscaler,
    redis,
    scaledObject,
    unknown,
} from "./support/objects";

describe("selector-shared", () => {
    const onCpu = scaledObject({ triggers: [cpu()] });
    const template = (labels: unknown) => ({ metadata: { labels }, spec: { containers: [container()] } });
    const job = (labels: unknown, metadata: object = {}): Declared =>
        declared({
            apiVersion: "batch/v1",
            kind: "Job",
            metadata: { name: "migrate", namespace: "agents", ...metadata },
            spec: { template: template(labels) },
        });
    const second = (labels: unknown): Declared =>
        deployment(
            {},
            {
                metadata: { name: "second" },
                spec: { selector: { matchLabels: { app: "second" } }, template: template(labels) },
            },
        );

    it("reports pods of a job that the autoscaler measures with its own", () => {
        expect(findings(selectorShared, onCpu, deployment(), job({ app: "worker", job: "x" }))).toMatchObject(
            [
                {
                    severity: "warning",
                    message:
                        "the pods match the selector of Deployment worker, whose autoscaler measures them with its own",
                    fix: "give these pods labels of their own",
                    path: "spec.template.metadata.labels",
                    resource: { kind: "Job", name: "migrate" },
                },
            ],
        );
    });

    it.each([
        ["apps/v1", "DaemonSet", { template: template({ app: "worker" }) }],
        ["apps/v1", "StatefulSet", { template: template({ app: "worker" }) }],
        ["batch/v1", "CronJob", { jobTemplate: { spec: { template: template({ app: "worker" }) } } }],
        ["keda.sh/v1alpha1", "ScaledJob", { jobTargetRef: { template: template({ app: "worker" }) } }],
    ])("looks into %s %s", (apiVersion, kind, spec) => {
        const other = declared({ apiVersion, kind, metadata: { name: "o", namespace: "agents" }, spec });
        expect(findings(selectorShared, onCpu, deployment(), other)).toMatchObject([{ resource: { kind } }]);
    });

    it("looks at pods themselves", () => {
        const pod = declared({
            apiVersion: "v1",
            kind: "Pod",
            metadata: { name: "debug", namespace: "agents", labels: { app: "worker" } },
        });
        expect(findings(selectorShared, onCpu, deployment(), pod)).toMatchObject([
            { path: "metadata.labels", resource: { kind: "Pod" } },
        ]);
    });

    it("refuses pods that two autoscalers select: Kubernetes stops both", () => {
        const other = horizontalPodAutoscaler(
            { scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "second" } },
            { name: "second" },
        );
        // Whatever the autoscalers measure.
        for (const first of [onCpu, scaledObject()]) {
            expect(
                findings(selectorShared, first, deployment(), other, second({ app: "worker" })),
            ).toMatchObject([
                {
                    severity: "error",
                    message:
                        "the pods match the selector of Deployment worker too, which has an autoscaler of its own: Kubernetes stops both of them",
                    resource: { kind: "Deployment", name: "second" },
                },
            ]);
        }
    });

    it("is quiet about a total, for which no pod is measured, but not about a ratio", () => {
        const labels = { app: "worker" };
        expect(findings(selectorShared, scaledObject(), deployment(), job(labels))).toEqual([]);
        const ratio = scaledObject({ triggers: [redis({}, { metricType: "Value" })] });
        expect(findings(selectorShared, ratio, deployment(), job(labels))).toHaveLength(1);
    });

    it("is quiet about other labels and namespaces, its own pods, and one object in two files", () => {
        expect(findings(selectorShared, onCpu, deployment(), job({ app: "other" }))).toEqual([]);
        const elsewhere = job({ app: "worker" }, { namespace: "elsewhere" });
        expect(findings(selectorShared, onCpu, deployment(), elsewhere)).toEqual([]);
        expect(findings(selectorShared, onCpu, deployment(), deployment())).toEqual([]);
        expect(findings(selectorShared, onCpu, job({ app: "worker" }))).toEqual([]);
        const unscaled = [deployment(), job({ app: "worker" })];
        expect(findings(selectorShared, ...unscaled)).toEqual([]);
    });

    it("does not take labels or selectors that are not known for equal", () => {
        expect(findings(selectorShared, onCpu, deployment(), job({ app: unknown() }))).toEqual([]);
        expect(findings(selectorShared, onCpu, deployment(), job(unknown()))).toEqual([]);
        const hidden = deployment({}, { spec: { selector: unknown() } });
        expect(findings(selectorShared, onCpu, hidden, job({ app: "worker" }))).toEqual([]);
        const later = unknown("label");
        const same = deployment(
            {},
            { spec: { selector: { matchLabels: { app: later } }, template: template({ app: later }) } },
        );
        expect(findings(selectorShared, onCpu, same, job({ app: unknown("label") }))).toHaveLength(1);
    });
});
