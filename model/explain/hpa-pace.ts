/** How often the HPA looks (`--horizontal-pod-autoscaler-sync-period`; managed control planes do not let one change it). */
export const SYNC_SECONDS = 15;
/** More looks than anyone waits for: three and a half days. */
const MOST_LOOKS = 20_160;

/** A limit for the change in a period, as autoscaling/v2 has it. */
export interface PacePolicy {
    readonly type: "Pods" | "Percent";
    readonly value: number;
    readonly periodSeconds: number;
}

/** Rules for one direction with every default filled in; policies are `undefined` where the object has no behavior at all. */
export interface PaceRules {
    readonly windowSeconds: number;
    readonly select: "Max" | "Min" | "Disabled";
    readonly policies: readonly PacePolicy[] | undefined;
}

/** One change of the replicas, and when it happens after the demand did. */
export interface PaceStep {
    readonly seconds: number;
    readonly replicas: number;
}

/**
 * The fastest way of an HPA from one number of replicas to another, while the metrics ask for all of it from the first
 * second on: each change with its time, the last one at the goal. `undefined` where the rules forbid it or it takes
 * more than three days. Counted as Kubernetes 1.36 does (pkg/controller/podautoscaler/horizontal.go,
 * normalizeDesiredReplicas and its WithBehaviors twin): one look each 15 s, a window that must pass first, and limits
 * over the changes inside each policy's period.
 *
 * @example
 * fastestWay(1, 40, { windowSeconds: 0, select: "Max", policies: [{ type: "Percent", value: 100, periodSeconds: 60 }] })
 * // 2 after 0 s, 4 after 60 s, 8 after 120 s, ...
 */
export function fastestWay(from: number, to: number, rules: PaceRules): readonly PaceStep[] | undefined {
    const steps: PaceStep[] = [];
    if (from === to) return steps;
    if (rules.select === "Disabled") return undefined;
    const isUp = to > from;
    let replicas = from;
    for (let look = firstLook(rules.windowSeconds); look < MOST_LOOKS; look++) {
        const seconds = look * SYNC_SECONDS;
        const limit = isUp
            ? limitUp(replicas, from, steps, seconds, rules)
            : limitDown(replicas, from, steps, seconds, rules);
        const next = isUp ? Math.min(limit, to) : Math.max(limit, to);
        if (next !== replicas) {
            replicas = next;
            steps.push({ seconds, replicas });
        }
        if (replicas === to) return steps;
    }
    return undefined;
}

/** The first look at which nothing but the new demand lies inside the window. */
function firstLook(windowSeconds: number): number {
    return Math.max(0, Math.ceil(windowSeconds / SYNC_SECONDS) - 1);
}

function limitUp(
    replicas: number,
    from: number,
    steps: readonly PaceStep[],
    seconds: number,
    { policies, select }: PaceRules,
): number {
    if (policies === undefined) return Math.max(2 * replicas, 4);
    const limits = policies.map(({ type, value, periodSeconds }) => {
        const start = replicasBefore(replicas, from, steps, seconds - periodSeconds);
        return type === "Pods" ? start + value : Math.ceil(start * (1 + value / 100));
    });
    return Math.max(replicas, select === "Max" ? Math.max(...limits) : Math.min(...limits));
}

function limitDown(
    replicas: number,
    from: number,
    steps: readonly PaceStep[],
    seconds: number,
    { policies, select }: PaceRules,
): number {
    if (policies === undefined) return 0;
    const limits = policies.map(({ type, value, periodSeconds }) => {
        const start = replicasBefore(replicas, from, steps, seconds - periodSeconds);
        return type === "Pods" ? start - value : Math.trunc(start * (1 - value / 100));
    });
    return Math.min(replicas, select === "Max" ? Math.min(...limits) : Math.max(...limits));
}

/** The replicas before the changes that are later than an instant; a period is short, so they are at the end. */
function replicasBefore(replicas: number, from: number, steps: readonly PaceStep[], instant: number): number {
    const last = steps.findLastIndex(({ seconds }) => seconds <= instant);
    return last === steps.length - 1 ? replicas : (steps[last]?.replicas ?? from);
}
