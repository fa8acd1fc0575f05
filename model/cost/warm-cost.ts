import type { PodSize } from "../capacity";
import { Quantity, bufferPods, podRequest, podsWithin } from "../capacity";
import type { Fleet, FleetWarmCapacity } from "../fleet";
import { isUnknown, known, podBounds } from "../fleet";
import type { Platform } from "../platform";
import { podSize } from "./pod-size";
import type { CostPoint } from "./pool-cost";
import { pointAt, restingPoint } from "./pool-cost";
import { PriceBook } from "./price-book";
import { PriceGap } from "./price-gap";
import { pricingOf } from "./pricing";

/** What room costs that is kept for pods to come, or why it cannot be said. */
export interface WarmCost {
    readonly warm: FleetWarmCapacity;
    /** What one of the pods requests for which there is room. */
    readonly pod?: PodSize;
    /** While what it is kept for is at its smallest. */
    readonly floor?: CostPoint;
    /** While that is at its largest; pods that take the room have more of it bought behind them. */
    readonly ceiling?: CostPoint;
    /** The oldest day of a price in it. */
    readonly pricesAsOf?: string;
    /** Why there is no price. */
    readonly unpriced?: PriceGap;
}

const STANDBY = "buffer.gke.io/standby-capacity";

const found = new WeakMap<Fleet, readonly WarmCost[]>();

/** What each warm capacity of a fleet costs; made once for all who ask. */
export function warmCosts(fleet: Fleet): readonly WarmCost[] {
    const costs = found.get(fleet) ?? makeCosts(fleet);
    found.set(fleet, costs);
    return costs;
}

function makeCosts({ warm, platform }: Fleet): WarmCost[] {
    const book = new PriceBook(platform);
    return warm.map((each) => warmCost(each, platform, book));
}

function warmCost(warm: FleetWarmCapacity, platform: Platform, book: PriceBook): WarmCost {
    const pod = sizeOf(warm);
    if (pod instanceof PriceGap) return { warm, unpriced: pod };
    const pricing = pricingOf(pod, warm.intent, platform, book);
    if (pricing instanceof PriceGap) return { warm, pod, unpriced: pricing };
    const numbers = numbersOf(warm);
    if (numbers instanceof PriceGap) return { warm, pod, unpriced: numbers };
    return {
        warm,
        pod,
        floor: restingPoint(pricing, numbers.floor, book),
        ceiling: pointAt(pricing, numbers.ceiling, "onDemand"),
        pricesAsOf: pricing.asOf,
    };
}

function sizeOf({ pods, strategy }: FleetWarmCapacity): PodSize | PriceGap {
    if (known(strategy) === STANDBY) {
        return new PriceGap(
            "its nodes are suspended, and only their disks and addresses are paid for",
            "take their prices from the cloud's own table",
            "pods",
        );
    }
    if (pods === undefined) {
        return new PriceGap(
            "what it keeps room for is not declared here",
            "declare the PodTemplate or the workload beside it",
            "target",
        );
    }
    return pods.isPodSpecUnknown ? PriceGap.unknown("its pods are", "pods") : podSize(pods.podSpec);
}

/** For how many pods there is room; a share follows the bounds of what it is of. */
function numbersOf(warm: FleetWarmCapacity): { floor: number; ceiling: number } | PriceGap {
    const { replicas, percentage, limits, scaler } = warm;
    const amounts = [...limits.amounts.values()];
    if (limits.isUnknown || [replicas, percentage, ...amounts].some(isUnknown)) {
        return PriceGap.unknown("for how many pods it keeps room is", "bounds");
    }
    const bounds = scaler === undefined ? undefined : podBounds(scaler);
    const limit = limitOf(warm);
    const pods = (scaled: number | undefined): number | undefined =>
        bufferPods({ replicas: known(replicas), percentage: known(percentage), scaled, limit });
    const [floor, ceiling] = [pods(bounds?.floor), pods(bounds?.ceiling)];
    if (floor === undefined || ceiling === undefined || !Number.isFinite(ceiling) || floor < 0) {
        return new PriceGap(
            "for how many pods it keeps room depends on what is not declared here",
            "declare the autoscaler of what it refers to beside it, or state replicas",
            "bounds",
        );
    }
    return { floor, ceiling };
}

function limitOf({ limits, pods }: FleetWarmCapacity): number | undefined {
    const most = new Map(
        [...limits.amounts].flatMap(([resource, field]) => {
            const amount = known(field);
            return amount === undefined ? [] : [[resource, amount] as const];
        }),
    );
    return podsWithin(most, (resource) => {
        const each = podRequest(pods?.podSpec ?? {}, resource);
        return each instanceof Quantity ? each : Quantity.ZERO;
    });
}
