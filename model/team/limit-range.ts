import type { Declared } from "../declared";
import { canonicalQuantity } from "../manifests/canonical-quantity";
import type { Team } from "./team";
import { declareInTeam } from "./team-metadata";

type Amounts = Readonly<Record<string, string>>;

/** The LimitRange of a team; none where it would say nothing. */
export function limitRange(team: Team): Declared | undefined {
    const { defaultRequest, defaultLimit, max, maxClaimStorage } = team.limitRange;
    const container = {
        ...amounts("defaultRequest", defaultRequest),
        ...amounts("default", defaultLimit),
        ...amounts("max", max),
    };
    const limits = [
        ...(Object.keys(container).length === 0 ? [] : [{ type: "Container", ...container }]),
        ...(maxClaimStorage === undefined
            ? []
            : [{ type: "PersistentVolumeClaim", max: { storage: canonicalQuantity(maxClaimStorage) } }]),
    ];
    if (limits.length === 0) return undefined;
    return declareInTeam(
        team,
        "limit-range",
        team.name,
        { apiVersion: "v1", kind: "LimitRange", spec: { limits } },
        [[["spec"], "limitRange"]],
    );
}

function amounts(member: string, given: Amounts): Readonly<Record<string, Amounts>> {
    const entries = Object.entries(given).map(([resource, text]) => [resource, canonicalQuantity(text)]);
    return entries.length === 0 ? {} : { [member]: Object.fromEntries(entries) as Amounts };
}
