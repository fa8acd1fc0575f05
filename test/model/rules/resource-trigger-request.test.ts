import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { resourceTriggerRequest } from "../../../model/rules/resource-trigger-request";
import { findings } from "./support/findings";
import {
    container,
    cpu,
    deployment,
    horizontalPodAutoscaler,
    resourceMetric,
    scaledJob,
    scaledObject,
    unknown,
} from "./support/objects";
import { containerImage } from "../../../model/rules/container-image";
import { limitRange } from "./support/quotas";

describe("resource-trigger-request", () => {
    const onCpu = (trigger = cpu()) => scaledObject({ triggers: [trigger] });
    const bare = { name: "sidecar", image: "x" };
    const path = (index: number) => `spec.template.spec.containers[${index}].resources.requests`;

    it("reports each measured container without a request", () => {
        expect(
            findings(resourceTriggerRequest, onCpu(), deployment({ containers: [container(), bare] })),
        ).toMatchObject([
            {
                severity: "error",
                message: 'container "sidecar" requests no cpu, and the pool scales on cpu',
                fix: "give it a cpu request",
                path: path(1),
                resource: { kind: "Deployment" },
            },
        ]);
        const zero = container({ resources: { requests: { cpu: 0 } } });
        expect(findings(resourceTriggerRequest, onCpu(), deployment({ containers: [zero] }))).toHaveLength(1);
    });

    it("reports a container that is measured and not there", () => {
        const found = findings(resourceTriggerRequest, onCpu(cpu({ containerName: "agnt" })), deployment());
        expect(found).toMatchObject([
            {
                severity: "error",
                message: 'the cpu trigger measures container "agnt", and the pod has none of that name',
                fix: "name agent",
                path: "spec.triggers[0].metadata.containerName",
                resource: { kind: "ScaledObject" },
            },
        ]);
    });

    it("is quiet about requests, limits that stand for them, and containers that are not measured", () => {
        const limited = container({ resources: { limits: { cpu: "1" } } });
        expect(findings(resourceTriggerRequest, onCpu(), deployment({ containers: [limited] }))).toEqual([]);
        const only = onCpu(cpu({ containerName: "agent" }));
        expect(
            findings(resourceTriggerRequest, only, deployment({ containers: [container(), bare] })),
        ).toEqual([]);
        expect(findings(resourceTriggerRequest, onCpu())).toEqual([]);
        expect(findings(resourceTriggerRequest, scaledObject(), deployment({ containers: [bare] }))).toEqual(
            [],
        );
    });

    it("is content with a LimitRange that gives the request, in the same namespace", () => {
        const worker = deployment({ containers: [bare] });
        const judge = (object: Declared) => findings(resourceTriggerRequest, onCpu(), worker, object).length;
        expect(judge(limitRange({ defaultRequest: { cpu: "100m" } }))).toBe(0);
        expect(judge(limitRange({ default: { cpu: "1" } }))).toBe(0);
        expect(judge(limitRange({ default: { memory: "1Gi" } }))).toBe(1);
        // The API server makes defaults of these, and KEDA's webhook then lets the ScaledObject pass.
        expect(judge(limitRange({ max: { cpu: "1" } }))).toBe(0);
        expect(judge(limitRange({ min: { cpu: "100m" } }))).toBe(0);
        expect(judge(limitRange({ maxLimitRequestRatio: { cpu: "2" } }))).toBe(1);
        expect(judge(limitRange({ max: unknown() }))).toBe(0);
        expect(judge(limitRange({ default: { cpu: "1" } }, "staging"))).toBe(1);
        expect(judge(limitRange({ default: { cpu: "1" } }, unknown("agents")))).toBe(1);
        const quota = {
            ...limitRange({ default: { cpu: "1" } }),
            type: "kubernetes:core/v1:ResourceQuota",
        };
        expect(judge(quota)).toBe(1);
    });

    it("finds a LimitRange whose namespace is not known by its identity", () => {
        const namespace = unknown("namespace");
        const range = limitRange({ default: { cpu: "1" } }, unknown("namespace"));
        const scaler = scaledObject({ triggers: [cpu()] }, { namespace });
        const worker = deployment({ containers: [bare] }, { metadata: { namespace } });
        expect(findings(resourceTriggerRequest, scaler, worker, range)).toEqual([]);
        expect(findings(resourceTriggerRequest, scaler, worker)).toHaveLength(1);
    });

    it("asks less of an HPA, as Kubernetes does: amounts need no request, and the pod's own is enough", () => {
        const worker = deployment({ containers: [bare] });
        const amount = resourceMetric("cpu", { type: "AverageValue", averageValue: "500m" });
        expect(findings(resourceTriggerRequest, horizontalPodAutoscaler(), worker)).toHaveLength(1);
        expect(
            findings(resourceTriggerRequest, horizontalPodAutoscaler({ metrics: [amount] }), worker),
        ).toEqual([]);
        const ofPod = deployment({ containers: [bare], resources: { requests: { cpu: "1" } } });
        expect(findings(resourceTriggerRequest, horizontalPodAutoscaler(), ofPod)).toEqual([]);
        const amountByKeda = onCpu(cpu({ value: "500m" }, { metricType: "AverageValue" }));
        expect(findings(resourceTriggerRequest, amountByKeda, worker)).toHaveLength(1);
    });

    it("counts sidecars among the init containers, which the HPA measures too", () => {
        const sidecar = { ...bare, restartPolicy: "Always" };
        const found = findings(
            resourceTriggerRequest,
            onCpu(),
            deployment({ initContainers: [bare, sidecar] }),
        );
        expect(found).toMatchObject([{ path: "spec.template.spec.initContainers[1].resources.requests" }]);
    });

    it("takes an amount that is not known for a request, and leaves a pod that is not known to container-image", () => {
        const later = container({ resources: { requests: { cpu: unknown() } } });
        expect(findings(resourceTriggerRequest, onCpu(), deployment({ containers: [later] }))).toEqual([]);
        const hidden = deployment({}, { spec: { template: unknown() } });
        expect(findings(resourceTriggerRequest, onCpu(), hidden)).toEqual([]);
        expect(findings(containerImage, hidden)).toMatchObject([{ severity: "note" }]);
        const unlisted = deployment({ containers: unknown() });
        expect(findings(resourceTriggerRequest, onCpu(), unlisted)).toEqual([]);
        expect(findings(containerImage, unlisted)).toMatchObject([{ severity: "note" }]);
        const nameless = deployment({ containers: [container({ name: unknown() })] });
        expect(findings(resourceTriggerRequest, onCpu(cpu({ containerName: "agent" })), nameless)).toEqual(
            [],
        );
        expect(
            findings(resourceTriggerRequest, onCpu(cpu({ containerName: unknown() })), deployment()),
        ).toMatchObject([{ severity: "note", path: "spec.triggers[0].metadata.containerName" }]);
    });

    it("leaves those triggers of a ScaledJob to job-triggers", () => {
        const bare = { containers: [{ name: "agent", image: "a:1" }] };
        expect(findings(resourceTriggerRequest, scaledJob({ triggers: [cpu()] }, {}, bare))).toEqual([]);
    });
});
