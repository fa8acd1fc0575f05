import { describe, expect, it } from "vitest";
import { AWS_MACHINES } from "../../../model";
import { eksAllocatable, eksSmallest } from "../../../model/node-pool";

describe("what a node of EKS offers to pods", () => {
    it("is what AL2023 leaves of m7i.xlarge: 4 vCPU less 80m, 16 GiB less 7.5 %, 255 + 58 x 11 and 100 MiB", () => {
        expect(eksAllocatable("m7i.xlarge")).toEqual({
            cpuMillis: 3920,
            memoryMib: 14_162,
            gpus: 0,
            pods: 58,
        });
    });

    it.each([
        ["m7i.large", 1930],
        ["m7i.xlarge", 3920],
        ["m7i.2xlarge", 7910],
        ["m7i.8xlarge", 31_850],
    ])("keeps 6 %, 1 %, 0.5 % twice and 0.25 % of the CPUs of %s", (type, millis) => {
        expect(eksAllocatable(type)?.cpuMillis).toBe(millis);
    });

    it("keeps memory for 234 addresses of m7i.4xlarge, and allows the 110 pods that EKS does", () => {
        expect(eksAllocatable("m7i.4xlarge")).toMatchObject({
            memoryMib: Math.floor(64 * 1024 * 0.925) - 255 - 234 * 11 - 100,
            pods: 110,
        });
        expect(eksAllocatable("m7i.8xlarge")?.pods).toBe(234);
    });

    it("keeps more on Intel's eighth generation, which has more addresses", () => {
        expect(eksAllocatable("m8i.large")?.pods).toBe(59);
        expect(eksAllocatable("m8g.large")?.pods).toBe(29);
    });

    it("is known of every machine in the price table, and less than the machine", () => {
        for (const { instanceType, vcpu, memoryGib, gpus = 0 } of AWS_MACHINES) {
            const node = eksAllocatable(instanceType);
            expect(node, instanceType).toBeDefined();
            expect(node?.cpuMillis).toBeLessThan(vcpu * 1000);
            expect(node?.memoryMib).toBeLessThan(memoryGib * 1024);
            expect(node?.gpus).toBe(gpus);
        }
    });

    it.each(["z9.large", "m7i.metal-24xl"])("is not guessed of %s", (type) => {
        expect(eksAllocatable(type)).toBeUndefined();
    });
});

describe("the least of several types", () => {
    it("is what pods can rely on wherever they land, at the price of the dearest", () => {
        expect(eksSmallest(["m7i.xlarge", "m8i.xlarge", "m7a.xlarge"])).toEqual({
            cpu: "3920m",
            memory: `${Math.floor(16 * 1024 * 0.925) - 255 - 118 * 11 - 100}Mi`,
            pods: 58,
            instanceType: "m7a.xlarge",
        });
    });

    it("has GPUs where all have them", () => {
        expect(eksSmallest(["g5.xlarge", "g6.xlarge"])).toMatchObject({ gpus: 1 });
        expect(eksSmallest(["g5.xlarge", "m7i.xlarge"])).not.toHaveProperty("gpus");
    });

    it("is not known where one of them is not, or where there is none", () => {
        expect(eksSmallest(["m7i.xlarge", "z9.xlarge"])).toBeUndefined();
        expect(eksSmallest([])).toBeUndefined();
    });
});
