import type { Leaf } from "../declared";
import { withUnknowns } from "../declared";
import type { AuthenticationArgs, EncodedTrigger, TriggerArgs } from "../triggers";
import { encodeRawTrigger, encodeTrigger, nativeMember, scalerMember, scalerOf } from "../triggers";
import type { AgentPoolArgs, AutoscaledAgentPoolArgs } from "./args";
import { ScalingEngine, WorkloadKind } from "./choices";
import { leafOf } from "./leaf-of";
import type { Ledger } from "./ledger";
import type { Pool, PoolAuthentication, PoolTrigger } from "./pool";
import { resolveBehavior } from "./resolve-behavior";
import { resolveCooldown } from "./resolve-cooldown";
import { workloadKind } from "./resolve-kind";
import { resolveEngine } from "./resolve-engine";
import { resolveNativeMetric } from "./resolve-native-metric";
import { resolveFloors } from "./resolve-schedules";
import type { MetricLossArgs } from "./scale-args";

type ResolvedScale = Pool["scale"];

/** Decides bounds, triggers, engine and behaviour; the arguments have their right form already. */
export function resolveScale(args: AutoscaledAgentPoolArgs, ledger: Ledger): ResolvedScale {
    const { scale } = args;
    const { minReplicas, windows } = resolveFloors(args, ledger);
    const triggers = [...scale.triggers.map(resolveTrigger), ...windows];
    const maxReplicas = ledger.given("scale.maxReplicas", scale.maxReplicas);
    const engine = resolveEngine(args, minReplicas, triggers, ledger);
    return {
        minReplicas,
        maxReplicas,
        triggers,
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

function resolvePolling({ scale }: AgentPoolArgs, ledger: Ledger): number {
    return ledger.or(
        "scale.pollingIntervalSeconds",
        scale.pollingIntervalSeconds,
        15,
        "as often as the HPA looks (KEDA's own default is 30)",
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

function resolveTrigger(trigger: TriggerArgs, index: number): PoolTrigger {
    const native = nativeMember(trigger);
    if (native !== undefined) return resolveNativeMetric(trigger, native, index);
    const encoded = encode(trigger, index);
    const argument = `scale.triggers[${index}]`;
    return {
        ...encoded,
        argument,
        values: `${argument}.${encoded.member}`,
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
