import type { PodSize } from "../capacity";
import { isWithinBudget } from "./money";
import { PriceGap } from "./price-gap";
import type { Pricing } from "./pricing";

/** Memory is looked for in steps of so many GiB: 64 MiB. */
const STEP_GIB = 1 / 16;

/** A budget for a pool's ceiling, and what it pays for. */
export interface BudgetFit {
    readonly usdPerMonth: number;
    /** The highest ceiling that it pays for; 0 where it pays for none, absent where the pool has no price. */
    readonly replicas?: number;
    /** The most memory of a pod, in GiB, with which it pays for the ceiling; absent where no less memory helps. */
    readonly memoryGib?: number;
}

/** A pool's ceiling as its author writes it, and what it means. */
export interface BudgetedCeiling {
    /** Replicas, or jobs. */
    readonly max: number;
    /** The most pods that run at some ceiling. */
    readonly podsAt: (max: number) => number;
    /** The largest pod. */
    readonly pod: PodSize;
    readonly pricing: (pod: PodSize) => Pricing | PriceGap;
}

/** What a budget pays for: a lower ceiling with pods as they are, or the same one with less memory. */
export function budgetFit(usdPerMonth: number, { max, podsAt, pod, pricing }: BudgetedCeiling): BudgetFit {
    const fits = (ceiling: number, memoryGib: number): boolean => {
        const priced = pricing({ ...pod, memoryGib });
        return (
            !(priced instanceof PriceGap) &&
            isWithinBudget(priced.usd(podsAt(ceiling), "onDemand"), usdPerMonth)
        );
    };
    const replicas = largest(max, (ceiling) => fits(ceiling, pod.memoryGib));
    if (replicas === max) return { usdPerMonth, replicas };
    const steps = largest(Math.ceil(pod.memoryGib / STEP_GIB) - 1, (count) => fits(max, count * STEP_GIB));
    return { usdPerMonth, replicas, ...(steps === 0 ? {} : { memoryGib: steps * STEP_GIB }) };
}

/** The largest number up to a limit that fits, where every smaller one does too; 0 where none does. */
function largest(limit: number, fits: (count: number) => boolean): number {
    let [low, high] = [0, limit];
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (fits(middle)) low = middle;
        else high = middle - 1;
    }
    return low;
}
