import { disruptionsAllowed } from "../capacity";
import type { FleetDisruptionBudget } from "../fleet";

/** More replicas than there are anywhere. */
const ANY_NUMBER = 2_147_483_647;

/** Whether a budget certainly lets no pod be evicted, however many there are. */
export function letsNoneGo({ spec }: FleetDisruptionBudget): boolean {
    const answer = disruptionsAllowed(spec, ANY_NUMBER);
    return "allowed" in answer && answer.allowed === 0;
}
