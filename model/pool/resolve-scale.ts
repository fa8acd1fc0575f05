import { withUnknowns } from "../declared";
import type { Finding } from "../findings";
import type { AuthenticationArgs, TriggerArgs } from "../triggers";
import { encodeTrigger, scalerOf } from "../triggers";
import { ARCHETYPES } from "./archetypes";
import type { AgentPoolArgs } from "./args";
import { problem } from "./check-shape";
import { ScalingEngine } from "./choices";
import type { Ledger } from "./ledger";
import { leafOf } from "./resolve-workload";
import type { Pool, PoolAuthentication, PoolTrigger } from "./pool";
import type { MetricLossArgs, ScaleArgs } from "./scale-args";

type ResolvedScale = Pool["scale"];

/** What the native autoscaler can do alone; everything else needs KEDA. */
const NATIVE_SCALERS: ReadonlySet<string> = new Set(["cpu", "memory"]);

/** Decides bounds, triggers, engine and behaviour; the arguments have their right form already. */
export function resolveScale(args: AgentPoolArgs, ledger: Ledger): ResolvedScale {
    const { scale } = args;
    const archetype = ARCHETYPES[args.archetype];
    const triggers = scale.triggers.map(resolveTrigger);
    const minReplicas = ledger.given("scale.minReplicas", scale.minReplicas);
    const maxReplicas = ledger.given("scale.maxReplicas", scale.maxReplicas);
    return {
        minReplicas,
        maxReplicas,
        triggers,
        engine: resolveEngine(scale, triggers, ledger),
        scaleUp: ledger.archetype("scale.behavior.scaleUp", scale.behavior?.scaleUp, archetype.scaleUp),
        scaleDown: ledger.archetype(
            "scale.behavior.scaleDown",
            scale.behavior?.scaleDown,
            archetype.scaleDown,
        ),
        pollingIntervalSeconds: ledger.or(
            "scale.pollingIntervalSeconds",
            scale.pollingIntervalSeconds,
            15,
            "as often as the HPA looks (KEDA's own default is 30)",
        ),
        cooldownSeconds: resolveCooldown(args, ledger),
        ...(scale.onMetricLoss === undefined
            ? {}
            : { onMetricLoss: resolveMetricLoss(scale.onMetricLoss, ledger) }),
    };
}

function resolveEngine(
    scale: ScaleArgs,
    triggers: readonly PoolTrigger[],
    ledger: Ledger,
): Exclude<ScalingEngine, "Auto"> {
    const given = scale.engine === ScalingEngine.Auto ? undefined : scale.engine;
    const external = triggers.find((trigger) => !NATIVE_SCALERS.has(trigger.type));
    if (external !== undefined) {
        const reason = `the native autoscaler cannot read ${external.type}`;
        return ledger.or("scale.engine", given, ScalingEngine.Keda, reason, "derived");
    }
    if (scale.minReplicas === 0) {
        const reason = "the native autoscaler does not go to zero on CPU or memory";
        return ledger.or("scale.engine", given, ScalingEngine.Keda, reason, "derived");
    }
    return ledger.or(
        "scale.engine",
        given,
        ScalingEngine.HorizontalPodAutoscaler,
        "CPU and memory with a floor above zero: the cluster's own autoscaler does all of it",
        "derived",
    );
}

function resolveCooldown(args: AgentPoolArgs, ledger: Ledger): number {
    const fallback = ARCHETYPES[args.archetype].cooldownSeconds;
    const longest = Math.ceil(args.task?.p99Seconds ?? 0);
    if (longest <= fallback.value)
        return ledger.archetype("scale.cooldownSeconds", args.scale.cooldownSeconds, fallback);
    return ledger.or(
        "scale.cooldownSeconds",
        args.scale.cooldownSeconds,
        longest,
        `the longest tasks take ${longest} s, and going to zero stops whatever still runs`,
        "derived",
    );
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

function resolveTrigger(trigger: TriggerArgs, index: number): PoolTrigger {
    const scaler = scalerOf(trigger);
    if (scaler === undefined)
        throw new Error(`scale.triggers[${index}] has no scaler; checkShape refuses that first`);
    const path = ["scale", "triggers", index, scaler.member];
    const args = withUnknowns(trigger[scaler.member as keyof TriggerArgs], path) as Readonly<
        Record<string, unknown>
    >;
    return {
        ...encodeTrigger(scaler, args, trigger.name),
        ...(trigger.authentication === undefined
            ? {}
            : { authentication: resolveAuthentication(trigger.authentication, index) }),
    };
}

function resolveAuthentication(args: AuthenticationArgs, index: number): PoolAuthentication {
    const at = `scale.triggers[${index}].authentication`;
    if (args.secret !== undefined) {
        const { name, parameters } = args.secret;
        return { kind: "secret", secret: leafOf(name, `${at}.secret.name`), parameters };
    }
    if (args.existing !== undefined) {
        const { name, cluster = false } = args.existing;
        return { kind: "existing", name: leafOf(name, `${at}.existing.name`), cluster };
    }
    const roleArn = args.awsPodIdentity?.roleArn;
    return {
        kind: "awsPodIdentity",
        ...(roleArn === undefined ? {} : { roleArn: leafOf(roleArn, `${at}.awsPodIdentity.roleArn`) }),
    };
}

/** Combinations that have the right form and still cannot be built. */
export function scaleProblems(args: AgentPoolArgs): Finding[] {
    const findings: Finding[] = [];
    const { scale, adopt } = args;
    const native = scale.engine === ScalingEngine.HorizontalPodAutoscaler;
    scale.triggers.forEach((trigger, index) => {
        const scaler = scalerOf(trigger);
        if (scaler === undefined) return;
        const isNative = NATIVE_SCALERS.has(scaler.type);
        if (native && !isNative) {
            findings.push(
                problem(
                    ["scale", "triggers", index, scaler.member],
                    "cannot be read by the engine HorizontalPodAutoscaler",
                    "leave scale.engine out, or set it to Keda",
                ),
            );
        }
        if (isNative && trigger.authentication !== undefined) {
            findings.push(
                problem(
                    ["scale", "triggers", index, "authentication"],
                    `has no effect: ${scaler.type} is read from the cluster itself`,
                    "remove it",
                ),
            );
        }
    });
    if (adopt?.horizontalPodAutoscaler !== undefined && native) {
        findings.push(
            problem(
                ["adopt", "horizontalPodAutoscaler"],
                "needs KEDA, which takes the autoscaler over",
                "set scale.engine to Keda, or import the autoscaler with Pulumi",
            ),
        );
    }
    if (
        scale.onMetricLoss !== undefined &&
        scale.triggers.every((t) => NATIVE_SCALERS.has(scalerOf(t)?.type ?? ""))
    ) {
        findings.push(
            problem(
                ["scale", "onMetricLoss"],
                "has no effect: KEDA has no fallback for CPU and memory alone",
                "remove it; the autoscaler holds the replicas while it has no metrics",
            ),
        );
    }
    return findings;
}
