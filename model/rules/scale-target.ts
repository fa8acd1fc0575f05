import { valueAt } from "../declared";
import type { Fleet } from "../fleet";
import type { Rule } from "./rule";

/** Autoscalers that do not say what they scale. */
export const scaleTarget: Rule = {
    id: "scale-target",
    severity: "error",
    impact: "high",
    tags: ["scaler"],
    title: "An autoscaler names what it scales; an HPA also says of which kind and API.",
    why: "The API server refuses the object; until then nothing scales.",
    source: "KEDA 2.20.2 ScaledObject CRD; Kubernetes 1.36 pkg/apis/autoscaling/validation",
    *check({ scalers }: Fleet) {
        for (const { declared, engine, target } of scalers) {
            if (engine === "keda-jobs") continue;
            const at = ["spec", "scaleTargetRef"];
            // A name that is known only after apply is a name.
            if ((target.name ?? "") === "") {
                yield {
                    declared,
                    path: [...at, "name"],
                    message: "the autoscaler names no target",
                    fix: "give spec.scaleTargetRef.name, in the same namespace",
                };
            }
            if (engine === "keda") continue;
            for (const [member, example] of [
                ["kind", "Deployment"],
                ["apiVersion", "apps/v1"],
            ] as const) {
                const value = valueAt(declared.object, [...at, member]) ?? "";
                if (value !== "") continue;
                yield {
                    declared,
                    path: [...at, member],
                    message: `the target has no ${member}, and an HPA assumes none`,
                    fix: `write it, for example ${member}: ${example}`,
                };
            }
        }
    },
};
