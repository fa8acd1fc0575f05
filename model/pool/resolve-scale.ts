import type { AgentPoolArgs, AutoscaledAgentPoolArgs } from "./args";
import type { JobStrategy } from "./choices";
import { ScalingEngine, WorkloadKind } from "./choices";
import type { Ledger } from "./ledger";
import type { Pool, PoolTrigger } from "./pool";
import { resolveBehavior } from "./resolve-behavior";
import { resolveCooldown } from "./resolve-cooldown";
import { workloadKind } from "./resolve-kind";
import { resolveEngine } from "./resolve-engine";
import { resolveCeilings, resolveFloors } from "./resolve-schedules";
import { resolveTrigger } from "./resolve-trigger";
import type { MetricLossArgs } from "./scale-args";

type ResolvedScale = Pool["scale"];

/**
 * Decides bounds, triggers, engine and behaviour; the arguments have their right form already.
 *
 * @param strategy How jobs are counted; absent for what scales replicas.
 */
export function resolveScale(
    args: AutoscaledAgentPoolArgs,
    strategy: JobStrategy | undefined,
    ledger: Ledger,
): ResolvedScale {
    const { scale } = args;
    const { minReplicas, windows } = resolveFloors(args, ledger);
    const maxReplicas = ledger.given("scale.maxReplicas", scale.maxReplicas);
    const triggers = [
        ...scale.triggers.map((trigger, index) => resolveTrigger(args, strategy, trigger, index, ledger)),
        ...windows,
    ];
    const engine = resolveEngine(args, minReplicas, triggers, ledger);
    return {
        minReplicas,
        maxReplicas,
        triggers,
        ceilings: resolveCeilings(args),
        engine,
        ...resolvePace(args, minReplicas, engine, triggers, ledger),
        ...resolvePause(args, ledger),
        ...(scale.onMetricLoss === undefined
            ? {}
            : { onMetricLoss: resolveMetricLoss(scale.onMetricLoss, ledger) }),
    };
}

/** How fast the pool changes, and how it sleeps and wakes. Jobs do neither: they start for a task and end with it. */
function resolvePace(
    args: AutoscaledAgentPoolArgs,
    minReplicas: number,
    engine: ResolvedScale["engine"],
    triggers: readonly PoolTrigger[],
    ledger: Ledger,
): Pick<ResolvedScale, "behavior" | "sleep"> {
    if (workloadKind(args) === WorkloadKind.Job) {
        return { sleep: { pollingIntervalSeconds: resolvePolling(args, ledger), isIdleZero: false } };
    }
    const { scaleToZeroWhenIdle, pollingIntervalSeconds } = args.scale;
    const isIdleZero = ledger.givenIfAny("scale.scaleToZeroWhenIdle", scaleToZeroWhenIdle) ?? false;
    const sleeps = engine === ScalingEngine.Keda && (minReplicas === 0 || isIdleZero);
    const cooldownSeconds = resolveCooldown(args, sleeps, ledger);
    const behavior = resolveBehavior(args, cooldownSeconds, triggers, ledger);
    if (sleeps) {
        const pollingInterval = resolvePolling(args, ledger);
        return {
            behavior,
            sleep: { pollingIntervalSeconds: pollingInterval, cooldownSeconds, isIdleZero },
        };
    }
    const awake = `minReplicas is ${minReplicas}, so the pool never sleeps, and never has to be woken`;
    ledger.withoutEffect(
        "scale.pollingIntervalSeconds",
        pollingIntervalSeconds,
        `no effect: ${minReplicas === 0 ? "the native autoscaler looks as often as its cluster does" : awake}`,
    );
    return { behavior };
}

function resolvePolling(args: AgentPoolArgs, ledger: Ledger): number {
    const isJob = workloadKind(args) === WorkloadKind.Job;
    return ledger.or(
        "scale.pollingIntervalSeconds",
        args.scale.pollingIntervalSeconds,
        15,
        `${isJob ? "so long a task waits at most until KEDA sees it" : "as often as the HPA looks"} (KEDA's own default is 30)`,
    );
}

function resolvePause(
    { scale }: AgentPoolArgs,
    ledger: Ledger,
): Pick<ResolvedScale, "pause" | "pausedReplicas"> {
    const pause = ledger.givenIfAny("scale.pause", scale.pause);
    const pausedReplicas = ledger.givenIfAny("scale.pausedReplicas", scale.pausedReplicas);
    return {
        ...(pause === undefined ? {} : { pause }),
        ...(pausedReplicas === undefined ? {} : { pausedReplicas }),
    };
}

function resolveMetricLoss(given: MetricLossArgs, ledger: Ledger): Required<MetricLossArgs> {
    return {
        replicas: ledger.given("scale.onMetricLoss.replicas", given.replicas),
        failureThreshold: ledger.or(
            "scale.onMetricLoss.failureThreshold",
            given.failureThreshold,
            3,
            "one lost reading is no outage",
        ),
    };
}
