import { integer } from "../arguments";
import type { Field, Fleet, FleetScaler } from "../fleet";
import { known } from "../fleet";
import type { Rule } from "./rule";
import { servingPools } from "./serving-pools";

/** Pools that answer requests with fewer pods than it takes to lose one. */
export const servingFloor: Rule = {
    id: "serving-floor",
    severity: "warning",
    impact: "medium",
    tags: ["bounds", "disruption"],
    from: "standard",
    settings: {
        replicas: {
            shape: integer(1),
            meaning: "Fewest replicas of a pool that answers requests.",
            value: 2,
        },
    },
    title: "A pool that answers requests keeps enough replicas to lose one.",
    why: "With one replica each drained node and each crash is an outage, as long as a pod takes to start.",
    source: "kubernetes.io, disruptions: a drain takes the only replica; kube-linter, kube-score and Polaris ask for a floor of 2 or 3",
    *check(fleet: Fleet, { settings }) {
        const least = settings.number("replicas");
        if (least === undefined) return;
        for (const [scaler, services] of servingPools(fleet)) {
            const floor = floorOf(scaler);
            const replicas = known(floor);
            if (replicas === undefined || replicas < 0 || replicas >= least) continue;
            const serves =
                services.length === 0
                    ? `the pool is a ${scaler.intent?.archetype}`
                    : "a Service sends requests to the pool";
            yield {
                declared: scaler.declared,
                path: floor.path,
                message: `${serves}, and the floor is ${replicas}: ${effectOf(replicas, least)}`,
                fix: `use a floor of ${least} or more${floor === scaler.idle ? ", without idleReplicaCount" : ""}`,
            };
        }
    },
};

function effectOf(replicas: number, least: number): string {
    if (replicas === 0) return "the first request waits for a pod to start";
    if (replicas === 1) return "whoever asks while its pod is replaced may get no answer";
    return `such a pool keeps at least ${least}`;
}

/** What the pool rests at. A floor that is not known is noted by scale-bounds. */
function floorOf({ min, idle }: FleetScaler): Field<number> {
    return known(idle) === 0 ? idle : min;
}
