import type { Fleet, FleetScaler, FleetTrigger } from "../fleet";
import type { DeprecatedKey, Scaler } from "../triggers";
import { isGiven } from "./metadata-text";
import type { Breach, Rule } from "./rule";

/** Scalers and metadata keys that KEDA has deprecated. */
export const triggerDeprecated: Rule = {
    id: "trigger-deprecated",
    severity: "warning",
    impact: "medium",
    tags: ["signal"],
    title: "No trigger uses a scaler or a key that KEDA has deprecated.",
    why: "The next version of KEDA refuses it, and the pool has no autoscaler after the upgrade.",
    source: "KEDA 2.20.2 pkg/scalers, tags deprecated and deprecatedAnnounce; keda.sh/blog/2025-09-15-gcp-deprecations",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            if (scaler.engine === "hpa") continue;
            for (const trigger of scaler.triggers) {
                if (trigger.scaler !== undefined) yield* checkTrigger(scaler, trigger, trigger.scaler);
            }
        }
    },
};

function* checkTrigger(
    { declared }: FleetScaler,
    { path, type, metadata }: FleetTrigger,
    scaler: Scaler,
): Generator<Breach> {
    if (scaler.deprecated !== undefined) {
        yield {
            declared,
            path: type.path,
            message: `KEDA has deprecated the scaler ${scaler.type}`,
            fix: scaler.deprecated,
        };
    }
    for (const [key, deprecated] of Object.entries(scaler.deprecatedKeys ?? {})) {
        if (!isGiven(metadata[key])) continue;
        yield { declared, path: [...path, "metadata", key], ...describe(scaler, key, deprecated) };
    }
}

function describe(
    { type }: Scaler,
    key: string,
    { instead, removed }: DeprecatedKey,
): Pick<Breach, "message" | "fix" | "severity"> {
    return {
        ...(removed === true ? { severity: "error" } : {}),
        message:
            removed === true
                ? `${type} refuses ${key} since KEDA 2.20`
                : `KEDA has deprecated ${key} of ${type}`,
        fix: instead === undefined ? "remove it" : `use ${instead}`,
    };
}
