import { Secret, Unknown } from "../declared";
import type { Fleet, FleetScaler, FleetTrigger } from "../fleet";
import { defaultOf, kedaBoolean, metadataText } from "../triggers";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

const KEY = "ignoreNullValues";
/** A query that gives 0 on purpose where there is nothing. */
const ZERO_ON_PURPOSE = /\bor\s+(?:on\s*\(\s*\)\s*)?(?:vector\s*\(\s*0(?:\.0*)?\s*\)|0\b)/i;

/** Queries whose empty result counts as no work. */
export const emptyResult: Rule = {
    id: "empty-result",
    severity: "warning",
    impact: "medium",
    tags: ["signal"],
    title: "A query that finds nothing is a failure, unless its author says that it is 0.",
    why: "In an outage of the metrics every result is empty: KEDA reads 0 and takes the replicas away under full load.",
    source: "kedacore/keda#3065, keda-docs#1812; KEDA 2.20.2 prometheus_scaler.go: ignoreNullValues is true where it is not given",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            // Of jobs nothing is taken away, and a query that fails starts as few as one that finds nothing.
            if (scaler.jobs !== undefined) continue;
            for (const trigger of scaler.triggers) yield* checkTrigger(scaler, trigger);
        }
    },
};

/** Metadata that are not known as a whole are noted by trigger-metadata. */
function* checkTrigger(
    { declared }: FleetScaler,
    { scaler, metadata, path, isMetadataUnknown }: FleetTrigger,
): Generator<Breach> {
    const fallback = scaler === undefined ? undefined : defaultOf(scaler, KEY);
    if (scaler === undefined || fallback === undefined || isMetadataUnknown) return;
    const at = [...path, "metadata", KEY];
    const given = metadata[KEY];
    if (given instanceof Unknown || given instanceof Secret) {
        yield notChecked(declared, at, "whether an empty result counts as 0");
        return;
    }
    const query = metadataText(metadata["query"]) ?? "";
    if (kedaBoolean(metadataText(given) ?? fallback) !== true || ZERO_ON_PURPOSE.test(query)) return;
    yield {
        declared,
        path: at,
        message: `an empty result of ${scaler.type} counts as 0, and an outage of it takes replicas away`,
        fix: 'set ignoreNullValues to "false", or write "or vector(0)" where nothing means 0',
    };
}
