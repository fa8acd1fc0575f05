import { Secret, Unknown } from "../declared";

/** The part of a PodDisruptionBudget's spec that decides how many pods may be evicted; one of the two is set. */
export interface DisruptionBudget {
    /** Pods that must stay, as a number or a percentage ("50%"). */
    readonly minAvailable?: unknown;
    /** Pods that may be missing, as a number or a percentage ("50%"). */
    readonly maxUnavailable?: unknown;
    readonly [field: string]: unknown;
}

/** Why the API server would refuse a budget, and what to write instead. */
export interface DisruptionProblem {
    readonly member: "minAvailable" | "maxUnavailable";
    readonly message: string;
    readonly fix: string;
}

/** What a budget permits when every replica is healthy. */
export interface Disruptions {
    /** Pods that may be evicted at once. Zero blocks every drain of a node that runs one. */
    readonly allowed: number;
    /** Pods that must stay. */
    readonly desiredHealthy: number;
}

const LARGEST_INT32 = 2_147_483_647;
const MEMBERS = ["maxUnavailable", "minAvailable"] as const;

/** A value as it stands in a message, cut when it is long. */
function show(value: unknown): string {
    if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
    return typeof value === "number" ? String(value) : `of type ${typeof value}`;
}

/** The pods that a number or a percentage stands for; percentages are rounded up, both for what stays and for what may go. */
function scale(
    value: unknown,
    member: DisruptionProblem["member"],
    replicas: number,
): number | DisruptionProblem {
    const problem = (message: string): DisruptionProblem => ({
        member,
        message: `${member} ${show(value)} ${message}`,
        fix: 'use a whole number from 0, or a percentage from "0%" to "100%"',
    });
    if (typeof value === "number") {
        const isWhole = Number.isInteger(value) && value >= 0 && value <= LARGEST_INT32;
        return isWhole ? value : problem("is not a whole number from 0");
    }
    if (typeof value !== "string") return problem("is neither a number nor a percentage");
    const digits = /^(\d{1,10})%$/.exec(value)?.[1];
    if (digits === undefined) return problem("is not a percentage");
    return Number(digits) > 100 ? problem("is more than 100%") : Math.ceil((Number(digits) * replicas) / 100);
}

/**
 * How many of so many healthy replicas a PodDisruptionBudget lets be evicted at once, as the disruption
 * controller counts (Kubernetes 1.36 pkg/controller/disruption). Percentages are of the replicas that the
 * workload asks for and are rounded up: `minAvailable` 50% of 1 keeps 1 and blocks, `maxUnavailable` 30% of 1
 * lets 1 go. A budget with neither member lets nothing be evicted. `Unknown` when the member that decides is not
 * known; a problem when the API server would refuse the budget.
 *
 * @example disruptionsAllowed({ maxUnavailable: "30%" }, 4) // { allowed: 2, desiredHealthy: 2 }
 */
export function disruptionsAllowed(
    budget: DisruptionBudget,
    replicas: number,
): Disruptions | DisruptionProblem | Unknown {
    const set = MEMBERS.filter((member) => budget[member] !== undefined && budget[member] !== null);
    const [member] = set;
    if (set.length === 2) {
        return {
            member: "minAvailable",
            message: "minAvailable and maxUnavailable are both set",
            fix: "keep maxUnavailable and remove minAvailable",
        };
    }
    if (member === undefined) return { allowed: 0, desiredHealthy: 0 };
    const value = budget[member];
    if (value instanceof Unknown || value instanceof Secret) return new Unknown(member, value.identity);
    const pods = scale(value, member, replicas);
    if (typeof pods !== "number") return pods;
    const desiredHealthy = member === "minAvailable" ? pods : Math.max(0, replicas - pods);
    return { allowed: Math.max(0, replicas - desiredHealthy), desiredHealthy };
}
