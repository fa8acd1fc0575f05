import type { Declared } from "../declared";
import { access } from "./access";
import { limitRange } from "./limit-range";
import { namespace } from "./namespace";
import { networkPolicies } from "./network-policies";
import { priorityClasses } from "./priority-classes";
import { resourceQuotas } from "./resource-quotas";
import type { Team } from "./team";

/** The objects of a team without those of its pools, in the order in which they are created. */
export function teamObjects(team: Team): Declared[] {
    return [
        namespace(team),
        ...priorityClasses(team),
        limitRange(team),
        ...resourceQuotas(team),
        ...networkPolicies(team),
        ...access(team),
    ].filter((declared) => declared !== undefined);
}
