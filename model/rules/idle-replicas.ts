import type { Fleet } from "../fleet";
import { known } from "../fleet";
import type { Rule } from "./rule";

/** Idle replicas that do not work. */
export const idleReplicas: Rule = {
    id: "idle-replicas",
    severity: "error",
    title: "idleReplicaCount is 0, below a floor of 1 or more.",
    why: "KEDA sets the idle number and its HPA pulls it back to the floor at once: the pool flaps for ever.",
    source: "kedacore/keda#2314, #8172; KEDA 2.20.2 verifyReplicaCount",
    *check({ scalers }: Fleet) {
        for (const { declared, idle, min } of scalers) {
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
                yield {
                    declared,
                    path: idle.path,
                    message: "idleReplicaCount 0 is not below the floor 0",
                    fix: "remove it: a floor of 0 goes to zero by itself",
                };
            }
        }
    },
};
