import type { Declared } from "../declared";
import type { Admission } from "./admission";
import { celText } from "./cel";
import type { PolicyParts } from "./policy";
import { boundPolicy } from "./policy";

/**
 * Requests of CPU and memory in every container, or in the pod as a whole: without them nothing is reserved, priced or
 * measured as a share. A limit counts, which the API server takes as the request of a pod. A template that does not
 * change passes.
 */
export function requiredRequests(admission: Admission): Declared[] {
    if (!admission.requestsRequired) return [];
    return [
        ...boundPolicy(admission, {
            role: "requests",
            apiGroup: "apps",
            apiVersion: "v1",
            resources: ["deployments", "statefulsets"],
            ...requestValidations(admission, "spec.template"),
        }),
        ...boundPolicy(admission, {
            role: "job-requests",
            apiGroup: "keda.sh",
            apiVersion: "v1alpha1",
            resources: ["scaledjobs"],
            ...requestValidations(admission, "spec.jobTargetRef.template"),
        }),
    ];
}

function requestValidations(
    { name }: Admission,
    template: string,
): Pick<PolicyParts, "variables" | "validations"> {
    const pod = "variables.pod";
    return {
        variables: [
            { name: "pod", expression: `object.${template}.spec` },
            {
                name: "missing",
                expression: `["cpu", "memory"].filter(resource, !(${asksFor(pod)}) && !${pod}.containers.all(container, ${asksFor("container")}))`,
            },
        ],
        validations: [
            {
                expression: `size(variables.missing) == 0 || (oldObject != null && object.${template} == oldObject.${template})`,
                messageExpression: [
                    celText(`${template}: not every container requests `),
                    'variables.missing.join(" and ")',
                    celText(`, as AutoscalingAdmission ${name} asks; add resources.requests to each`),
                ].join(" + "),
            },
        ],
    };
}

/** Whether a container or a pod requests the `resource`, or has a limit of it. */
function asksFor(owner: string): string {
    const has = (member: string): string =>
        `has(${owner}.resources.${member}) && resource in ${owner}.resources.${member}`;
    return `has(${owner}.resources) && ((${has("requests")}) || (${has("limits")}))`;
}
