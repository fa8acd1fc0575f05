import type { Declared } from "../declared";
import { declare } from "../declared";
import type { Intent } from "../intent";
import { INTENT_ANNOTATION, writeIntent } from "../intent";
import type { Pool } from "../pool";
import { METADATA_ORIGINS, poolMetadata, selectorLabels } from "./metadata";
import { podTemplate, podTemplateOrigins } from "./pod-template";
import { skipAwaitAnnotations } from "./skip-await";

/** The intent of a pool, as its annotation holds it. */
export function poolIntent(pool: Pool): Intent {
    const { nodePool } = pool.placement ?? {};
    return {
        version: 1,
        archetype: pool.archetype,
        ...(Object.keys(pool.task).length === 0 ? {} : { task: pool.task }),
        ...(pool.qosClass === undefined ? {} : { qosClass: pool.qosClass }),
        ...(nodePool === undefined ? {} : { nodePool }),
        ...(pool.budget === undefined ? {} : { budget: pool.budget }),
    };
}

/** The name of the pool's Deployment. */
export function deploymentName(pool: Pool): string {
    return pool.adopt.deployment?.name ?? pool.name;
}

/**
 * The pool's Deployment. It never has `spec.replicas`: the autoscaler owns them. An adopted Deployment keeps the
 * number that its last version wrote, since removing the field would reset it to 1 (kubernetes/kubernetes#25238).
 */
export function deployment(pool: Pool): Declared | undefined {
    const { workload } = pool;
    if (workload.kind === "existing" || workload.statefulSet !== undefined || workload.job !== undefined) {
        return undefined;
    }
    const annotations = {
        [INTENT_ANNOTATION]: writeIntent(poolIntent(pool)),
        ...skipAwaitAnnotations(pool),
    };
    return declare(
        "deployment",
        {
            apiVersion: "apps/v1",
            kind: "Deployment",
            metadata: poolMetadata(pool, deploymentName(pool), annotations),
            spec: {
                selector: { matchLabels: selectorLabels(pool) },
                template: podTemplate(pool, workload),
            },
        },
        [
            ...METADATA_ORIGINS,
            ...(pool.adopt.deployment?.name === undefined
                ? []
                : [[["metadata", "name"], "adopt.deployment.name"] as const]),
            [["spec"], "workload"],
            [["spec", "selector"], "adopt.deployment.matchLabels"],
            ...podTemplateOrigins(workload),
        ],
        {
            deleteBeforeReplace: true,
            ...(pool.adopt.deployment === undefined
                ? {}
                : { ignoreChanges: ["spec.replicas"], aliases: [pool.adopt.deployment.deploymentUrn] }),
        },
    );
}
