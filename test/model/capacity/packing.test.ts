import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NodeSize, PodSize, PodsOfSize } from "../../../model/capacity";
import { nodeSize, nodesFilled, podsPerNode } from "../../../model/capacity";

const NODE: NodeSize = { vcpu: 4, memoryGib: 16, gpus: 0, pods: 110 };
const pod = (vcpu: number, memoryGib = 1, gpus = 0): PodSize => ({ vcpu, memoryGib, gpus });
const filled = (node: NodeSize, ...pods: readonly (readonly [PodSize, number])[]) =>
    nodesFilled(
        pods.map(([size, count]) => ({ size, count })),
        node,
    );

describe("nodeSize", () => {
    it("is what is stated, with Kubernetes' own limit of pods", () => {
        expect(nodeSize({ cpu: "3920m", memory: "14Gi" })).toEqual({
            vcpu: 3.92,
            memoryGib: 14,
            gpus: 0,
            pods: 110,
        });
        expect(nodeSize({ cpu: "8", memory: "512Mi", gpus: 2, pods: 58 })).toEqual({
            vcpu: 8,
            memoryGib: 0.5,
            gpus: 2,
            pods: 58,
        });
    });

    it("is not known without both, or where one is no amount", () => {
        for (const node of [
            undefined,
            {},
            { cpu: "4" },
            { memory: "4Gi" },
            { cpu: "many", memory: "4Gi" },
            { cpu: "4", memory: "much" },
        ]) {
            expect(nodeSize(node)).toBeUndefined();
        }
    });
});

describe("podsPerNode", () => {
    it("is what the scarcest of CPU, memory, GPUs and pods has room for", () => {
        expect(podsPerNode(pod(1), NODE)).toBe(4);
        expect(podsPerNode(pod(1, 8), NODE)).toBe(2);
        expect(podsPerNode(pod(1, 1, 1), NODE)).toBe(0);
        expect(podsPerNode(pod(1, 1, 1), { ...NODE, gpus: 3 })).toBe(3);
        expect(podsPerNode(pod(0.01, 0.01), { ...NODE, pods: 58 })).toBe(58);
        expect(podsPerNode(pod(4.1), NODE)).toBe(0);
    });

    it("takes a pod that fits to the last digit", () => {
        expect(podsPerNode(pod(0.1), { ...NODE, vcpu: 0.3 })).toBe(3);
    });
});

describe("nodesFilled", () => {
    it("rounds up to whole nodes", () => {
        expect(filled(NODE, [pod(1), 8])).toBe(2);
        expect(filled(NODE, [pod(1), 9])).toBe(3);
        expect(filled(NODE, [pod(1), 0])).toBe(0);
        expect(filled(NODE)).toBe(0);
    });

    it("puts small pods where large ones leave room", () => {
        expect(filled(NODE, [pod(1), 5], [pod(3), 5])).toBe(5);
        expect(filled(NODE, [pod(1), 6], [pod(3), 5])).toBe(6);
        expect(filled(NODE, [pod(3), 2], [pod(1, 14), 2])).toBe(2);
        expect(filled(NODE, [pod(3, 3), 2], [pod(1, 14), 2])).toBe(4);
    });

    it("is not known where a node is too small for one of them", () => {
        expect(filled(NODE, [pod(1), 5], [pod(5), 1])).toBeUndefined();
        expect(filled(NODE, [pod(1), 5], [pod(5), 0])).toBe(2);
    });

    const sizes = fc.record({
        vcpu: fc.integer({ min: 1, max: 4 }),
        memoryGib: fc.integer({ min: 1, max: 16 }),
    });
    const lists = fc.array(
        fc.record({
            size: sizes.map((size) => ({ ...size, gpus: 0 })),
            count: fc.integer({ min: 0, max: 30 }),
        }),
        { maxLength: 5 },
    );

    it("is the same as one pod after another, each onto the first node with room", () => {
        fc.assert(
            fc.property(lists, (pods) => {
                expect(nodesFilled(pods, NODE)).toBe(onePodAfterAnother(pods));
            }),
        );
    });

    it("is as many whatever the order, and no fewer than CPU and memory come to", () => {
        fc.assert(
            fc.property(lists, (pods) => {
                const nodes = nodesFilled(pods, NODE) ?? NaN;
                expect(nodesFilled([...pods].reverse(), NODE)).toBe(nodes);
                const total = (of: "vcpu" | "memoryGib"): number =>
                    pods.reduce((sum, { size, count }) => sum + count * size[of], 0);
                expect(nodes).toBeGreaterThanOrEqual(total("vcpu") / NODE.vcpu);
                expect(nodes).toBeGreaterThanOrEqual(total("memoryGib") / NODE.memoryGib);
            }),
        );
    });
});

/** First-fit decreasing as it is told, one pod and one node at a time. */
function onePodAfterAnother(pods: readonly PodsOfSize[]): number {
    const share = ({ vcpu, memoryGib }: PodSize): number =>
        Math.max(vcpu / NODE.vcpu, memoryGib / NODE.memoryGib);
    const nodes: { vcpu: number; memoryGib: number }[] = [];
    const each = pods
        .flatMap(({ size, count }) => Array.from({ length: count }, () => size))
        .sort((a, b) => share(b) - share(a) || b.vcpu - a.vcpu || b.memoryGib - a.memoryGib);
    for (const { vcpu, memoryGib } of each) {
        const found = nodes.find((node) => node.vcpu >= vcpu && node.memoryGib >= memoryGib);
        const node = found ?? { vcpu: NODE.vcpu, memoryGib: NODE.memoryGib };
        if (found === undefined) nodes.push(node);
        node.vcpu -= vcpu;
        node.memoryGib -= memoryGib;
    }
    return nodes.length;
}
