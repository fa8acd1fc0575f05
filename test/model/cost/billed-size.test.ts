import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { autopilotSize, fargateSize } from "../../../model/cost/billed-size";

const size = (vcpu: number, memoryGib: number, gpus = 0) => ({ vcpu, memoryGib, gpus });

describe("what GKE Autopilot bills", () => {
    it.each([
        ["the smallest pod", size(0.01, 0.01), size(0.25, 0.5)],
        ["CPU in steps", size(0.3, 1), size(0.5, 1)],
        ["a step that is met", size(0.5, 2), size(0.5, 2)],
        ["memory that CPU brings with it", size(4, 1), size(4, 4)],
        ["CPU that memory brings with it", size(0.25, 6.5), size(1, 6.5)],
        ["CPU that a bit more memory brings with it", size(1, 6.6), size(1.25, 6.6)],
    ])("is %s", (_what, asked, billed) => {
        expect(autopilotSize(asked)).toEqual(billed);
    });

    it("is never less than what was asked for, and always in proportion", () => {
        const amount = fc.double({ min: 0.001, max: 100, noNaN: true });
        fc.assert(
            fc.property(amount, amount, (vcpu, memoryGib) => {
                const billed = autopilotSize(size(vcpu, memoryGib));
                expect(billed.vcpu).toBeGreaterThanOrEqual(vcpu - 1e-6);
                expect(billed.memoryGib).toBeGreaterThanOrEqual(memoryGib);
                expect(billed.memoryGib / billed.vcpu).toBeGreaterThanOrEqual(1);
                expect(billed.memoryGib / billed.vcpu).toBeLessThanOrEqual(6.5 + 1e-6);
                expect((billed.vcpu / 0.25) % 1).toBeCloseTo(0, 6);
            }),
        );
    });
});

describe("what Fargate bills", () => {
    it.each([
        ["the smallest pod with its overhead", size(0.1, 0.1), size(0.25, 0.5)],
        ["a size that the overhead just leaves", size(0.25, 0.25), size(0.25, 0.5)],
        ["the next size for a bit more", size(0.25, 0.26), size(0.25, 1)],
        ["more CPU where the memory is more than the size has", size(0.25, 3), size(0.5, 4)],
        ["a size with steps of four", size(8, 17), size(8, 20)],
        ["the largest", size(16, 119.75), size(16, 120)],
    ])("is %s", (_what, asked, billed) => {
        expect(fargateSize(asked)).toEqual(billed);
    });

    it("is nothing for what is larger than all sizes, and for GPUs", () => {
        expect(fargateSize(size(16.1, 1))).toBeUndefined();
        expect(fargateSize(size(1, 119.8))).toBeUndefined();
        expect(fargateSize(size(1, 1, 1))).toBeUndefined();
    });

    it("is at least what was asked for and 256 MiB", () => {
        const cores = fc.double({ min: 0.01, max: 16, noNaN: true });
        const memory = fc.double({ min: 0.01, max: 119, noNaN: true });
        fc.assert(
            fc.property(cores, memory, (vcpu, memoryGib) => {
                const billed = fargateSize(size(vcpu, memoryGib));
                expect(billed?.vcpu).toBeGreaterThanOrEqual(vcpu - 1e-6);
                expect(billed?.memoryGib).toBeGreaterThanOrEqual(memoryGib + 0.25 - 1e-6);
            }),
        );
    });
});
