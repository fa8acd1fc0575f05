import type { PodSize } from "../capacity";
import { nodeSize, podsPerNode } from "../capacity";
import type { Intent } from "../intent";
import type { Platform } from "../platform";
import { autopilotSize, fargateSize } from "./billed-size";
import { HOURS_PER_MONTH } from "./money";
import { PriceGap } from "./price-gap";
import type { HourPrice, PriceBook } from "./price-book";
import { oldest } from "./price-book";

/** What a fraction of a pod may be short of a whole one by the way numbers are held. */
const ROUNDING = 1e-9;
/** The share on demand, in percent, where pods of both kinds of nodes do not say theirs. */
const EVEN_SHARE = 50;

/** How capacity is bought. */
export type PriceKind = "onDemand" | "spot";

/** How replicas of one size become money. */
export interface Pricing {
    /** USD a month for a number of replicas. */
    readonly usd: (replicas: number, price: PriceKind) => number;
    /** Nodes that they fill; `undefined` where the shape of a node is not known. */
    readonly nodes: ((replicas: number) => number) | undefined;
    /** The part of them, 0 to 1, that runs on spot capacity whose price is known. */
    readonly spotPart: number;
    /** The oldest day of a price in it. */
    readonly asOf: string;
}

interface Nodes {
    readonly count: (replicas: number) => number;
    readonly hour: HourPrice | undefined;
}

/** How pods of one size become money, or why they have no price. */
export function pricingOf(
    pod: PodSize,
    intent: Intent | undefined,
    platform: Platform,
    book: PriceBook,
): Pricing | PriceGap {
    const nodes = nodesFor(pod, intent, book);
    if (nodes instanceof PriceGap) return nodes;
    const byPod = podHour(pod, intent, platform, book);
    const byNode = nodes?.hour;
    if (byPod === undefined && byNode === undefined) return withoutPrice(pod, intent);
    return {
        spotPart: (byNode ?? byPod)?.spot === undefined ? 0 : spotPartOf(intent),
        nodes: nodes?.count,
        asOf: oldest([byPod, byNode].flatMap((hour) => (hour === undefined ? [] : [hour.asOf]))),
        // The larger of the two: pods that leave parts of their nodes empty cost the nodes.
        usd: (replicas, price) =>
            HOURS_PER_MONTH *
            Math.max(
                replicas * (byPod?.[price] ?? 0),
                (nodes?.count(replicas) ?? 0) * (byNode?.[price] ?? 0),
            ),
    };
}

/** The part of the pods, 0 to 1, that is meant to run on spot capacity. */
function spotPartOf(intent: Intent | undefined): number {
    const { capacity, onDemandShare = EVEN_SHARE } = intent?.nodePool ?? {};
    if (capacity === "SpotPreferred") return 1 - Math.min(onDemandShare, 100) / 100;
    return capacity === "Spot" ? 1 : 0;
}

/** Why neither the pods nor their nodes have a price. */
function withoutPrice({ gpus }: PodSize, intent: Intent | undefined): PriceGap {
    if (intent?.nodePool?.capacity === "Fargate") {
        return new PriceGap(
            gpus > 0 ? "Fargate has no GPUs" : "no size that Fargate has is large enough for a pod",
            "request less, or use nodes",
            "pods",
        );
    }
    const machine = intent?.nodePool?.node?.instanceType;
    return machine === undefined
        ? new PriceGap(
              "its GPUs have no price",
              "name the machine in placement.nodePool.node, or give platform.prices.usdPerGpuHour",
              "pods",
          )
        : new PriceGap(
              `the machine ${machine} is in no price table`,
              "give its price in platform.prices.machines",
              "pods",
          );
}

function podHour(
    pod: PodSize,
    intent: Intent | undefined,
    { provider }: Platform,
    book: PriceBook,
): HourPrice | undefined {
    if (intent?.nodePool?.capacity === "Fargate") {
        const billed = fargateSize(pod);
        return billed === undefined ? undefined : book.fargateHour(billed);
    }
    return book.podHour(provider === "gke-autopilot" ? autopilotSize(pod) : pod);
}

/** How pods fill nodes, where the shape of a node is known; why none can hold them, else. */
function nodesFor(pod: PodSize, intent: Intent | undefined, book: PriceBook): Nodes | PriceGap | undefined {
    const node = intent?.nodePool?.node;
    const size = nodeSize(node);
    if (size === undefined) return undefined;
    const perNode = podsPerNode(pod, size);
    if (perNode < 1) {
        return new PriceGap(
            "a pod does not fit on a node of its node pool",
            "request less, or use larger nodes",
            "pods",
        );
    }
    return {
        count: (replicas) => Math.ceil(replicas / perNode - ROUNDING),
        hour: node?.instanceType === undefined ? undefined : book.machineHour(node.instanceType),
    };
}
