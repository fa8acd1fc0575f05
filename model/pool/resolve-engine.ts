import type { AgentPoolArgs } from "./args";
import { ScalingEngine, WorkloadKind } from "./choices";
import type { Ledger } from "./ledger";
import { NATIVE_SCALERS } from "./native-scalers";
import type { PoolTrigger } from "./pool";
import { workloadKind } from "./resolve-kind";

type Engine = Exclude<ScalingEngine, "Auto">;

/** Decides which autoscaler owns the replicas, given or by what the pool asks for. */
export function resolveEngine(
    args: AgentPoolArgs,
    minReplicas: number,
    triggers: readonly PoolTrigger[],
    ledger: Ledger,
): Engine {
    const given = args.scale.engine === ScalingEngine.Auto ? undefined : args.scale.engine;
    const [engine, reason] = decide(args, minReplicas, triggers);
    return ledger.or("scale.engine", given, engine, reason, "derived");
}

function decide(
    args: AgentPoolArgs,
    minReplicas: number,
    triggers: readonly PoolTrigger[],
): readonly [Engine, reason: string] {
    const { scale, adopt } = args;
    if (workloadKind(args) === WorkloadKind.Job) return [ScalingEngine.Keda, "only KEDA starts jobs"];
    const native = triggers.find(({ metric }) => metric !== undefined);
    if (native !== undefined) {
        return [
            ScalingEngine.HorizontalPodAutoscaler,
            `KEDA cannot read ${native.member}: only the native autoscaler does`,
        ];
    }
    const external = triggers.find(({ type, member }) => member === "raw" || !NATIVE_SCALERS.has(type));
    if (external !== undefined) {
        return [ScalingEngine.Keda, `the native autoscaler cannot read ${external.type}`];
    }
    if (minReplicas === 0) {
        return [ScalingEngine.Keda, "the native autoscaler does not go to zero on CPU or memory"];
    }
    if (scale.scaleToZeroWhenIdle === true) {
        return [ScalingEngine.Keda, "the native autoscaler does not sleep above a floor of its own"];
    }
    if (scale.pause !== undefined || scale.pausedReplicas !== undefined) {
        return [ScalingEngine.Keda, "only KEDA can be told to stand still"];
    }
    if (adopt?.horizontalPodAutoscaler !== undefined) {
        return [ScalingEngine.Keda, `KEDA takes the autoscaler ${adopt.horizontalPodAutoscaler} over`];
    }
    return [
        ScalingEngine.HorizontalPodAutoscaler,
        "CPU and memory with a floor above zero: the cluster's own autoscaler does all of it",
    ];
}
