import { INT32_MAX } from "../arguments";
import type { PodSpec } from "../capacity";
import { Quantity } from "../capacity";
import { poolCosts } from "../cost";
import type { Declared } from "../declared";
import { readFleet } from "../fleet";
import { podsByNamespace } from "../rules/quota-demand";
import { clockPods } from "./clock-pods";
import { filledPod } from "./filled-pods";
import type { Team, TeamPool } from "./team";

const BYTES_PER_GIB = 1024 ** 3;
const NANOS_PER_UNIT = 1_000_000_000n;
const NANOS_PER_MILLI = 1_000_000n;

/** The pods of one pool at its ceiling. */
export interface TeamPods {
    readonly key: string;
    readonly workload: Declared;
    /** As the team's LimitRange completes it. */
    readonly podSpec: PodSpec;
    readonly pods: number;
    /** Pods that a rollout adds to those. */
    readonly surge: number;
    /** What a VerticalPodAutoscaler may make a pod request, where one changes them. */
    readonly reach?: { readonly cpu: Quantity; readonly memory: Quantity };
}

/** The parts of a team that say what its pods are. */
export type PodsOfTeam = Pick<Team, "pools" | "limitRange" | "platform">;

/**
 * The pods of every pool at its ceiling, and those that set ceilings by the clock; a pool of which the ceiling is not known,
 * or has no end in sight, is left out.
 */
export function teamPods({ pools, limitRange, platform }: PodsOfTeam): TeamPods[] {
    const fleet = readFleet(
        pools.flatMap(({ declared }) => declared),
        platform,
    );
    const keys = keysByObject(pools);
    const costs = new Map(poolCosts(fleet).map((cost) => [cost.scaler, cost]));
    const endless = ({ pods, surge }: { pods: number; surge: number }): boolean => pods + surge > INT32_MAX;
    const found = [...podsByNamespace(fleet).values()].flat().filter((each) => !endless(each));
    const ofPools = found.map(({ workload, scaler, pods, surge }) => {
        const largest = scaler === undefined ? undefined : costs.get(scaler)?.vertical?.pod;
        return {
            key: keys.get(workload.declared) ?? "",
            workload: workload.declared,
            podSpec: filledPod(workload.podSpec, limitRange),
            pods,
            surge,
            ...(largest === undefined ? {} : { reach: reachOf(largest.vcpu, largest.memoryGib) }),
        };
    });
    return [...ofPools, ...clockPods({ pools, limitRange })];
}

function keysByObject(pools: readonly TeamPool[]): ReadonlyMap<Declared, string> {
    return new Map(pools.flatMap(({ key, declared }) => declared.map((object) => [object, key] as const)));
}

/** Rounded up: who asks for some gets some. */
function reachOf(vcpu: number, memoryGib: number): { cpu: Quantity; memory: Quantity } {
    return {
        cpu: new Quantity(BigInt(Math.ceil(vcpu * 1000)) * NANOS_PER_MILLI),
        memory: new Quantity(BigInt(Math.ceil(memoryGib * BYTES_PER_GIB)) * NANOS_PER_UNIT, "BinarySI"),
    };
}
