import type { Fleet, FleetScaler, FleetScalingRules } from "../fleet";
import { known } from "../fleet";
import type { Breach, Rule } from "./rule";

/** Scaling rules that the HPA refuses. */
export const behaviorValues: Rule = {
    id: "behavior-values",
    severity: "error",
    title: "Windows are 0 to 3600 s, periods 1 to 1800 s, policies above 0 and of a known type.",
    why: "KEDA's own objects carry the behavior unchecked; the HPA is then refused and the pool has no autoscaler.",
    source: "Kubernetes autoscaling/v2 validation; KEDA 2.20.2 ScaledObject CRD",
    *check({ scalers }: Fleet) {
        for (const { declared, behavior } of scalers) {
            yield* checkRules(declared, behavior.scaleUp);
            yield* checkRules(declared, behavior.scaleDown);
        }
    },
};

function* checkRules(declared: FleetScaler["declared"], rules: FleetScalingRules): Generator<Breach> {
    const { stabilizationWindowSeconds: window, selectPolicy, policies } = rules;
    yield* range(declared, window, 0, 3600, "seconds");
    yield* oneOf(declared, selectPolicy, ["Max", "Min", "Disabled"]);
    for (const policy of policies) {
        yield* oneOf(declared, policy.type, ["Pods", "Percent"]);
        yield* range(declared, policy.value, 1, undefined, "pods or percent");
        yield* range(declared, policy.periodSeconds, 1, 1800, "seconds");
    }
}

function* range(
    declared: FleetScaler["declared"],
    field: FleetScalingRules["stabilizationWindowSeconds"],
    min: number,
    max: number | undefined,
    unit: string,
): Generator<Breach> {
    const value = known(field);
    if (value === undefined || (value >= min && (max === undefined || value <= max))) return;
    const allowed = max === undefined ? `${min} or more` : `${min} to ${max}`;
    yield {
        declared,
        path: field.path,
        message: `${String(field.path.at(-1))} is ${value}, outside ${allowed} ${unit}`,
        fix: `use ${allowed}`,
    };
}

function* oneOf(
    declared: FleetScaler["declared"],
    field: FleetScalingRules["selectPolicy"],
    choices: readonly string[],
): Generator<Breach> {
    const value = known(field);
    if (value === undefined || choices.includes(value)) return;
    yield {
        declared,
        path: field.path,
        message: `${String(field.path.at(-1))} is ${JSON.stringify(value)}`,
        fix: `use ${choices.join(" or ")}`,
    };
}
