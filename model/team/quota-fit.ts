import { problem } from "../arguments";
import { Quantity, parseQuantity } from "../capacity";
import { formatPath } from "../declared";
import type { Finding } from "../findings";
import { formatAmount, quotaResource } from "../rules/quota-demand";
import type { Team } from "./team";
import type { Needs } from "./team-needs";
import { COMPUTE, objectNeeds, podNeeds } from "./team-needs";
import type { TeamPods } from "./team-pods";

/** Most pools that a message names. */
const MOST_NAMED = 3;

/**
 * Amounts that were asked for and are less than the pools need. The rule about quotas says it better where it says it;
 * it knows no claims and other objects, and nothing of what a VerticalPodAutoscaler makes of a pod.
 */
export function quotaFit(team: Team, pods: readonly TeamPods[], said: readonly Finding[]): Finding[] {
    const places = new Set(
        said.filter(({ severity }) => severity === "error").map(({ origin }) => origin.argument),
    );
    return Object.entries(team.quota.hard).flatMap(([resource, text]) => {
        const path = ["quota", "hard", resource];
        if (places.has(formatPath(path))) return [];
        const allowed = parseQuantity(text);
        const needed = needOf(team, pods, resource);
        if (!(allowed instanceof Quantity) || needed === undefined || needed.compare(allowed) <= 0) return [];
        const counted = quotaResource(resource) ?? { of: "pods", resource };
        return [
            problem(
                path,
                `is ${text}, and at their ceilings the pools need ${formatAmount(counted, needed)}: ${shares(team, pods, resource)}`,
                `use ${needed.toString()} or more`,
            ),
        ];
    });
}

/** What pools need at the least; what a team makes by hand is not among it. */
function needOf({ pools }: Team, pods: readonly TeamPods[], resource: string): Quantity | undefined {
    const needs: Needs = new Map([...objectNeeds(pools, pods, 0), ...podNeeds(pods)]);
    const isBare = COMPUTE.some((each) => each === resource);
    return needs.get(isBare ? `requests.${resource}` : resource);
}

function shares(team: Team, pods: readonly TeamPods[], resource: string): string {
    const byPool = team.pools.flatMap((pool) => {
        const own = pods.filter(({ key }) => key === pool.key);
        const need = needOf({ ...team, pools: [pool] }, own, resource);
        return need === undefined || need.sign === 0 ? [] : [{ key: pool.key, need }];
    });
    const named = byPool.sort((a, b) => b.need.compare(a.need)).slice(0, MOST_NAMED);
    const rest = byPool.length - named.length;
    return [
        ...named.map(({ key, need }) => `${key} ${need.toString()}`),
        ...(rest > 0 ? [`${rest} more`] : []),
    ].join(", ");
}
