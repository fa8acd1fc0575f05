import { describe, expect, it } from "vitest";
import { podFitsNode } from "../../../model/rules/pod-fits-node";
import { findings } from "./support/findings";
import { container, deployment, intent, scaledJob, secret, unknown } from "./support/objects";

describe("pod-fits-node", () => {
    const NODE = { cpu: "3920m", memory: "14Gi" };
    const on = (node: object | undefined, podSpec: object, name: string | undefined = "research") =>
        findings(podFitsNode, deployment(podSpec, { metadata: intent({ nodePool: { name, node } }) }));
    const requests = (amounts: object) => ({ containers: [container({ resources: { requests: amounts } })] });

    it("refuses a pod for which a node is too small", () => {
        expect(on(NODE, requests({ cpu: "4", memory: "15Gi" }))).toMatchObject([
            {
                severity: "error",
                message:
                    "a pod requests 15 GiB of memory, and a node of research has 14 GiB of memory for pods",
                fix: "request 14Gi of memory or less, or take larger nodes",
                path: "spec.template.spec.containers",
            },
            {
                message: "a pod requests 4 vCPU, and a node of research has 3.92 vCPU for pods",
                fix: "request 3920m of cpu or less, or take larger nodes",
            },
        ]);
    });

    it("is quiet at the very amount, and refuses the finest amount above it", () => {
        expect(on(NODE, requests({ cpu: "3920m", memory: "14Gi" }))).toEqual([]);
        expect(on(NODE, requests({ cpu: "3921m", memory: "15032385537" }))).toHaveLength(2);
    });

    it("counts init containers, sidecars, overhead and limits without a request", () => {
        const small = container({ resources: { requests: { cpu: "2" } } });
        expect(on(NODE, { containers: [small] })).toEqual([]);
        expect(on(NODE, { containers: [small, small] })).toHaveLength(1);
        expect(on(NODE, { containers: [small], overhead: { cpu: "2" } })).toHaveLength(1);
        const init = container({ name: "pull", resources: { limits: { cpu: "4" } } });
        expect(on(NODE, { containers: [small], initContainers: [init] })).toHaveLength(1);
    });

    it("refuses GPUs that a node does not have", () => {
        const gpus = requests({ "nvidia.com/gpu": 2 });
        expect(on(NODE, gpus)).toMatchObject([
            {
                message: "a pod requests 2 GPUs, and a node of research has none",
                fix: "take nodes with GPUs, and say how many one has",
            },
        ]);
        expect(on({ ...NODE, gpus: 1 }, gpus)).toMatchObject([
            {
                message: "a pod requests 2 GPUs, and a node of research has 1",
                fix: "request 1 or less, or take larger nodes",
            },
        ]);
        expect(on({ ...NODE, gpus: 2 }, gpus)).toEqual([]);
        // An author who says nothing of the node's size has not said that it has no GPUs.
        expect(on({ pods: 20 }, gpus)).toEqual([]);
    });

    it("judges jobs too, and is quiet where nobody states a node", () => {
        const metadata = intent({ nodePool: { node: NODE } });
        expect(findings(podFitsNode, scaledJob({}, metadata, requests({ cpu: "8" })))).toMatchObject([
            { message: "a pod requests 8 vCPU, and a node of its node pool has 3.92 vCPU for pods" },
        ]);
        expect(on(undefined, requests({ cpu: "800" }))).toEqual([]);
        expect(findings(podFitsNode, deployment(requests({ cpu: "800" })))).toEqual([]);
        expect(on({ cpu: "many", memory: "much" }, requests({ cpu: "800" }))).toEqual([]);
    });

    it("leaves requests that are not known or of the wrong type to container-resources", () => {
        for (const hidden of [unknown(), secret()]) {
            expect(on(NODE, requests({ cpu: hidden, "nvidia.com/gpu": hidden }))).toEqual([]);
            expect(on(NODE, { containers: hidden })).toEqual([]);
        }
        expect(on(NODE, requests({ cpu: ["8"] }))).toEqual([]);
        expect(on(NODE, requests({ cpu: unknown(), memory: "20Gi" }))).toHaveLength(1);
    });
});
