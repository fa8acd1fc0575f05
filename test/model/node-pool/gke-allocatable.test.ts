import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Quantity, parseQuantity } from "../../../model/capacity";
import { GCP_MACHINES } from "../../../model/cost";
import { gceShape, gkeAllocatable } from "../../../model/node-pool";

const GIB = 1024 ** 3;

function amounts(vcpu: number, memoryGib: number): { cpu: number; memory: number } {
    const { cpu, memory } = gkeAllocatable({ vcpu, memoryGib, gpus: 0 });
    const [cores, bytes] = [parseQuantity(cpu), parseQuantity(memory)];
    if (!(cores instanceof Quantity) || !(bytes instanceof Quantity)) throw new Error("not a quantity");
    return { cpu: cores.toNumber(), memory: bytes.toNumber() };
}

describe("the shape of a machine", () => {
    it("is that of the price table, with its GPUs", () => {
        expect(gceShape("n4-standard-4")).toEqual({ vcpu: 4, memoryGib: 16, gpus: 0 });
        expect(gceShape("a3-highgpu-8g")).toEqual({ vcpu: 208, memoryGib: 1872, gpus: 8 });
    });

    it("is not known of a machine that is not in the table, whatever it is called", () => {
        expect(["n9-standard-4", "m7i.xlarge", "", "constructor"].map(gceShape)).toEqual([
            undefined,
            undefined,
            undefined,
            undefined,
        ]);
    });
});

describe("what a node of GKE offers to pods", () => {
    it.each([
        // The node that Google's page on node sizes shows: 3920m.
        [4, 16, "3920m", "13130Mi"],
        // A shared-core e2-medium, of which GKE keeps 1060m of two cores: 940m.
        [1, 4, "940m", "2849Mi"],
        [2, 8, "1930m", "6003Mi"],
        [8, 32, "7910m", "28039Mi"],
        [32, 128, "31850m", "117496Mi"],
    ])("is what GKE's reservations leave of %i vCPU and %i GiB", (vcpu, memoryGib, cpu, memory) => {
        expect(gkeAllocatable({ vcpu, memoryGib, gpus: 0 })).toEqual({ cpu, memory });
    });

    it("is not more than the node of 16 GiB on Google's page has", () => {
        expect(amounts(4, 16).memory).toBeLessThanOrEqual(13_498_416 * 1024);
    });

    it("is less than the machine has and more than nothing, of every machine with a price", () => {
        for (const { vcpu, memoryGib } of GCP_MACHINES) {
            const { cpu, memory } = amounts(vcpu, memoryGib);
            expect(cpu).toBeGreaterThan(0.9 * vcpu);
            expect(cpu).toBeLessThan(vcpu);
            expect(memory).toBeGreaterThan(0.6 * memoryGib * GIB);
            expect(memory).toBeLessThan(memoryGib * GIB);
        }
    });

    it("grows with the machine, and never beyond it", () => {
        const size = fc.record({
            vcpu: fc.integer({ min: 1, max: 416 }),
            memoryGib: fc.integer({ min: 1, max: 12_000 }),
        });
        const growth = fc.record({
            cores: fc.integer({ min: 0, max: 64 }),
            gib: fc.integer({ min: 0, max: 512 }),
        });
        fc.assert(
            fc.property(size, growth, ({ vcpu, memoryGib }, { cores, gib }) => {
                const [small, large] = [amounts(vcpu, memoryGib), amounts(vcpu + cores, memoryGib + gib)];
                expect(large.cpu).toBeGreaterThanOrEqual(small.cpu);
                expect(large.memory).toBeGreaterThanOrEqual(small.memory);
                expect(large.cpu - small.cpu).toBeLessThanOrEqual(cores + 0.001);
                expect(small.cpu).toBeLessThan(vcpu);
                expect(small.memory).toBeLessThan(memoryGib * GIB);
            }),
        );
    });
});
