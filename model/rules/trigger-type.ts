import { nearest } from "../findings";
import type { Fleet, FleetScaler, FleetTrigger } from "../fleet";
import { isUnknown, known } from "../fleet";
import { SCALER_TYPES } from "../triggers";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

/** Trigger types that KEDA does not have. */
export const triggerType: Rule = {
    id: "trigger-type",
    severity: "error",
    impact: "high",
    tags: ["signal"],
    title: "Each trigger has a type that KEDA knows.",
    why: "The API server accepts any type; the operator then fails and the pool has no autoscaler at all.",
    source: "KEDA 2.20.2 pkg/scaling/scalers_builder.go: no scaler found for type; jaseci-labs/jac#9236",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            const { declared, engine, triggers, areTriggersUnknown } = scaler;
            if (areTriggersUnknown) {
                const path = ["spec", engine === "hpa" ? "metrics" : "triggers"];
                yield notChecked(declared, path, "why the pool scales");
            }
            if (engine === "hpa") continue;
            if (triggers.length === 0 && !areTriggersUnknown) {
                yield {
                    declared,
                    path: ["spec", "triggers"],
                    message: "there is no trigger",
                    fix: "give at least one reason to scale",
                };
            }
            for (const trigger of triggers) yield* checkTrigger(scaler, trigger);
        }
    },
};

function* checkTrigger({ declared }: FleetScaler, { type, scaler, path }: FleetTrigger): Generator<Breach> {
    if (scaler !== undefined) return;
    if (isUnknown(type)) {
        yield notChecked(declared, type.path, "the trigger's type");
        return;
    }
    const name = known(type) ?? "";
    if (name === "") {
        yield {
            declared,
            path,
            message: "the trigger has no type",
            fix: "write which scaler it is, for example redis",
        };
    } else {
        const meant = nearest(name, SCALER_TYPES);
        yield {
            declared,
            path: type.path,
            message: `KEDA has no scaler of type ${JSON.stringify(name.slice(0, 80))}`,
            fix: meant === undefined ? "use a type that KEDA documents" : `did you mean ${meant}?`,
        };
    }
}
