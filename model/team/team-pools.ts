import { problem } from "../arguments";
import type { Declared, Location } from "../declared";
import type { Finding } from "../findings";
import { manifests } from "../manifests";
import type { AutoscaledAgentPoolArgs } from "../pool";
import { resolve } from "../pool";
import type { AgentTeamArgs } from "./args";
import type { TeamPool } from "./team";

/**
 * The name of a pool's component and objects. It has the team's in front, since URNs hold no namespace: two teams of one
 * stack may have a pool of the same key.
 */
export function teamPoolName(team: string, key: string): string {
    return `${team}-${key}`;
}

/** The arguments of a pool with what the team says for all of them; the pool's own labels are stronger. */
export function teamPoolArgs(
    name: string,
    { namespace = name, platform, labels, pools }: AgentTeamArgs,
    key: string,
): AutoscaledAgentPoolArgs | undefined {
    const pool = pools[key];
    if (pool === undefined) return undefined;
    return {
        ...pool,
        namespace,
        ...(platform === undefined ? {} : { platform }),
        ...(labels === undefined && pool.labels === undefined
            ? {}
            : { labels: { ...labels, ...pool.labels } }),
    };
}

/** Resolves every pool of a team, and collects what is wrong with any of them. */
export function resolvePools(name: string, args: AgentTeamArgs): { pools: TeamPool[]; findings: Finding[] } {
    const pools: TeamPool[] = [];
    const findings: Finding[] = [];
    for (const key of Object.keys(args.pools)) {
        const poolArgs = teamPoolArgs(name, args, key);
        if (poolArgs === undefined) continue;
        const { pool, findings: wrong } = resolve(teamPoolName(name, key), poolArgs);
        findings.push(...wrong.map((finding) => ofPool(finding, key)));
        if (pool?.workload.kind === "existing") findings.push(existingTarget(key));
        else if (pool !== undefined) {
            pools.push({ key, pool, declared: manifests(pool).map((each) => inTeam(each, key)) });
        }
    }
    return { pools, findings: withoutRepeats(findings) };
}

/** A team makes its namespace, in which nothing can exist before; and nobody knows what those pods take. */
function existingTarget(key: string): Finding {
    return problem(
        ["pools", key, "workload", "existing"],
        "cannot be in a team: what its pods take is not known, and the quota is computed from that",
        "give the pool a container, or make it an AutoscaledAgentPool outside of the team",
    );
}

/** What is wrong with a pool's arguments, as arguments of the team. */
function ofPool(finding: Finding, key: string): Finding {
    const { message, path, origin } = finding;
    const argument = teamArgument(key, origin.argument ?? path);
    const isNamed = path !== "" && message.startsWith(path);
    return {
        ...finding,
        message: `${argument}${isNamed ? message.slice(path.length) : ` ${message}`}`,
        path: argument,
        origin: { argument },
    };
}

function inTeam(declared: Declared, key: string): Declared {
    return {
        ...declared,
        origin: (path): Location => {
            const location = declared.origin(path);
            return location.argument === undefined
                ? location
                : { ...location, argument: teamArgument(key, location.argument) };
        },
    };
}

/** A pool has its name from its key, and its place and the facts of the cluster from the team. */
function teamArgument(key: string, argument: string): string {
    if (/^(namespace|platform)\b/.test(argument)) return argument;
    return argument === "" || argument === "name" ? `pools.${key}` : `pools.${key}.${argument}`;
}

/** What is wrong with the facts of the cluster is wrong for each pool. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
    const seen = new Set<string>();
    return findings.filter(({ message }) => !seen.has(message) && seen.add(message));
}
