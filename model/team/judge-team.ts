import type { Declared } from "../declared";
import type { Finding } from "../findings";
import { sortFindings } from "../findings";
import type { Fleet } from "../fleet";
import { readFleet } from "../fleet";
import { DEFAULT_GUARDRAILS, RULES, check } from "../rules";
import { quotaCoversCeiling } from "../rules/quota-covers-ceiling";
import { limitRangeFit } from "./limit-range-fit";
import { podsKnown } from "./pods-known";
import { quotaFit } from "./quota-fit";
import type { Team } from "./team";
import { teamBudget } from "./team-budget";
import { teamPods } from "./team-pods";

/** A team's quota is its own, so that one in which its pools do not fit is a mistake and no doubt. */
const GUARDRAILS = {
    ...DEFAULT_GUARDRAILS,
    rules: { [quotaCoversCeiling.id]: { level: "mandatory" as const, values: {} } },
};

/** Judges a team as a whole: each rule once over the objects of all pools, its quotas and its LimitRange. */
export function judgeTeam(
    team: Team,
    objects: readonly Declared[],
    today: string,
): { fleet: Fleet; findings: Finding[] } {
    const fleet = readFleet([...objects, ...team.pools.flatMap(({ declared }) => declared)], team.platform);
    const pods = teamPods(team);
    const judged = check(fleet, RULES, { today, guardrails: GUARDRAILS });
    const findings = [
        ...judged,
        ...podsKnown(team, pods),
        ...quotaFit(team, pods, judged),
        ...limitRangeFit(team, pods),
        ...teamBudget(team, fleet),
    ];
    return { fleet, findings: sortFindings(findings) };
}
