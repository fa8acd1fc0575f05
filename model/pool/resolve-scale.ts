import type { Leaf } from "../declared";
import { withUnknowns } from "../declared";
import type { AuthenticationArgs, EncodedTrigger, TriggerArgs } from "../triggers";
import { encodeRawTrigger, encodeTrigger, scalerMember, scalerOf } from "../triggers";
import { ARCHETYPES } from "./archetypes";
import type { AgentPoolArgs } from "./args";
import { ScalingEngine } from "./choices";
import { leafOf } from "./leaf-of";
import type { Ledger } from "./ledger";
import { NATIVE_SCALERS } from "./native-scalers";
import type { Pool, PoolAuthentication, PoolTrigger } from "./pool";
import { resolveBehavior } from "./resolve-behavior";
import type { MetricLossArgs } from "./scale-args";

type ResolvedScale = Pool["scale"];

/** Decides bounds, triggers, engine and behaviour; the arguments have their right form already. */
export function resolveScale(args: AgentPoolArgs, ledger: Ledger): ResolvedScale {
    const { scale } = args;
    const triggers = scale.triggers.map(resolveTrigger);
    return {
        minReplicas: ledger.given("scale.minReplicas", scale.minReplicas),
        maxReplicas: ledger.given("scale.maxReplicas", scale.maxReplicas),
        triggers,
        engine: resolveEngine(args, triggers, ledger),
        ...resolveBehavior(args, ledger),
        ...resolveSleep(args, ledger),
        ...(scale.onMetricLoss === undefined
            ? {}
            : { onMetricLoss: resolveMetricLoss(scale.onMetricLoss, ledger) }),
    };
}

function resolveEngine(
    { scale, adopt }: AgentPoolArgs,
    triggers: readonly PoolTrigger[],
    ledger: Ledger,
): Exclude<ScalingEngine, "Auto"> {
    const given = scale.engine === ScalingEngine.Auto ? undefined : scale.engine;
    const external = triggers.find(({ type, member }) => member === "raw" || !NATIVE_SCALERS.has(type));
    if (external !== undefined) {
        const reason = `the native autoscaler cannot read ${external.type}`;
        return ledger.or("scale.engine", given, ScalingEngine.Keda, reason, "derived");
    }
    if (scale.minReplicas === 0) {
        const reason = "the native autoscaler does not go to zero on CPU or memory";
        return ledger.or("scale.engine", given, ScalingEngine.Keda, reason, "derived");
    }
    if (adopt?.horizontalPodAutoscaler !== undefined) {
        const reason = `KEDA takes the autoscaler ${adopt.horizontalPodAutoscaler} over`;
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

/** How the pool sleeps and wakes. With a floor above zero it never does, and what was given for it is unused. */
function resolveSleep(args: AgentPoolArgs, ledger: Ledger): Pick<ResolvedScale, "sleep"> {
    const { minReplicas, pollingIntervalSeconds, cooldownSeconds } = args.scale;
    if (minReplicas > 0) {
        const reason = `no effect: minReplicas is ${minReplicas}, so the pool never sleeps, and never has to be woken`;
        ledger.withoutEffect("scale.pollingIntervalSeconds", pollingIntervalSeconds, reason);
        ledger.withoutEffect("scale.cooldownSeconds", cooldownSeconds, reason);
        return {};
    }
    return {
        sleep: {
            pollingIntervalSeconds: ledger.or(
                "scale.pollingIntervalSeconds",
                pollingIntervalSeconds,
                15,
                "as often as the HPA looks (KEDA's own default is 30)",
            ),
            cooldownSeconds: resolveCooldown(args, ledger),
        },
    };
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
    return {
        ...encode(trigger, index),
        ...(trigger.authentication === undefined
            ? {}
            : { authentication: resolveAuthentication(trigger.authentication, index) }),
    };
}

function encode(trigger: TriggerArgs, index: number): EncodedTrigger {
    const path = ["scale", "triggers", index, scalerMember(trigger) ?? ""];
    if (trigger.raw !== undefined) {
        const metadata = withUnknowns(trigger.raw.metadata, [...path, "metadata"]);
        return encodeRawTrigger(
            trigger.raw,
            metadata as Readonly<Record<string, Leaf<string>>>,
            trigger.name,
        );
    }
    const scaler = scalerOf(trigger);
    if (scaler === undefined)
        throw new Error(`scale.triggers[${index}] has no scaler; checkShape refuses that first`);
    const args = withUnknowns(trigger[scaler.member as keyof TriggerArgs], path);
    return encodeTrigger(scaler, args as Readonly<Record<string, unknown>>, trigger.name);
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
    if (args.gcpPodIdentity !== undefined) return { kind: "gcpPodIdentity" };
    if (args.azureWorkload !== undefined) {
        const { identityId, tenantId } = args.azureWorkload;
        const path = `${at}.azureWorkload`;
        return {
            kind: "azureWorkload",
            ...(identityId === undefined ? {} : { identityId: leafOf(identityId, `${path}.identityId`) }),
            ...(tenantId === undefined ? {} : { tenantId: leafOf(tenantId, `${path}.tenantId`) }),
        };
    }
    const roleArn = args.awsPodIdentity?.roleArn;
    return {
        kind: "awsPodIdentity",
        ...(roleArn === undefined ? {} : { roleArn: leafOf(roleArn, `${at}.awsPodIdentity.roleArn`) }),
    };
}
