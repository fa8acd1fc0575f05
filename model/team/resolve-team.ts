import { DNS_NAME, checkShape, plainCopy } from "../arguments";
import type { Declared } from "../declared";
import type { Finding } from "../findings";
import type { Fleet } from "../fleet";
import type { AgentTeamArgs, TeamLimitRangeArgs } from "./args";
import { NetworkIsolation } from "./choices";
import { judgeTeam } from "./judge-team";
import { strictestStandard } from "./pod-security";
import { storageNeeds } from "./storage-needs";
import type { Team, TeamLimitRange, TeamPool } from "./team";
import { teamObjects } from "./team-objects";
import { resolvePools } from "./team-pools";
import { teamPods } from "./team-pods";
import { KEDA_NAMESPACE, teamProblems } from "./team-problems";
import { TEAM_SHAPE } from "./team-shape";

/** A resolved team with all that it consists of, or the reasons why there is none. */
export interface TeamResolution {
    /** Absent where the arguments of the team or of a pool have errors of form. */
    readonly team?: Team;
    /** The arguments, read once. */
    readonly args?: AgentTeamArgs;
    /** The team's own objects, without those of its pools. */
    readonly objects: readonly Declared[];
    /** All objects, joined. */
    readonly fleet?: Fleet;
    /** What is wrong or doubtful with the team or any of its pools; all of it. */
    readonly findings: readonly Finding[];
}

const DEFAULT_REQUEST = { cpu: "100m", memory: "128Mi" };
/** Config maps, secrets and services that a team makes beside those of its pools. */
const SPARE_OBJECTS = 10;
const HTTPS = 443;
/** Stands for a name that is none while its pools are looked at. */
const NAMELESS = "team";

/**
 * Decides every value of a team and of its pools, and judges all of it together.
 *
 * @param name The component's name, also the start of the names of its pools.
 * @param args The arguments as the user wrote them; nothing about them is taken for granted.
 * @param today The day, `2026-12-31`, after which exemptions have run out.
 * @example resolveTeam("research", { pools: { crawler, summarizer } }, "2026-12-31")
 */
export function resolveTeam(name: string, args: AgentTeamArgs, today: string): TeamResolution {
    const { copy, findings: unreadable } = plainCopy(args);
    const shape = [...unreadable, ...checkShape(copy, TEAM_SHAPE)];
    if (shape.length > 0) return { objects: [], findings: shape };
    const read = copy as AgentTeamArgs;
    const problems = teamProblems(name, read);
    // What is wrong with the team's name would be wrong with that of each pool again.
    const isNamed = typeof name === "string" && DNS_NAME.accepts(name);
    const { pools, findings: wrong } = resolvePools(isNamed ? name : NAMELESS, read);
    if (problems.length + wrong.length > 0) return { objects: [], findings: [...problems, ...wrong] };
    const team = decided(name, read, pools);
    const objects = teamObjects(team);
    return { team, args: read, objects, ...judgeTeam(team, objects, today) };
}

function decided(name: string, args: AgentTeamArgs, pools: readonly TeamPool[]): Team {
    const { quota = {}, network = {}, budget, admission } = args;
    const platform = args.platform ?? {};
    return {
        name,
        namespace: args.namespace ?? name,
        pools,
        platform,
        quota: {
            hard: quota.hard ?? {},
            headroomPercent: quota.headroomPercent ?? 0,
            spareObjects: quota.spareObjects ?? SPARE_OBJECTS,
            ...(quota.bestEffortPods === undefined ? {} : { bestEffortPods: quota.bestEffortPods }),
            byPriority: quota.byPriority ?? false,
        },
        limitRange: withLargestClaim(limits(args), pools, platform),
        priorities: args.priorities ?? {},
        network: {
            isolation: network.isolation ?? NetworkIsolation.DefaultDeny,
            egressPorts: network.egressPorts ?? [HTTPS],
            egress: network.egress ?? [],
            egressToTriggers: network.egressToTriggers ?? true,
            ingressNamespaces: network.ingressNamespaces ?? [],
            kedaNamespace: network.kedaNamespace ?? KEDA_NAMESPACE,
        },
        access: args.access ?? {},
        ...(budget === undefined ? {} : { budget }),
        ...(admission === undefined ? {} : { admission }),
        podSecurity: args.podSecurity ?? strictestStandard(pools.map(({ pool }) => pool)),
        labels: args.labels ?? {},
    };
}

/** Pods that request nothing keep requesting nothing where such pods may run. */
function limits({ limitRange = {}, quota = {} }: AgentTeamArgs): TeamLimitRange {
    const { defaultRequest, defaultLimit = {}, max = {}, maxClaimStorage }: TeamLimitRangeArgs = limitRange;
    const fallback = (quota.bestEffortPods ?? 0) > 0 ? {} : DEFAULT_REQUEST;
    return {
        defaultRequest: defaultRequest ?? fallback,
        defaultLimit,
        max,
        ...(maxClaimStorage === undefined ? {} : { maxClaimStorage }),
    };
}

/** Where nobody says how large a claim may be, it is as large as the largest of the pools. */
function withLargestClaim(
    limitRange: TeamLimitRange,
    pools: readonly TeamPool[],
    platform: Team["platform"],
): TeamLimitRange {
    if (limitRange.maxClaimStorage !== undefined) return limitRange;
    const claims = teamPods({ pools, limitRange, platform })
        .flatMap(storageNeeds)
        .flatMap(({ storage }) => storage ?? []);
    const [first, ...others] = claims;
    if (first === undefined) return limitRange;
    return { ...limitRange, maxClaimStorage: others.reduce((a, b) => a.max(b), first).toString() };
}
