import type { Fleet } from "../fleet";
import { known } from "../fleet";
import type { Rule } from "./rule";

/** KEDA writes targets with three decimals (`quantityFromFloat64`), so anything smaller becomes 0. */
const SMALLEST = 0.0005;

/** Targets that the HPA refuses. */
export const targetPositive: Rule = {
    id: "target-positive",
    severity: "error",
    title: "The target of each trigger is above 0.",
    why: "The HPA divides by it and refuses 0; the whole scaler then stops, all of its triggers.",
    source: "kedacore/keda#1064, langchain-ai/helm#505; KEDA 2.20.2 scaler.go quantityFromFloat64",
    *check({ scalers }: Fleet) {
        for (const { declared, triggers } of scalers) {
            for (const { target, scaler } of triggers) {
                const value = known(target);
                if (value === undefined || value >= SMALLEST) continue;
                yield {
                    declared,
                    path: target.path,
                    message:
                        value > 0
                            ? `the target ${value} becomes 0: KEDA keeps three decimals`
                            : `the target is ${value}`,
                    fix:
                        scaler === undefined
                            ? "use a number above 0"
                            : `say how many ${scaler.unit} one replica is for`,
                };
            }
        }
    },
};
