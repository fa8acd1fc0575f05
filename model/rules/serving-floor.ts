import { integer } from "../arguments";
import { valueAt } from "../declared";
import type { Field, Fleet, FleetScaler, FleetService } from "../fleet";
import { known } from "../fleet";
import { archetypeOf } from "./archetype-of";
import type { Rule } from "./rule";
import { scaledServices } from "./scaled-services";

/** Kinds of work that answer somebody who waits. */
const SERVING: ReadonlySet<string> = new Set(["Service", "SessionServer"]);

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
        const behindService = new Set(
            scaledServices(fleet).flatMap(({ service, scaler }) => (sendsRequests(service) ? scaler : [])),
        );
        for (const scaler of fleet.scalers) {
            const floor = floorOf(scaler);
            const replicas = known(floor);
            if (scaler.jobs !== undefined || replicas === undefined) continue;
            if (replicas < 0 || replicas >= least) continue;
            const serves = servesBy(scaler, behindService.has(scaler));
            if (serves === undefined) continue;
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

/** A Service without an address, or with ports for metrics alone, only names pods. */
function sendsRequests({ isHeadless, declared }: FleetService): boolean {
    const ports = valueAt(declared.object, ["spec", "ports"]);
    const names = Array.isArray(ports) ? ports.map((port: unknown) => valueAt(port, ["name"])) : [];
    const areForMetrics =
        names.length > 0 && names.every((name) => typeof name === "string" && name.includes("metrics"));
    return !isHeadless && !areForMetrics;
}

/** Why a pool is taken for one that serves; what its author says of the work is more than a Service in front of it. */
function servesBy({ intent }: FleetScaler, isBehindService: boolean): string | undefined {
    const archetype = archetypeOf(intent)?.name;
    if (archetype !== undefined) {
        return SERVING.has(archetype) ? `the pool is a ${archetype}` : undefined;
    }
    return isBehindService ? "a Service sends requests to the pool" : undefined;
}

/** What the pool rests at. A floor that is not known is noted by scale-bounds. */
function floorOf({ min, idle }: FleetScaler): Field<number> {
    return known(idle) === 0 ? idle : min;
}
