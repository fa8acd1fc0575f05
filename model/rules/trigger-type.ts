import type { Fleet } from "../fleet";
import { known } from "../fleet";
import { nearest } from "../findings";
import { SCALER_TYPES } from "../triggers";
import type { Rule } from "./rule";

const TYPES: ReadonlySet<string> = new Set(SCALER_TYPES);

/** Trigger types that KEDA does not have. */
export const triggerType: Rule = {
    id: "trigger-type",
    severity: "error",
    title: "Each trigger has a type that KEDA knows.",
    why: "The API server accepts any type; the operator then fails and the pool has no autoscaler at all.",
    source: "KEDA 2.20.2 pkg/scaling/scalers_builder.go: no scaler found for type; jaseci-labs/jac#9236",
    *check({ scalers }: Fleet) {
        for (const { declared, engine, triggers } of scalers) {
            if (engine !== "keda") continue;
            if (triggers.length === 0) {
                yield {
                    declared,
                    path: ["spec", "triggers"],
                    message: "there is no trigger",
                    fix: "give at least one reason to scale",
                };
            }
            for (const { type, scaler } of triggers) {
                const name = known(type);
                if (name === undefined || scaler !== undefined) continue;
                if (TYPES.has(name)) {
                    yield {
                        declared,
                        path: type.path,
                        severity: "note",
                        message: `the metadata of ${name} is not checked in this version`,
                        fix: "none needed: the type itself is known to KEDA",
                    };
                    continue;
                }
                const meant = nearest(name, SCALER_TYPES);
                yield {
                    declared,
                    path: type.path,
                    message: `KEDA has no scaler of type ${JSON.stringify(name)}`,
                    fix: meant === undefined ? "use a type that KEDA documents" : `did you mean ${meant}?`,
                };
            }
        }
    },
};
