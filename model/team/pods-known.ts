import { problem } from "../arguments";
import { podRequest, requestedResources } from "../capacity";
import { Unknown } from "../declared";
import type { Finding } from "../findings";
import { NetworkIsolation } from "./choices";
import { storageNeeds } from "./storage-needs";
import type { Team } from "./team";
import type { TeamPods } from "./team-pods";
import { COMPUTE } from "./team-needs";
import { hidesPlace } from "./trigger-places";

/** What must be known of the pools before a quota can be computed, and before the network can be opened. */
export function podsKnown(team: Team, pods: readonly TeamPods[]): Finding[] {
    return [...withoutEnd(team, pods), ...pods.flatMap(hiddenAmounts), ...hiddenPlaces(team)];
}

/** A pool that may run any number of pods has no ceiling that a quota could be computed from. */
function withoutEnd({ pools }: Team, pods: readonly TeamPods[]): Finding[] {
    const found = new Set(pods.map(({ key }) => key));
    return pools
        .filter(({ key }) => !found.has(key))
        .map(({ key }) =>
            problem(
                ["pools", key, "scale", "maxReplicas"],
                "is no end: how many pods the pool may run is not known, and the quota is computed from that",
                "use a strategy that keeps to the ceiling, or a customScalingRunningJobPercentage above 0",
            ),
        );
}

function hiddenAmounts({ key, podSpec, ...pods }: TeamPods): Finding[] {
    const resources = [...new Set([...COMPUTE, ...requestedResources(podSpec)])];
    const hidden = resources.filter((resource) => podRequest(podSpec, resource) instanceof Unknown);
    const claims = storageNeeds({ key, podSpec, ...pods }).filter(({ storage }) => storage === undefined);
    const what = [...hidden, ...(claims.length === 0 ? [] : ["storage"])];
    if (what.length === 0) return [];
    return [
        problem(
            ["pools", key, "workload"],
            `asks for ${what.join(" and ")} that is known only after apply, and the quota is computed from it`,
            "write the amount as plain text",
        ),
    ];
}

/** Where the pods fetch their work from cannot be opened when nobody knows it yet. */
function hiddenPlaces({ pools, network }: Team): Finding[] {
    if (network.isolation === NetworkIsolation.Open || !network.egressToTriggers || network.egress.length > 0)
        return [];
    return pools.flatMap(({ key, pool }) =>
        pool.scale.triggers.flatMap((trigger, index) =>
            hidesPlace(trigger) ? [hiddenPlace(key, index)] : [],
        ),
    );
}

function hiddenPlace(key: string, index: number): Finding {
    const found = problem(
        ["pools", key, "scale", "triggers", index],
        "says where its work is only after apply, so the network has no opening to it beside the usual ports",
        "list the place in network.egress, or its port in network.egressPorts",
    );
    return { ...found, id: "team-network", severity: "warning" };
}
