import { restingReplicas } from "../capacity";
import { MetricType } from "../triggers";
import type { DefaultRules, Reasoned } from "./archetypes";
import { ARCHETYPES } from "./archetypes";
import type { Platform } from "../platform";
import { TOLERANCE_KUBERNETES, versionAtLeast } from "../platform";
import type { AutoscaledAgentPoolArgs } from "./args";
import type { Ledger } from "./ledger";
import type { PoolBehavior, PoolTrigger } from "./pool";
import type { ScalingRulesArgs } from "./scale-args";

/** The longest window that an HPA looks back (autoscaling/v2 validation). */
export const LONGEST_WINDOW_SECONDS = 3600;

/**
 * Decides the rules of both directions, member by member: what is not given comes from the archetype, and the window
 * of scaling down from the cooldown.
 */
export function resolveBehavior(
    { archetype, scale, platform }: AutoscaledAgentPoolArgs,
    cooldownSeconds: number,
    triggers: readonly PoolTrigger[],
    ledger: Ledger,
): PoolBehavior {
    const { scaleUp, scaleDown } = ARCHETYPES[archetype];
    const stabilizationWindowSeconds = Math.min(cooldownSeconds, LONGEST_WINDOW_SECONDS);
    const down = { ...scaleDown, value: { stabilizationWindowSeconds, ...scaleDown.value } };
    const tolerance = exactTolerance(triggers, platform);
    const rules = (direction: keyof PoolBehavior, fallback: Reasoned<DefaultRules>): ScalingRulesArgs => {
        const given = scale.behavior?.[direction];
        const path = `scale.behavior.${direction}`;
        return {
            ...resolveRules(path, given, fallback, ledger),
            ...(tolerance === undefined || given?.tolerance !== undefined
                ? {}
                : { tolerance: ledger.or(`${path}.tolerance`, undefined, 0, tolerance, "derived") }),
        };
    };
    return { scaleUp: rules("scaleUp", scaleUp), scaleDown: rules("scaleDown", down) };
}

/**
 * Why a number is to be followed exactly; `undefined` where the cluster's tolerance stays. Only numbers that are
 * divided by a whole target bear that: a utilisation moves all the time.
 */
export function exactTolerance(
    triggers: readonly PoolTrigger[],
    platform: Platform = {},
): string | undefined {
    const { kubernetesVersion } = platform;
    if (kubernetesVersion === undefined || !versionAtLeast(kubernetesVersion, TOLERANCE_KUBERNETES)) {
        return undefined;
    }
    const largest = Math.max(...triggers.map(windowReplicas));
    const isCounted = triggers.every(
        ({ scaler, metricType }) => scaler?.wakesFromZero === true && metricType !== MetricType.Value,
    );
    const rests = restingReplicas(largest);
    if (rests >= largest || !isCounted) return undefined;
    return `a window of ${largest} replicas would rest at ${rests}: Kubernetes leaves alone what is within 10 %`;
}

/** The replicas that a window keeps; 0 of any other trigger. */
function windowReplicas({ scaler, metadata }: PoolTrigger): number {
    const replicas = metadata["desiredReplicas"];
    return scaler?.type === "cron" && typeof replicas === "string" ? Number(replicas) : 0;
}

function resolveRules(
    path: string,
    given: ScalingRulesArgs = {},
    fallback: Reasoned<DefaultRules>,
    ledger: Ledger,
): ScalingRulesArgs {
    if (Object.keys(given).length === 0) return ledger.archetype(path, undefined, fallback);
    const { stabilizationWindowSeconds, selectPolicy, policies } = fallback.value;
    const member = <T>(name: string, stated: T | undefined, value: T): T =>
        ledger.archetype(`${path}.${name}`, stated, { ...fallback, value });
    return {
        stabilizationWindowSeconds: member(
            "stabilizationWindowSeconds",
            given.stabilizationWindowSeconds,
            stabilizationWindowSeconds,
        ),
        selectPolicy: member("selectPolicy", given.selectPolicy, selectPolicy),
        policies: member("policies", given.policies, policies),
        ...(given.tolerance === undefined
            ? {}
            : { tolerance: ledger.given(`${path}.tolerance`, given.tolerance) }),
    };
}
