import type { Fleet } from "../fleet";
import { known } from "../fleet";
import type { Rule } from "./rule";

/** Trigger names that are not unique, and caching where KEDA has none. */
export const triggerIdentity: Rule = {
    id: "trigger-identity",
    severity: "error",
    impact: "high",
    tags: ["signal"],
    title: "Trigger names are unique, and only triggers with a source are cached.",
    why: "KEDA's webhook refuses both, where it runs.",
    source: "KEDA 2.20.2 ValidateTriggers",
    *check({ scalers }: Fleet) {
        for (const { declared, triggers } of scalers) {
            const seen = new Set<string>();
            for (const { name, scaler, useCachedMetrics } of triggers) {
                // A name or a flag that is not known yet is left to KEDA's webhook.
                const text = known(name);
                if (text !== undefined && seen.has(text)) {
                    yield {
                        declared,
                        path: name.path,
                        message: `another trigger is called ${JSON.stringify(text)} already`,
                        fix: "give each trigger a name of its own",
                    };
                }
                if (text !== undefined) seen.add(text);
                if (known(useCachedMetrics) === true && scaler?.cacheable === false) {
                    yield {
                        declared,
                        path: useCachedMetrics.path,
                        message: `useCachedMetrics does not work for ${scaler.type}`,
                        fix: "remove it",
                    };
                }
            }
        }
    },
};
