import type { CostReport, PoolCost } from "../../../../model/cost";
import { HOURS_PER_MONTH, price } from "../../../../model/cost";
import type { Declared } from "../../../../model/declared";
import { readFleet } from "../../../../model/fleet";
import type { Platform } from "../../../../model/platform";
import { container } from "../../rules/support/objects";

/** One vCPU costs 1 USD a month and one GiB 0.1, so that sums can be seen. */
export const PLAIN: Platform = {
    prices: { asOf: "2026-11-01", usdPerVcpuHour: 1 / HOURS_PER_MONTH, usdPerGibHour: 0.1 / HOURS_PER_MONTH },
};

/** A pod of one container with these requests. */
export function pod(cpu: unknown, memory: unknown, more: object = {}): object {
    return { containers: [container({ resources: { requests: { cpu, memory, ...more } } })] };
}

/** What objects cost. */
export function report(objects: readonly Declared[], platform: Platform = PLAIN): CostReport {
    return price(readFleet(objects, platform));
}

/** What the first pool of some objects costs. */
export function only(objects: readonly Declared[], platform: Platform = PLAIN): PoolCost {
    const [cost] = report(objects, platform).pools;
    if (cost === undefined) throw new Error("no pool");
    return cost;
}
