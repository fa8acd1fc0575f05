import { annotatePods, apply, kubectl, list, uniqueName, type LiveObject } from "./cluster";

/** A Job as far as the tests need it. */
export interface LiveJob extends LiveObject {
    readonly spec: {
        readonly template: { readonly spec: { readonly containers: readonly { readonly image: string }[] } };
    };
    readonly status: {
        readonly conditions?: readonly { readonly type: string; readonly status: string }[];
    };
}

const FINISH = "e2e/finish";

/**
 * Lets the pods of jobs in a namespace run until `finishJobs` ends them. kwok ends the pod of a Job as soon as it runs;
 * a stage with more weight, which does nothing for an hour, comes before that.
 */
export async function holdJobPods(namespace: string): Promise<string> {
    const name = uniqueName("hold");
    await apply({
        apiVersion: "kwok.x-k8s.io/v1alpha1",
        kind: "Stage",
        metadata: { name },
        spec: {
            resourceRef: { apiGroup: "v1", kind: "Pod" },
            selector: {
                matchExpressions: [
                    { key: ".metadata.deletionTimestamp", operator: "DoesNotExist" },
                    { key: ".metadata.namespace", operator: "In", values: [namespace] },
                    { key: ".status.phase", operator: "In", values: ["Running"] },
                    { key: ".metadata.ownerReferences.[].kind", operator: "In", values: ["Job"] },
                    { key: `.metadata.annotations["${FINISH}"]`, operator: "DoesNotExist" },
                ],
            },
            weight: 1,
            delay: { durationMilliseconds: 3_600_000 },
            next: { statusTemplate: "{}" },
        },
    });
    return name;
}

/** Removes what `holdJobPods` made. */
export async function removeHold(name: string): Promise<void> {
    await kubectl(["delete", "stage", name, "--ignore-not-found"]);
}

/** The jobs of a namespace that have not ended. */
export async function unfinishedJobs(namespace: string): Promise<LiveJob[]> {
    const jobs = await list<LiveJob>("jobs.batch", namespace);
    return jobs.filter(
        ({ status }) =>
            status.conditions?.some(
                ({ type, status: holds }) => (type === "Complete" || type === "Failed") && holds === "True",
            ) !== true,
    );
}

/** Lets jobs end as if they had done their task. */
export async function finishJobs(namespace: string, jobs: readonly LiveJob[]): Promise<void> {
    for (const { metadata } of jobs) {
        await annotatePods(namespace, `job-name=${metadata.name}`, { [FINISH]: "true" });
    }
}

/** Gives the pods of jobs a condition, as an agent does that tells what it is at. */
export async function setPodCondition(
    namespace: string,
    jobs: readonly LiveJob[],
    type: string,
): Promise<void> {
    const patch = JSON.stringify({ status: { conditions: [{ type, status: "True" }] } });
    for (const { metadata } of jobs) {
        for (const pod of await list("pods", namespace, `job-name=${metadata.name}`)) {
            const target = ["pod", pod.metadata.name, "--namespace", namespace];
            await kubectl(["patch", ...target, "--subresource=status", "--patch", patch]);
        }
    }
}
