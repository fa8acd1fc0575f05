import { checkShape, plainCopy } from "../arguments";
import type { Declared, Leaf } from "../declared";
import { withUnknowns } from "../declared";
import type { Finding } from "../findings";
import type { Platform } from "../platform";
import { hasComponent } from "../platform";
import {
    PlacementStrategy,
    ScalingPolicyType,
    SelectPolicy,
    cronTrigger,
    exactTolerance,
    scheduleFloors,
    podTolerations,
} from "../pool";
import type { PoolBehavior, PoolPlacement, PoolTrigger } from "../pool";
import type { WarmCapacityArgs } from "./args";
import { balloons } from "./balloons";
import { buffer } from "./buffer";
import { WarmStrategy } from "./choices";
import { LOWEST_PRIORITY } from "../capacity";
import { placeholderClassName } from "./metadata";
import type { WarmCapacity, WarmSchedule } from "./warm-capacity";
import { warmProblems } from "./warm-problems";
import { WARM_SHAPE } from "./warm-shape";

/** The newest one that registry.k8s.io is known to have; all of them only wait to be stopped. */
const PAUSE_IMAGE = "registry.k8s.io/pause:3.10.1";

/** Warm capacity and its objects, or the reasons why there is none. */
export interface WarmResolution {
    /** Absent where the arguments have errors. */
    readonly warm?: WarmCapacity;
    readonly declared: readonly Declared[];
    readonly findings: readonly Finding[];
}

/**
 * Decides how room is kept free, and makes the objects that keep it.
 *
 * @example resolveWarmCapacity("headroom", { namespace: "agents", of: { resources: { requests: { cpu: "1" } } }, replicas: 3 })
 */
export function resolveWarmCapacity(name: string, args: WarmCapacityArgs): WarmResolution {
    const { copy, findings: unreadable } = plainCopy(args);
    const shape = [...unreadable, ...checkShape(copy, WARM_SHAPE)];
    if (shape.length > 0) return { declared: [], findings: shape };
    const read = copy as WarmCapacityArgs;
    const findings = warmProblems(name, read);
    if (findings.length > 0) return { declared: [], findings };
    const warm = decided(name, read);
    return {
        warm,
        declared: warm.strategy === WarmStrategy.Balloon ? balloons(warm) : buffer(warm),
        findings,
    };
}

function decided(name: string, args: WarmCapacityArgs): WarmCapacity {
    const { of, platform = {}, priority = LOWEST_PRIORITY, labels = {}, exemptions = [] } = args;
    const { nodePool } = of.placement ?? {};
    const coldStartSeconds = of.task?.coldStartSeconds;
    const strategy = strategyOf(args, platform);
    return {
        name,
        namespace: leaf(args.namespace, "namespace"),
        strategy,
        requests: of.resources.requests,
        placement: {
            ...placementOf(of),
            ...(strategy === WarmStrategy.Balloon ? { priorityClassName: placeholderClassName(name) } : {}),
        },
        ...(nodePool === undefined ? {} : { nodePool }),
        ...(coldStartSeconds === undefined ? {} : { coldStartSeconds }),
        ...numbersOf(args, platform),
        priority,
        image: leaf(args.image ?? PAUSE_IMAGE, "image"),
        exemptions,
        labels,
        platform,
    };
}

function leaf(value: unknown, path: string): Leaf<string> {
    return withUnknowns(value, [path]) as Leaf<string>;
}

/** A buffer cannot follow a schedule, and nobody acts on one of which the platform does not say so. */
function strategyOf(
    { strategy = WarmStrategy.Auto, schedules }: WarmCapacityArgs,
    platform: Platform,
): WarmCapacity["strategy"] {
    if (strategy !== WarmStrategy.Auto) return strategy;
    const hasBuffers = hasComponent(platform, "capacityBuffers") === true;
    return hasBuffers && schedules === undefined ? WarmStrategy.BufferActive : WarmStrategy.Balloon;
}

/**
 * Where the pool's pods may run, placeholders may. They are spread as the pool's pods are: else Karpenter buys one node
 * for all of them, and its loss takes all of the room.
 */
function placementOf({ resources, placement = {} }: WarmCapacityArgs["of"]): PoolPlacement {
    const { nodePool, nodeSelector, strategy = PlacementStrategy.Spread, nodeLossSeconds = 0 } = placement;
    const affinity: unknown = placement.affinity;
    const { ofNodePool, ofDevices, given } = podTolerations(placement, resources.requests);
    return {
        strategy,
        nodeSelector: { ...nodePool?.labels, ...nodeSelector },
        tolerations: [...ofNodePool, ...ofDevices, ...given],
        ...(affinity === undefined
            ? {}
            : { affinity: withUnknowns(affinity, ["of", "placement", "affinity"]) }),
        nodeLossSeconds,
    };
}

function numbersOf(
    { replicas, schedules = [] }: WarmCapacityArgs,
    platform: Platform,
): Pick<WarmCapacity, "replicas" | "scheduled"> {
    const compiled = scheduleFloors(replicas, schedules);
    if (!("windows" in compiled)) throw new Error("warmProblems refuses that first");
    const { floor, windows } = compiled;
    if (windows.length === 0) return { replicas: floor };
    const triggers = windows.map((window) => cronTrigger(window, "schedules"));
    const maxReplicas = Math.max(...windows.map((window) => window.floor));
    const scheduled: WarmSchedule = {
        windows: triggers,
        maxReplicas,
        behavior: behaviorOf(triggers, maxReplicas, platform),
    };
    return { replicas: floor, scheduled };
}

/** Placeholders have nothing to lose: all of them come and go when the window says so. */
function behaviorOf(windows: readonly PoolTrigger[], maxReplicas: number, platform: Platform): PoolBehavior {
    const isExact = exactTolerance(windows, platform) !== undefined;
    const rules = {
        stabilizationWindowSeconds: 0,
        selectPolicy: SelectPolicy.Max,
        policies: [{ type: ScalingPolicyType.Pods, value: maxReplicas, periodSeconds: 15 }],
        ...(isExact ? { tolerance: 0 } : {}),
    };
    return { scaleUp: rules, scaleDown: rules };
}
