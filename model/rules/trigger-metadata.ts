import { Secret, Unknown } from "../declared";
import { nearest } from "../findings";
import type { Fleet, FleetScaler, FleetTrigger } from "../fleet";
import type { Scaler } from "../triggers";
import { metadataProblem } from "../triggers";
import type { Breach, Rule } from "./rule";

/** Metadata that KEDA cannot parse, misses or ignores. */
export const triggerMetadata: Rule = {
    id: "trigger-metadata",
    severity: "error",
    title: "Trigger metadata are texts that KEDA can parse, complete, and spelt as KEDA spells them.",
    why: "A key that KEDA does not know is ignored without a word, and one value it cannot parse stops every trigger.",
    source: "KEDA 2.20.2 pkg/scalers/scalersconfig/typed_config.go; kedacore/keda#1955, #6721",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            if (scaler.engine !== "keda") continue;
            for (const trigger of scaler.triggers) yield* checkTrigger(scaler, trigger);
        }
    },
};

function* checkTrigger({ declared }: FleetScaler, trigger: FleetTrigger): Generator<Breach> {
    const at = [...trigger.path, "metadata"];
    for (const [key, value] of Object.entries(trigger.metadata)) {
        if (typeof value === "string" || value instanceof Unknown || value instanceof Secret) continue;
        const text = typeof value === "object" ? "an object" : JSON.stringify(value);
        yield {
            declared,
            path: [...at, key],
            message: `${key} is ${text}, and KEDA accepts text only`,
            fix: typeof value === "object" ? "write it as text" : `write "${text}"`,
        };
    }
    if (trigger.scaler !== undefined) yield* checkAgainst(trigger.scaler, declared, trigger);
}

function* checkAgainst(
    scaler: Scaler,
    declared: FleetScaler["declared"],
    trigger: FleetTrigger,
): Generator<Breach> {
    const at = [...trigger.path, "metadata"];
    const fields = Object.values(scaler.fields).filter(({ key }) => key !== "");
    const keys = new Set([...fields.map(({ key }) => key), ...scaler.otherKeys, ...scaler.secretKeys]);
    for (const [key, value] of Object.entries(trigger.metadata)) {
        if (!keys.has(key)) {
            const meant = nearest(key, keys);
            yield {
                declared,
                path: [...at, key],
                severity: "warning",
                message: `${scaler.type} has no ${JSON.stringify(key)}; KEDA ignores it without a word`,
                fix: meant === undefined ? "remove it" : `did you mean ${meant}?`,
            };
        }
        const field = fields.find((candidate) => candidate.key === key);
        const problem =
            field === undefined || typeof value !== "string" ? undefined : metadataProblem(value, field.kind);
        if (problem !== undefined) {
            yield { declared, path: [...at, key], message: `${key}: ${problem.problem}`, fix: problem.fix };
        }
    }
    for (const alternatives of scaler.needsOneKeyOf) {
        if (alternatives.some((key) => trigger.metadata[key] !== undefined && trigger.metadata[key] !== ""))
            continue;
        // A parameter may also come from the authentication that the trigger refers to.
        if (trigger.authentication !== undefined && alternatives.includes("awsRegion")) continue;
        yield {
            declared,
            path: at,
            message: `${scaler.type} needs ${alternatives.join(" or ")}`,
            fix: `give ${alternatives[0] ?? ""}`,
        };
    }
}
