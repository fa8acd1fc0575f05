import type { PodSize } from "../capacity";
import type { FleetScaler, FleetVertical } from "../fleet";
import { known, podBounds } from "../fleet";
import type { Platform } from "../platform";
import type { BudgetFit, BudgetedCeiling } from "./budget-fit";
import { budgetFit } from "./budget-fit";
import { podSize } from "./pod-size";
import type { PriceBook } from "./price-book";
import { oldest } from "./price-book";
import { PriceGap } from "./price-gap";
import type { PriceKind, Pricing } from "./pricing";
import { pricingOf } from "./pricing";
import type { VerticalReach } from "./vertical-reach";
import { verticalReach } from "./vertical-reach";

/** What so many replicas cost in a month. */
export interface CostPoint {
    /** Replicas; of the scheduled point an average. */
    readonly replicas: number;
    readonly usdPerMonth: number;
    /** Nodes that they fill, where the node pool's shape is known. */
    readonly nodes?: number;
}

/** What a pool costs, or why it cannot be said. */
export interface PoolCost {
    readonly scaler: FleetScaler;
    /** What one pod requests. */
    readonly pod?: PodSize;
    /** How large a pod may become, where a VerticalPodAutoscaler changes it; the ceiling counts that. */
    readonly vertical?: VerticalReach;
    /** At the fewest replicas, day and night. */
    readonly floor?: CostPoint;
    /** At the fewest replicas that windows ask for, over an average month. */
    readonly scheduled?: CostPoint;
    /** At the most replicas, as large as they may become, all month. */
    readonly ceiling?: CostPoint;
    /** What the budget pays for, where the pool has one. */
    readonly budget?: BudgetFit;
    /** The oldest day of a price in it. */
    readonly pricesAsOf?: string;
    /** Why there is no price. */
    readonly unpriced?: PriceGap;
}

/** What one pool costs at its floor and at its ceiling; its windows take long to follow, and are left out. */
export function poolCost(
    scaler: FleetScaler,
    verticals: readonly FleetVertical[],
    platform: Platform,
    book: PriceBook,
): PoolCost {
    const { intent } = scaler;
    const usdPerMonth = intent?.budget?.usdPerMonth;
    const unpriced = (gap: PriceGap, pod?: PodSize): PoolCost => ({
        scaler,
        ...(pod === undefined ? {} : { pod }),
        ...(usdPerMonth === undefined ? {} : { budget: { usdPerMonth } }),
        unpriced: gap,
    });
    const pricing = (size: PodSize): Pricing | PriceGap => pricingOf(size, intent, platform, book);

    const sizes = sizesOf(scaler, verticals);
    if (sizes instanceof PriceGap) return unpriced(sizes);
    const { pod, vertical } = sizes;
    const largest = vertical?.pod ?? pod;
    const [usual, most] = [pricing(pod), pricing(largest)];
    if (usual instanceof PriceGap) return unpriced(usual, pod);
    if (most instanceof PriceGap) return unpriced(asLargeAsItMay(most), pod);
    const bounds = boundsOf(scaler);
    if (bounds instanceof PriceGap) return unpriced(bounds, pod);

    return {
        scaler,
        pod,
        ...(vertical === undefined ? {} : { vertical }),
        floor: restingPoint(usual, bounds.floor, book),
        // A ceiling is reached when neither spot capacity nor commitments are to be had.
        ceiling: pointAt(most, bounds.ceiling, "onDemand"),
        ...(usdPerMonth === undefined
            ? {}
            : { budget: budgetFit(usdPerMonth, { ...ceilingOf(scaler), pod: largest, pricing }) }),
        pricesAsOf: oldest([usual.asOf, most.asOf]),
    };
}

/** What one pod of a scaler requests and may request, or why that is not known. */
function sizesOf(
    { workload }: FleetScaler,
    verticals: readonly FleetVertical[],
): { readonly pod: PodSize; readonly vertical: VerticalReach | undefined } | PriceGap {
    if (workload === undefined) {
        return new PriceGap(
            "what it scales is not declared here",
            "declare the workload beside it, with what its containers request",
            "target",
        );
    }
    if (workload.isPodSpecUnknown) return PriceGap.unknown("its pods are", "pods");
    const pod = podSize(workload.podSpec);
    if (pod instanceof PriceGap) return pod;
    const vertical = verticalReach(workload, verticals);
    return vertical instanceof PriceGap ? vertical : { pod, vertical };
}

/** A price that is missing only for the pod that a VerticalPodAutoscaler may make. */
function asLargeAsItMay({ reason }: PriceGap): PriceGap {
    return new PriceGap(
        `at the most that its VerticalPodAutoscaler allows, ${reason}`,
        "lower its maxAllowed",
        "pods",
    );
}

function boundsOf(scaler: FleetScaler): { floor: number; ceiling: number } | PriceGap {
    const bounds = podBounds(scaler);
    if (bounds === undefined) {
        return PriceGap.unknown(
            scaler.jobs === undefined ? "its bounds are" : "how many jobs it runs is",
            "bounds",
        );
    }
    if (bounds.floor < 0 || bounds.ceiling < 0) {
        return new PriceGap("one of its bounds is below 0", "use bounds of 0 or more", "bounds");
    }
    return bounds.ceiling === Infinity
        ? new PriceGap(
              "the strategy custom sets its jobs no limit",
              "give a customScalingRunningJobPercentage above 0",
              "bounds",
          )
        : bounds;
}

/** The ceiling as it is written, and the pods that another one would mean. */
function ceilingOf(scaler: FleetScaler): Pick<BudgetedCeiling, "max" | "podsAt"> {
    const { max } = scaler;
    return {
        max: known(max) ?? 0,
        podsAt: (value) =>
            podBounds({ ...scaler, max: { ...max, value }, maxStated: true })?.ceiling ?? value,
    };
}

/** What replicas cost at one price. */
export function pointAt({ usd, nodes }: Pricing, replicas: number, price: PriceKind): CostPoint {
    return {
        replicas,
        usdPerMonth: usd(replicas, price),
        ...(nodes === undefined ? {} : { nodes: nodes(replicas) }),
    };
}

/**
 * What replicas cost that run always: those on spot capacity at its price, and the others less what commitments take
 * off.
 */
export function restingPoint(pricing: Pricing, replicas: number, { basis }: PriceBook): CostPoint {
    const { spotPart, usd } = pricing;
    const onDemand = usd(replicas, "onDemand") * (1 - basis.commitmentDiscount);
    const spot = spotPart === 0 ? 0 : usd(replicas, "spot");
    const usdPerMonth = onDemand * (1 - spotPart) + spot * spotPart;
    return { ...pointAt(pricing, replicas, "onDemand"), usdPerMonth };
}
