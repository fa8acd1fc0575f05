import { describe, expect, it } from "vitest";
import { podRequests } from "../../../model/rules/pod-requests";
import { resourceTriggerRequest } from "../../../model/rules/resource-trigger-request";
import { findings } from "./support/findings";
import {
    container,
    cpu,
    deployment,
    horizontalPodAutoscaler,
    intent,
    resourceMetric,
    scaledJob,
    scaledObject,
    secret,
    unknown,
} from "./support/objects";
import { limitRange } from "./support/quotas";

describe("pod-requests", () => {
    const pods = (resources: unknown, more: object = {}, metadata: object = {}) =>
        deployment({ containers: [container({ resources })], ...more }, { metadata });
    const found = (resources: unknown, more: object = {}, metadata: object = {}) =>
        findings(podRequests, scaledObject(), pods(resources, more, metadata));

    it("says of pods without any request what that makes of them, once", () => {
        const two = { containers: [container({ resources: {} }), { name: "other" }] };
        expect(findings(podRequests, scaledObject(), deployment(two))).toMatchObject([
            {
                severity: "warning",
                message:
                    "no container requests any CPU or memory: the pods are BestEffort, which a node that runs short evicts first",
                fix: "request the CPU and memory that one replica needs",
                path: "spec.template.spec.containers",
            },
        ]);
        const jobs = scaledJob({}, {}, { containers: [{ name: "agent" }] });
        expect(findings(podRequests, jobs)).toMatchObject([
            { path: "spec.jobTargetRef.template.spec.containers" },
        ]);
    });

    it("names the container and what it does not request", () => {
        expect(found({ requests: { memory: "1Gi" } })).toMatchObject([
            {
                message: 'container "agent" requests no cpu, so the scheduler places it as if it used none',
                fix: "request the cpu that it needs",
                path: "spec.template.spec.containers[0].resources.requests",
            },
        ]);
        const bare = { containers: [container(), { name: "metrics" }] };
        expect(findings(podRequests, scaledObject(), deployment(bare))).toMatchObject([
            {
                message:
                    'container "metrics" requests no cpu and no memory, so the scheduler places it as if it used none',
                path: "spec.template.spec.containers[1].resources.requests",
            },
        ]);
    });

    it("takes 0 for none, the least amount for some, and a limit for a request", () => {
        expect(found({ requests: { cpu: 0, memory: "1Gi" } })).toHaveLength(1);
        expect(found({ requests: { cpu: "1m", memory: "1" } })).toEqual([]);
        expect(found({ limits: { cpu: "1", memory: "1Gi" } })).toEqual([]);
    });

    it("looks at sidecars, and not at containers that end before the pod works", () => {
        const resources = { requests: { cpu: "1", memory: "1Gi" } };
        const proxy = { name: "proxy", restartPolicy: "Always" };
        expect(found(resources, { initContainers: [proxy] })).toMatchObject([
            { path: "spec.template.spec.initContainers[0].resources.requests" },
        ]);
        expect(found(resources, { initContainers: [{ name: "prepare" }] })).toEqual([]);
    });

    it("is content with requests of the pod, or of the namespace", () => {
        expect(found({}, { resources: { requests: { cpu: "1", memory: "1Gi" } } })).toEqual([]);
        expect(found({}, { resources: { requests: { cpu: "1" } } })).toMatchObject([
            { message: expect.stringContaining("requests no memory,") as string },
        ]);
        const range = limitRange({ defaultRequest: { cpu: "1" } });
        expect(findings(podRequests, scaledObject(), pods({}), range)).toMatchObject([
            { message: expect.stringContaining("requests no memory,") as string },
        ]);
    });

    it("is quiet where BestEffort was asked for, and about pods that no autoscaler scales", () => {
        expect(found({}, {}, intent({ qosClass: "BestEffort" }))).toEqual([]);
        expect(found({}, {}, intent({ qosClass: "Burstable" }))).toHaveLength(1);
        expect(findings(podRequests, pods({}))).toEqual([]);
    });

    it("leaves a request that the pool scales on to resource-trigger-request", () => {
        const memoryOnly = pods({ requests: { memory: "1Gi" } });
        const onCpu = scaledObject({ triggers: [cpu()] });
        expect(findings(resourceTriggerRequest, onCpu, memoryOnly)).toHaveLength(1);
        expect(findings(podRequests, onCpu, memoryOnly)).toEqual([]);
        const other = scaledObject({ triggers: [cpu({ containerName: "other" })] });
        expect(findings(podRequests, other, memoryOnly)).toHaveLength(1);
        const jobs = scaledJob(
            { triggers: [cpu()] },
            {},
            { containers: [container({ resources: { requests: { memory: "1Gi" } } })] },
        );
        expect(findings(podRequests, jobs)).toHaveLength(1);
        const average = horizontalPodAutoscaler({
            metrics: [resourceMetric("cpu", { type: "AverageValue", averageValue: "500m" })],
        });
        expect(findings(resourceTriggerRequest, average, memoryOnly)).toEqual([]);
        expect(findings(podRequests, average, memoryOnly)).toHaveLength(1);
    });

    it("takes an amount that is not known for some, and leaves it to container-resources", () => {
        for (const resources of [
            unknown(),
            { requests: secret() },
            { requests: { cpu: unknown(), memory: secret() } },
            { requests: { cpu: "much", memory: "1Gi" } },
        ]) {
            expect(found(resources)).toEqual([]);
        }
        expect(findings(podRequests, scaledObject(), deployment({ containers: unknown() }))).toEqual([]);
        expect(found("small")).toHaveLength(1);
        expect(findings(podRequests, scaledObject(), deployment({ containers: ["agent"] }))).toHaveLength(1);
    });
});
