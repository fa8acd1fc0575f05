import type { PodSpec } from "../capacity";
import { qosClass } from "../capacity";
import { Secret, Unknown, valueAt } from "../declared";
import { known } from "./field";
import type { FleetQuota, FleetQuotaScope } from "./read-resource-quota";

/**
 * Whether a quota counts a pod (Kubernetes 1.36 pkg/quota/v1/evaluator/core/pods.go podMatchesScopeFunc); `undefined`
 * where that is not known, or follows from what is not read here.
 */
export function quotaCounts({ scopes, unknownScopes }: FleetQuota, podSpec: PodSpec): boolean | undefined {
    const answers = scopes.map((scope) => isInScope(scope, podSpec));
    if (answers.includes(false)) return false;
    return unknownScopes !== undefined || answers.includes(undefined) ? undefined : true;
}

function isInScope(scope: FleetQuotaScope, podSpec: PodSpec): boolean | undefined {
    switch (known(scope.name)) {
        case "Terminating":
            return has(podSpec, "activeDeadlineSeconds");
        case "NotTerminating":
            return negated(has(podSpec, "activeDeadlineSeconds"));
        case "BestEffort":
            return isBestEffort(podSpec);
        case "NotBestEffort":
            return negated(isBestEffort(podSpec));
        case "PriorityClass":
            return hasPriority(scope, podSpec);
        default:
            return undefined;
    }
}

function isBestEffort(podSpec: PodSpec): boolean | undefined {
    const answer = qosClass(podSpec).qosClass;
    return answer instanceof Unknown ? undefined : answer === "BestEffort";
}

/** By the class that the pod names: one that the cluster gives to pods without one is not seen. */
function hasPriority({ operator, values }: FleetQuotaScope, podSpec: PodSpec): boolean | undefined {
    const given = has(podSpec, "priorityClassName");
    const name = valueAt(podSpec, ["priorityClassName"]);
    const among = given !== true ? given : known(values)?.some((value) => value === name);
    switch (known(operator)) {
        case "Exists":
            return given;
        case "DoesNotExist":
            return negated(given);
        case "In":
            return among;
        case "NotIn":
            return negated(among);
        default:
            return undefined;
    }
}

function has(podSpec: PodSpec, member: string): boolean | undefined {
    const value = valueAt(podSpec, [member]) ?? undefined;
    return value instanceof Unknown || value instanceof Secret
        ? undefined
        : value !== undefined && value !== "";
}

function negated(answer: boolean | undefined): boolean | undefined {
    return answer === undefined ? undefined : !answer;
}
