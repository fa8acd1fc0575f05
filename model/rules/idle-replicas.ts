import { valueAt } from "../declared";
import type { Fleet } from "../fleet";
import { isUnknown, known } from "../fleet";
import { notChecked } from "./not-checked";
import type { Rule } from "./rule";

/** Idle replicas that do not work. */
export const idleReplicas: Rule = {
    id: "idle-replicas",
    severity: "error",
    impact: "high",
    tags: ["bounds"],
    title: "The idle number is 0, below a floor of 1 or more.",
    why: "KEDA sets any other number and its HPA pulls it back to the floor at once: the pool flaps for ever.",
    source: "kedacore/keda#2314, #8172; KEDA 2.20.2 CheckReplicaCountBoundsAreValid",
    *check({ scalers }: Fleet) {
        for (const { declared, idle, min } of scalers) {
            if (isUnknown(idle)) yield notChecked(declared, idle.path);
            const [replicas, floor] = [known(idle), known(min)];
            if (replicas === undefined) continue;
            if (replicas !== 0) {
                yield {
                    declared,
                    path: idle.path,
                    message: `idleReplicaCount is ${replicas}, and only 0 works`,
                    fix: "use 0, or remove it",
                };
            } else if (floor === 0) {
                // KEDA's webhook reads a floor of 0 as 1 where it is written, and as 0 where it is not.
                const isWritten = (valueAt(declared.object, min.path) ?? undefined) !== undefined;
                yield {
                    declared,
                    path: idle.path,
                    ...(isWritten ? { severity: "warning" as const } : {}),
                    message: isWritten
                        ? "idleReplicaCount 0 has no effect: the floor is 0 already"
                        : "idleReplicaCount 0 is not below the floor, which is 0 as none is given",
                    fix: "remove it: a floor of 0 goes to zero by itself",
                };
            }
        }
    },
};
