import type { Fleet, FleetScaler, FleetScalingRules } from "../fleet";
import { isUnknown, known } from "../fleet";
import { notChecked } from "./not-checked";
import { oneOfValues } from "./one-of-values";
import type { Breach, Rule } from "./rule";

/** Scaling rules that the HPA refuses. */
export const behaviorValues: Rule = {
    id: "behavior-values",
    severity: "error",
    impact: "high",
    tags: ["pace"],
    title: "Windows are 0 to 3600 s, periods 1 to 1800 s, policies complete, above 0 and of a known type.",
    why: "KEDA's own objects carry most of the behavior unchecked; the HPA is then refused and the pool has no autoscaler.",
    source: "Kubernetes 1.36 pkg/apis/autoscaling/validation validateScalingRules; KEDA 2.20.2 ScaledObject CRD",
    *check({ scalers }: Fleet) {
        for (const { declared, behavior } of scalers) {
            yield* checkRules(declared, behavior.scaleUp);
            yield* checkRules(declared, behavior.scaleDown);
        }
    },
};

function* checkRules(declared: FleetScaler["declared"], rules: FleetScalingRules): Generator<Breach> {
    const { stabilizationWindowSeconds: window, selectPolicy, policies, policiesPath } = rules;
    yield* range(declared, window, 0, 3600, "seconds");
    yield* oneOfValues(declared, selectPolicy, ["Max", "Min", "Disabled"]);
    if (policiesPath !== undefined && policies.length === 0) {
        yield {
            declared,
            path: policiesPath,
            message: "the list of policies is empty",
            fix: "give at least one policy, or remove the list for Kubernetes' own",
        };
    }
    for (const policy of policies) {
        const members = [policy.type, policy.value, policy.periodSeconds];
        for (const { path } of members.filter(({ value }) => value === undefined)) {
            yield {
                declared,
                path,
                message: `the policy has no ${String(path.at(-1))}`,
                fix: 'write all three, for example type "Pods", value 4 and periodSeconds 60',
            };
        }
        yield* oneOfValues(declared, policy.type, ["Pods", "Percent"]);
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
    if (isUnknown(field)) yield notChecked(declared, field.path);
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
