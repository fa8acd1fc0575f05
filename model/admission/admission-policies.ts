import type { Declared } from "../declared";
import type { Admission } from "./admission";
import { autoscalerBounds } from "./autoscaler-bounds";
import { requiredRequests } from "./required-requests";
import { scaledJobBounds } from "./scaled-job-bounds";
import { workloadReplicas } from "./workload-replicas";

/**
 * Bounds as ValidatingAdmissionPolicies with literal numbers, each before its binding. There is no parameter object: one
 * that is missing would refuse everything, also the deletion of a namespace (kubernetes/kubernetes#129883).
 */
export function admissionPolicies(admission: Admission): Declared[] {
    return [
        ...workloadReplicas(admission),
        ...autoscalerBounds(admission),
        ...scaledJobBounds(admission),
        ...requiredRequests(admission),
    ];
}
