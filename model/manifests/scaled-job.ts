import type { Declared } from "../declared";
import { declare } from "../declared";
import { INTENT_ANNOTATION, writeIntent } from "../intent";
import type { Pool, PoolJob } from "../pool";
import { JobStrategy } from "../pool";
import { encodeNumber } from "../triggers";
import { poolIntent } from "./deployment";
import { METADATA_ORIGINS, poolMetadata } from "./metadata";
import { pauseAnnotations } from "./pause";
import { podTemplate, podTemplateOrigins } from "./pod-template";
import { readyAnnotations } from "./ready";
import { authenticationRole } from "./trigger-authentication";
import { jobTriggerSpec, triggerOrigins } from "./triggers";

/** KEDA's ScaledJob for the pool: what one job runs, and one trigger for each reason to start some. */
export function scaledJob(pool: Pool): Declared | undefined {
    const { workload, scale } = pool;
    if (workload.kind === "existing" || workload.job === undefined) return undefined;
    const { job } = workload;
    const template = ["spec", "jobTargetRef", "template"];
    const at = "workload.job";
    return declare(
        "scaled-job",
        {
            apiVersion: "keda.sh/v1alpha1",
            kind: "ScaledJob",
            metadata: poolMetadata(pool, pool.name, {
                [INTENT_ANNOTATION]: writeIntent(poolIntent(pool)),
                ...pauseAnnotations(pool),
                ...readyAnnotations(pool, "Ready"),
            }),
            spec: {
                jobTargetRef: {
                    parallelism: 1,
                    completions: 1,
                    backoffLimit: job.backoffLimit,
                    ...(job.activeDeadlineSeconds === undefined
                        ? {}
                        : { activeDeadlineSeconds: job.activeDeadlineSeconds }),
                    template: podTemplate(pool, workload),
                },
                ...(scale.sleep === undefined ? {} : { pollingInterval: scale.sleep.pollingIntervalSeconds }),
                minReplicaCount: scale.minReplicas,
                maxReplicaCount: scale.maxReplicas,
                successfulJobsHistoryLimit: job.successfulJobsHistoryLimit,
                failedJobsHistoryLimit: job.failedJobsHistoryLimit,
                rollout: { strategy: job.rollout },
                scalingStrategy: strategySpec(job),
                triggers: scale.triggers.map((trigger, index) => jobTriggerSpec(pool, trigger, index)),
            },
        },
        [
            ...METADATA_ORIGINS,
            [["spec"], "scale"],
            [["spec", "jobTargetRef"], at],
            [["spec", "jobTargetRef", "backoffLimit"], `${at}.backoffLimit`],
            [["spec", "jobTargetRef", "activeDeadlineSeconds"], `${at}.activeDeadlineSeconds`],
            [["spec", "pollingInterval"], "scale.pollingIntervalSeconds"],
            [["spec", "minReplicaCount"], "scale.minReplicas"],
            [["spec", "maxReplicaCount"], "scale.maxReplicas"],
            [["spec", "successfulJobsHistoryLimit"], `${at}.successfulJobsHistoryLimit`],
            [["spec", "failedJobsHistoryLimit"], `${at}.failedJobsHistoryLimit`],
            [["spec", "rollout"], `${at}.rollout`],
            [["spec", "scalingStrategy"], at, "mirrored"],
            [["spec", "scalingStrategy", "strategy"], `${at}.scalingStrategy`],
            ...podTemplateOrigins(workload, template),
            ...scale.triggers.flatMap(triggerOrigins),
        ],
        {
            deleteBeforeReplace: true,
            dependsOn: scale.triggers.flatMap((trigger, index) => authenticationRole(trigger, index) ?? []),
        },
    );
}

/** How a number becomes jobs. KEDA's own default is not named: the API server of KEDA 2.20.0 and 2.20.1 refuses the word. */
function strategySpec(job: PoolJob): Readonly<Record<string, unknown>> {
    const {
        scalingStrategy: strategy,
        pendingPodConditions,
        customScalingQueueLengthDeduction,
        customScalingRunningJobPercentage: percentage,
    } = job;
    return {
        ...(strategy === JobStrategy.Default ? {} : { strategy }),
        ...(customScalingQueueLengthDeduction === undefined ? {} : { customScalingQueueLengthDeduction }),
        ...(percentage === undefined ? {} : { customScalingRunningJobPercentage: encodeNumber(percentage) }),
        ...(pendingPodConditions.length === 0 ? {} : { pendingPodConditions }),
        multipleScalersCalculation: job.multipleScalersCalculation,
    };
}
