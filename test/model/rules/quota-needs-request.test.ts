import { describe, expect, it } from "vitest";
import { quotaNeedsRequest } from "../../../model/rules/quota-needs-request";
import { findings } from "./support/findings";
import { container, declared, deployment, jobTarget, scaledJob, secret, unknown } from "./support/objects";
import { limitRange, namespace, resourceQuota } from "./support/quotas";

describe("quota-needs-request", () => {
    const bare = { name: "agent", image: "agent:1" };
    const refused = (podSpec: object, hard: unknown, ...more: Parameters<typeof findings>[1][]) =>
        findings(quotaNeedsRequest, deployment(podSpec), resourceQuota(hard), ...more);
    const sized = (resources: object) => ({ containers: [{ ...bare, resources }] });

    it("refuses a container without what the quota counts, where the namespace is declared too", () => {
        expect(
            refused(
                { containers: [bare] },
                { "requests.cpu": "4", "limits.memory": "8Gi", pods: 9 },
                namespace(),
            ),
        ).toMatchObject([
            {
                severity: "error",
                message:
                    'container "agent" states no requests.cpu and no limits.memory, and ResourceQuota team refuses every pod for that',
                fix: "give it resources.requests.cpu and resources.limits.memory, or the namespace a LimitRange with defaults",
                path: "spec.template.spec.containers[0].resources",
                resource: { kind: "Deployment" },
            },
        ]);
    });

    it("warns where a LimitRange of somebody else may fill it in", () => {
        expect(refused({ containers: [bare] }, { memory: "8Gi" })).toMatchObject([
            { severity: "warning", message: expect.stringContaining("states no memory") as string },
        ]);
        expect(refused({ containers: [bare] }, { memory: "8Gi" }, namespace("elsewhere"))).toMatchObject([
            { severity: "warning" },
        ]);
    });

    it("asks init containers too, and those of jobs", () => {
        const podSpec = { initContainers: [{ ...bare, name: "pull" }] };
        expect(refused(podSpec, { cpu: "4" })).toMatchObject([
            { path: "spec.template.spec.initContainers[0].resources" },
        ]);
        const job = scaledJob({ jobTargetRef: jobTarget({}, { containers: [bare] }) });
        expect(findings(quotaNeedsRequest, job, resourceQuota({ cpu: "4" }))).toMatchObject([
            { path: "spec.jobTargetRef.template.spec.containers[0].resources" },
        ]);
    });

    it("is content with any amount: 0, a limit for the request, one that is not known yet", () => {
        expect(refused(sized({ requests: { cpu: 0 } }), { "requests.cpu": "4" })).toEqual([]);
        expect(refused(sized({ limits: { cpu: 1 } }), { cpu: "4" })).toEqual([]);
        expect(refused(sized({ requests: { cpu: 1 } }), { "limits.cpu": "4" })).toHaveLength(1);
        expect(refused(sized({ requests: { cpu: null } }), { cpu: "4" })).toHaveLength(1);
        for (const hidden of [unknown(), secret()]) {
            expect(refused(sized({ requests: { cpu: hidden } }), { cpu: "4" })).toEqual([]);
            expect(refused(sized({ requests: hidden }), { cpu: "4" })).toEqual([]);
            expect(refused({ containers: hidden }, { cpu: "4" })).toEqual([]);
        }
    });

    it("is quiet about pods with resources of their own, and what no container is asked for", () => {
        expect(
            refused({ resources: { requests: { cpu: 1 } }, containers: [bare] }, { cpu: 4, memory: "1Gi" }),
        ).toEqual([]);
        const others = {
            pods: 9,
            "requests.nvidia.com/gpu": 2,
            "requests.ephemeral-storage": "9Gi",
            services: 2,
        };
        expect(refused({ containers: [bare] }, others)).toEqual([]);
    });

    it("is quiet where a LimitRange fills it in", () => {
        const cpu = { cpu: "1" };
        for (const limit of [{ default: cpu }, { defaultRequest: cpu }, { max: cpu }, { min: cpu }]) {
            expect(refused({ containers: [bare] }, { "requests.cpu": 4 }, limitRange(limit))).toEqual([]);
        }
        for (const limit of [{ default: cpu }, { max: cpu }]) {
            expect(refused({ containers: [bare] }, { "limits.cpu": 4 }, limitRange(limit))).toEqual([]);
        }
        for (const limit of [{ defaultRequest: cpu }, { min: cpu }, { default: { memory: "1Gi" } }]) {
            expect(refused({ containers: [bare] }, { "limits.cpu": 4 }, limitRange(limit))).toHaveLength(1);
        }
    });

    it("is quiet where a LimitRange is not known that may fill it in", () => {
        const hidden = declared({
            apiVersion: "v1",
            kind: "LimitRange",
            metadata: { name: "team", namespace: "agents" },
            spec: { limits: unknown() },
        });
        expect(refused({ containers: [bare] }, { cpu: 4 }, hidden)).toEqual([]);
    });

    it("is quiet about quotas of other namespaces, and those that do not count the pods", () => {
        const elsewhere = resourceQuota({ cpu: 4 }, {}, { namespace: "elsewhere" });
        expect(findings(quotaNeedsRequest, deployment({ containers: [bare] }), elsewhere)).toEqual([]);
        const scoped = (scopes: unknown) => resourceQuota({ cpu: 4 }, { scopes });
        for (const scopes of [["NotBestEffort"], unknown(), secret()]) {
            expect(findings(quotaNeedsRequest, deployment({ containers: [bare] }), scoped(scopes))).toEqual(
                [],
            );
        }
        const half = deployment({ containers: [container({ resources: { limits: { memory: "1Gi" } } })] });
        expect(findings(quotaNeedsRequest, half, scoped(["NotBestEffort"]))).toHaveLength(1);
    });

    it("takes amounts of the wrong type for none of the quota's", () => {
        expect(refused({ containers: [bare] }, "4")).toEqual([]);
        expect(refused(sized({ requests: "1" }), { cpu: "4" })).toHaveLength(1);
    });
});
