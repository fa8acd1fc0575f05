import type { Declared } from "../declared";
import { isHidden } from "../declared";
import { nearest } from "../findings";
import type { Fleet, FleetScaler, FleetTrigger } from "../fleet";
import type { Scaler } from "../triggers";
import { metadataProblem, targetKeyOf } from "../triggers";
import { metadataText } from "./metadata-text";
import { notChecked } from "./not-checked";
import { resourceValueProblem } from "./resource-value-problem";
import type { Breach, Rule } from "./rule";
import { missingMetadata } from "./missing-metadata";
import { scalerKeys } from "./scaler-keys";
import { loginOf } from "./trigger-login";

/** Metadata that KEDA cannot parse, misses or ignores. */
export const triggerMetadata: Rule = {
    id: "trigger-metadata",
    severity: "error",
    impact: "high",
    tags: ["signal"],
    title: "Trigger metadata are texts that KEDA can parse, complete, and spelt as KEDA spells them.",
    why: "A key that KEDA does not know is ignored without a word, and one value it cannot parse stops every trigger.",
    source: "KEDA 2.20.2 pkg/scalers/scalersconfig/typed_config.go; kedacore/keda#1955, #6721",
    *check(fleet: Fleet) {
        for (const scaler of fleet.scalers) {
            if (scaler.engine === "hpa") continue;
            for (const trigger of scaler.triggers) yield* checkTrigger(fleet, scaler, trigger);
        }
    },
};

function* checkTrigger(fleet: Fleet, owner: FleetScaler, trigger: FleetTrigger): Generator<Breach> {
    const { declared } = owner;
    const at = [...trigger.path, "metadata"];
    if (trigger.isMetadataUnknown) {
        yield notChecked(declared, at);
        return;
    }
    for (const [key, value] of Object.entries(trigger.metadata)) {
        if (value === undefined || value === null || typeof value === "string" || isHidden(value)) continue;
        const text = typeof value === "object" ? "an object or a list" : JSON.stringify(value);
        yield {
            declared,
            path: [...at, key],
            message: `${key} is ${text}, and KEDA accepts text only`,
            fix: typeof value === "object" ? "write it as text" : `write "${text}"`,
        };
    }
    const { scaler } = trigger;
    if (scaler === undefined) return;
    yield* checkKeys(declared, trigger, scaler);
    yield* checkValues(declared, trigger, scaler);
    const login = loginOf(fleet, owner, trigger);
    const hasFormula = owner.modifiers !== undefined;
    for (const { key, message, fix } of missingMetadata(trigger, scaler, login, hasFormula)) {
        yield { declared, path: key === undefined ? at : [...at, key], message, fix };
    }
}

/** Keys that KEDA does not read. */
function* checkKeys(declared: Declared, { path, metadata }: FleetTrigger, scaler: Scaler): Generator<Breach> {
    if (scaler.passesKeysOn === true) return;
    const { keys, prefixes } = scalerKeys(scaler);
    for (const key of Object.keys(metadata)) {
        if (keys.has(key) || prefixes.some((prefix) => key.startsWith(prefix))) continue;
        // What may come from the environment does so under each of its names: addressesFromEnv as addressFromEnv.
        const source = /^(.*)FromEnv$/.exec(key)?.[1];
        if (source !== undefined && scaler.otherKeys.includes(source)) continue;
        const meant = nearest(key, keys);
        yield {
            declared,
            path: [...path, "metadata", key],
            severity: "warning",
            message: `${scaler.type} has no ${JSON.stringify(key.slice(0, 80))}; KEDA ignores it without a word`,
            fix: meant === undefined ? "remove it" : `did you mean ${meant}?`,
        };
    }
}

/** Values that KEDA cannot parse. */
function* checkValues(declared: Declared, trigger: FleetTrigger, scaler: Scaler): Generator<Breach> {
    const target = targetKeyOf(scaler, trigger.metadata);
    for (const field of scalerKeys(scaler).parsed) {
        const { key, kind } = field;
        const path = [...trigger.path, "metadata", key];
        const value = trigger.metadata[key];
        if (isHidden(value)) {
            // A target that is not known yet is noted by target-positive.
            if (kind !== "text" && key !== target) yield notChecked(declared, path);
            continue;
        }
        const text = metadataText(value);
        if (text === undefined) continue;
        const problem = scaler.wakesFromZero
            ? metadataProblem(text, field)
            : resourceValueProblem(key, text, trigger.effectiveMetricType);
        if (problem !== undefined) {
            yield { declared, path, message: `${key}: ${problem.problem}`, fix: problem.fix };
        }
    }
}
