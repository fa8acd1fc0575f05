import type { Declared, OriginEntry } from "../declared";
import { declare } from "../declared";
import { INTENT_ANNOTATION, writeIntent } from "../intent";
import type { Pool } from "../pool";
import { poolIntent } from "./deployment";
import { METADATA_ORIGINS, poolMetadata, selectorLabels } from "./metadata";
import { podTemplate, podTemplateOrigins } from "./pod-template";
import { skipAwaitAnnotations } from "./skip-await";
import { claimSpec } from "./volumes";

/**
 * The pool's StatefulSet. Like the Deployment it never has `spec.replicas`. It does not wait for its Service: an
 * update waits until a Service has pods, which would then never come.
 */
export function statefulSet(pool: Pool): Declared | undefined {
    const { workload } = pool;
    if (workload.kind === "existing" || workload.statefulSet === undefined) return undefined;
    const { claimTemplates, ordinalsStart, podManagement, ...retain } = workload.statefulSet;
    return declare(
        "stateful-set",
        {
            apiVersion: "apps/v1",
            kind: "StatefulSet",
            metadata: poolMetadata(pool, pool.name, {
                [INTENT_ANNOTATION]: writeIntent(poolIntent(pool)),
                ...skipAwaitAnnotations(pool),
            }),
            spec: {
                serviceName: pool.name,
                selector: { matchLabels: selectorLabels(pool) },
                podManagementPolicy: podManagement,
                ...(ordinalsStart === undefined ? {} : { ordinals: { start: ordinalsStart } }),
                persistentVolumeClaimRetentionPolicy: {
                    whenScaled: retention(retain.retainClaimsWhenScaled),
                    whenDeleted: retention(retain.retainClaimsWhenDeleted),
                },
                template: podTemplate(pool, workload),
                ...(claimTemplates.length === 0
                    ? {}
                    : {
                          volumeClaimTemplates: claimTemplates.map((claim) => ({
                              metadata: { name: claim.name },
                              spec: claimSpec(claim),
                          })),
                      }),
            },
        },
        [
            ...METADATA_ORIGINS,
            [["spec"], "workload"],
            [["spec", "podManagementPolicy"], "workload.statefulSet.podManagement"],
            [["spec", "ordinals"], "workload.statefulSet.ordinalsStart"],
            [
                ["spec", "persistentVolumeClaimRetentionPolicy", "whenScaled"],
                "workload.statefulSet.retainClaimsWhenScaled",
            ],
            [
                ["spec", "persistentVolumeClaimRetentionPolicy", "whenDeleted"],
                "workload.statefulSet.retainClaimsWhenDeleted",
            ],
            ...claimTemplates.map((_, index): OriginEntry => [
                ["spec", "volumeClaimTemplates", index],
                `workload.statefulSet.claimTemplates[${index}]`,
            ]),
            ...podTemplateOrigins(workload),
        ],
        { deleteBeforeReplace: true },
    );
}

function retention(isKept: boolean): string {
    return isKept ? "Retain" : "Delete";
}

/** The headless Service that gives the pods of a StatefulSet their host names. */
export function headlessService(pool: Pool): Declared | undefined {
    const { workload } = pool;
    if (workload.kind === "existing" || workload.statefulSet === undefined) return undefined;
    const ports = workload.kind === "container" ? workload.container.ports : [];
    return declare(
        "service",
        {
            apiVersion: "v1",
            kind: "Service",
            metadata: poolMetadata(pool, pool.name, skipAwaitAnnotations(pool)),
            spec: {
                clusterIP: "None",
                selector: selectorLabels(pool),
                ...(ports.length === 0
                    ? {}
                    : {
                          ports: ports.map(({ containerPort, name }) => ({
                              name: name ?? `port-${containerPort}`,
                              port: containerPort,
                          })),
                      }),
            },
        },
        [...METADATA_ORIGINS, [["spec"], "workload.kind"], [["spec", "ports"], "workload.container.ports"]],
        { deleteBeforeReplace: true },
    );
}
