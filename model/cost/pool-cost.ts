import { Quantity, parseQuantity } from "../capacity";
import type { Leaf } from "../declared";
import type { FleetScaler } from "../fleet";
import { known } from "../fleet";
import type { Intent } from "../intent";
import type { Platform } from "../platform";
import { autopilotSize, fargateSize } from "./billed-size";
import { HOURS_PER_MONTH } from "./money";
import type { PodSize } from "./pod-size";
import { podSize } from "./pod-size";
import type { HourPrice, PriceBook } from "./price-book";
import type { ReplicaHours } from "./replica-hours";
import { scheduledHours } from "./replica-hours";

const BYTES_PER_GIB = 1024 ** 3;
/** Kubernetes' own limit for a node. */
const MOST_PODS = 110;

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
    readonly kind: string;
    readonly namespace: Leaf<string> | undefined;
    readonly name: Leaf<string> | undefined;
    /** What one pod requests. */
    readonly pod?: PodSize;
    /** At the fewest replicas, day and night. */
    readonly floor?: CostPoint;
    /** At the fewest replicas that windows ask for, over an average month. */
    readonly scheduled?: CostPoint;
    /** At the most replicas, all month. */
    readonly ceiling?: CostPoint;
    /** The pool's own budget, where it has one. */
    readonly budgetUsdPerMonth?: number;
    /** The most replicas that the budget pays for; 0 where it pays for none. */
    readonly fitsAt?: number;
    /** Why there is no price. */
    readonly unpriced?: string;
}

/** How a pool's replicas become money. */
interface Pricing {
    readonly pod: PodSize;
    /** USD a month for a number of replicas, at the best price and at the price of a fallback. */
    readonly usd: (replicas: number, price: keyof HourPrice) => number;
    readonly nodes: ((replicas: number) => number) | undefined;
    readonly hasSpot: boolean;
}

/** What one pool costs at its floor, by its windows, and at its ceiling. */
export function poolCost(scaler: FleetScaler, platform: Platform, book: PriceBook): PoolCost {
    const { name, namespace, intent, declared } = scaler;
    const subject = { scaler, kind: declared.object.kind, namespace, name };
    const budgetUsdPerMonth = intent?.budget?.usdPerMonth;
    const budget = budgetUsdPerMonth === undefined ? {} : { budgetUsdPerMonth };
    const pricing = pricingOf(scaler, platform, book);
    if (typeof pricing === "string") return { ...subject, ...budget, unpriced: pricing };
    const [min, max] = [known(scaler.min), known(scaler.max)];
    const floorReplicas = known(scaler.idle) === 0 ? 0 : min;
    if (floorReplicas === undefined || max === undefined) {
        return { ...subject, ...budget, pod: pricing.pod, unpriced: "its bounds are known only after apply" };
    }
    const at = (replicas: number, price: keyof HourPrice): CostPoint => ({
        replicas,
        usdPerMonth: pricing.usd(replicas, price),
        ...(pricing.nodes === undefined ? {} : { nodes: pricing.nodes(replicas) }),
    });
    // What runs always is on spot capacity where there is some, and paid by commitments where there are some; a ceiling
    // is reached when neither is to be had.
    const usual = pricing.hasSpot ? "spot" : "onDemand";
    const discount = pricing.hasSpot ? 1 : 1 - book.basis.commitmentDiscount;
    const discounted = (point: CostPoint): CostPoint => ({
        ...point,
        usdPerMonth: point.usdPerMonth * discount,
    });
    const hours = scheduledHours(scaler);
    return {
        ...subject,
        ...budget,
        pod: pricing.pod,
        floor: discounted(at(floorReplicas, usual)),
        ...(hours === undefined
            ? {}
            : { scheduled: discounted(average(hours, (replicas) => at(replicas, usual))) }),
        ceiling: at(max, "onDemand"),
        ...(budgetUsdPerMonth === undefined ? {} : { fitsAt: fitsAt(pricing, max, budgetUsdPerMonth) }),
    };
}

/** The average over a month of what each number of replicas costs; it fills no whole number of nodes. */
function average(hours: ReplicaHours, at: (replicas: number) => CostPoint): CostPoint {
    let [replicas, usdPerMonth] = [0, 0];
    for (const [level, each] of hours) {
        const share = each / HOURS_PER_MONTH;
        replicas += level * share;
        usdPerMonth += at(level).usdPerMonth * share;
    }
    return { replicas, usdPerMonth };
}

/** The most replicas whose price is within a budget; found by halving, since nodes make the price a staircase. */
function fitsAt({ usd }: Pricing, max: number, budget: number): number {
    let [low, high] = [0, max];
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (usd(middle, "onDemand") <= budget) low = middle;
        else high = middle - 1;
    }
    return low;
}

function pricingOf(scaler: FleetScaler, platform: Platform, book: PriceBook): Pricing | string {
    const { workload, intent } = scaler;
    if (workload === undefined) return "what it scales is not declared here";
    if (workload.isPodSpecUnknown) return "its pods are known only after apply";
    const pod = podSize(workload.podSpec);
    if (typeof pod === "string") return pod;
    const byPod = podHour(pod, platform, intent, book);
    const byNode = nodePricing(pod, intent, book);
    if (typeof byNode === "string") return byNode;
    if (byPod === undefined && byNode?.hour === undefined) {
        return pod.gpus > 0
            ? "its GPUs have no price: name the machine in placement.nodePool.node, or give platform.prices"
            : "no size that is billed is large enough for a pod";
    }
    const isSpot = intent?.nodePool?.capacity === "Spot";
    const spotKnown = (byNode?.hour ?? byPod)?.spot !== undefined;
    return {
        pod,
        hasSpot: isSpot && spotKnown,
        nodes: byNode?.nodes,
        // The larger of the two: pods that leave parts of their nodes empty cost the nodes.
        usd: (replicas, price) =>
            HOURS_PER_MONTH *
            Math.max(
                replicas * (byPod?.[price] ?? 0),
                byNode === undefined ? 0 : byNode.nodes(replicas) * (byNode.hour?.[price] ?? 0),
            ),
    };
}

function podHour(
    pod: PodSize,
    { provider }: Platform,
    intent: Intent | undefined,
    book: PriceBook,
): HourPrice | undefined {
    if (intent?.nodePool?.capacity === "Fargate") {
        const billed = fargateSize(pod);
        return billed === undefined ? undefined : book.fargateHour(billed);
    }
    return book.podHour(provider === "gke-autopilot" ? autopilotSize(pod) : pod);
}

/** How pods fill nodes, where the node pool's shape is known; why it cannot hold them, else. */
function nodePricing(
    pod: PodSize,
    intent: Intent | undefined,
    book: PriceBook,
):
    | { readonly nodes: (replicas: number) => number; readonly hour: HourPrice | undefined }
    | string
    | undefined {
    const node = intent?.nodePool?.node;
    if (node?.cpu === undefined || node.memory === undefined) return undefined;
    const [cpu, memory] = [parseQuantity(node.cpu), parseQuantity(node.memory)];
    if (!(cpu instanceof Quantity) || !(memory instanceof Quantity)) return undefined;
    const perNode = Math.min(
        Math.floor(cpu.toNumber() / pod.vcpu + 1e-9),
        Math.floor(memory.toNumber() / BYTES_PER_GIB / pod.memoryGib + 1e-9),
        pod.gpus === 0 ? Infinity : Math.floor((node.gpus ?? 0) / pod.gpus),
        node.pods ?? MOST_PODS,
    );
    if (perNode < 1) return "a pod does not fit on a node of its node pool";
    return {
        nodes: (replicas) => Math.ceil(replicas / perNode - 1e-9),
        hour: node.instanceType === undefined ? undefined : book.machineHour(node.instanceType),
    };
}
