import type { Fleet } from "../fleet";
import type { Rule } from "./rule";

/** Where the component's arguments hold a trigger in KEDA's own form. */
const RAW = /^scale\.triggers\[\d+\]\.raw(\.|$)/;

/** Triggers in KEDA's own form where a typed member says the same. */
export const triggerRaw: Rule = {
    id: "trigger-raw",
    severity: "warning",
    impact: "low",
    tags: ["signal"],
    title: "A trigger whose scaler has typed arguments uses them.",
    why: "What is written as raw metadata is checked only as far as KEDA's own keys are known, and never by the compiler.",
    source: "KEDA 2.20.2 pkg/scalers: every scaler has typed arguments here",
    *check({ scalers }: Fleet) {
        for (const { declared, triggers } of scalers) {
            for (const { path, scaler } of triggers) {
                const at = [...path, "metadata"];
                const argument = declared.origin(at).argument ?? "";
                if (scaler === undefined || !RAW.test(argument)) continue;
                yield {
                    declared,
                    path: at,
                    message: `the metadata of ${scaler.type} are not checked beyond what the catalogue knows`,
                    fix: `use the typed member ${scaler.member}`,
                };
            }
        }
    },
};
