import { describe, expect, it } from "vitest";
import { AWS_MACHINES } from "../../../model/cost/prices/aws";
import { GCP_MACHINES } from "../../../model/cost/prices/gcp";
import type { MachinePrice } from "../../../model/cost/prices/price";
import { FARGATE, UNIT_PRICES } from "../../../model/cost/prices/units";

const machines = [...AWS_MACHINES, ...GCP_MACHINES];

function machine(instanceType: string): MachinePrice {
    const found = machines.find((each) => each.instanceType === instanceType);
    if (found === undefined) throw new Error(`no ${instanceType}`);
    return found;
}

describe("the built-in prices", () => {
    it("name each machine once, above nothing, with a day and a source", () => {
        const names = machines.map(({ instanceType }) => instanceType);
        expect(new Set(names).size).toBe(names.length);
        for (const { usdPerHour, vcpu, memoryGib, asOf, source, spotUsdPerHour } of machines) {
            expect(Math.min(usdPerHour, vcpu, memoryGib, spotUsdPerHour ?? 1)).toBeGreaterThan(0);
            expect(spotUsdPerHour ?? 0).toBeLessThan(usdPerHour);
            expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
            expect(source).not.toBe("");
        }
    });

    it("have the sizes that were published as they were, and others in proportion, marked so", () => {
        expect(machine("m7i.xlarge")).toMatchObject({ usdPerHour: 0.2016, vcpu: 4, memoryGib: 16 });
        expect(machine("m7i.xlarge").source).not.toContain("in proportion");
        expect(machine("c7g.2xlarge")).toMatchObject({ usdPerHour: 0.29, vcpu: 8, memoryGib: 16 });
        expect(machine("c7g.2xlarge").source).toContain("in proportion to c7g.large");
        expect(machine("n2-standard-8")).toMatchObject({ usdPerHour: 0.38848, vcpu: 8, memoryGib: 32 });
        expect(machines.map(({ instanceType }) => instanceType)).not.toContain("g5.2xlarge");
        expect(machines.map(({ instanceType }) => instanceType)).not.toContain("t3.xlarge");
    });

    it("of units add up to the machines that they were taken from", () => {
        const { usdPerVcpuHour, usdPerGibHour, spotShare } = UNIT_PRICES.gke;
        const n2 = machine("n2-standard-4");
        expect(4 * usdPerVcpuHour + 16 * usdPerGibHour).toBeCloseTo(n2.usdPerHour, 4);
        expect(n2.usdPerHour * (spotShare ?? 0)).toBeCloseTo(n2.spotUsdPerHour ?? 0, 3);
        const ec2 = UNIT_PRICES.eks;
        expect(2 * ec2.usdPerVcpuHour + 8 * ec2.usdPerGibHour).toBeCloseTo(
            machine("m7i.large").usdPerHour,
            4,
        );
    });

    it("have no price for a GPU of which the model is not known", () => {
        for (const units of [...Object.values(UNIT_PRICES), FARGATE]) {
            expect(units).not.toHaveProperty("usdPerGpuHour");
        }
    });
});
