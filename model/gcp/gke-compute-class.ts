import { checkShape, plainCopy } from "../arguments";
import type { Declared } from "../declared";
import { declare, withUnknowns } from "../declared";
import type { Finding } from "../findings";
import { COMPUTE_CLASS_LABEL, GKE_SPOT_TAINT } from "../node-pool";
import { TaintEffect } from "../pool";
import { GkeWhenUnsatisfiable } from "./choices";
import type { GkeComputeClassArgs, GkePriorityArgs } from "./gke-compute-class-args";
import { computeClassProblems } from "./gke-compute-class-problems";
import { GKE_COMPUTE_CLASS_SHAPE } from "./gke-compute-class-shape";

/** Pulumi's type token of the component. */
export const GKE_COMPUTE_CLASS_TYPE = "agent-autoscaling:index:GkeComputeClass";

/** A ComputeClass, or the reasons why there is none. */
export interface GkeComputeClassResolution {
    readonly declared: readonly Declared[];
    readonly findings: readonly Finding[];
}

/**
 * Decides a ComputeClass: in which order GKE tries kinds of nodes for the pods that ask for the class.
 *
 * @example
 * resolveGkeComputeClass({
 *     profile: nodePools.gkeComputeClass({ name: "agents", spot: true }),
 *     priorities: [{ machineFamily: "n4", spot: true }, { machineFamily: "n4" }],
 * });
 */
export function resolveGkeComputeClass(args: GkeComputeClassArgs): GkeComputeClassResolution {
    const { copy, findings: unreadable } = plainCopy(args);
    const shape = [...unreadable, ...checkShape(copy, GKE_COMPUTE_CLASS_SHAPE)];
    if (shape.length > 0) return { declared: [], findings: shape };
    const findings = computeClassProblems(copy as GkeComputeClassArgs);
    if (findings.length > 0) return { declared: [], findings };
    return { declared: [computeClass(withUnknowns(copy, []) as GkeComputeClassArgs)], findings };
}

/** The object; its arguments may hold leaves where they are identities. */
function computeClass(args: GkeComputeClassArgs): Declared {
    const { profile, priorities, labels, autoscalingPolicy, activeMigration = false } = args;
    return declare(
        "compute-class",
        {
            apiVersion: "cloud.google.com/v1",
            kind: "ComputeClass",
            metadata: {
                name: profile.labels?.[COMPUTE_CLASS_LABEL],
                ...(labels === undefined ? {} : { labels }),
            },
            spec: {
                priorities: priorities.map(priority),
                whenUnsatisfiable: args.whenUnsatisfiable ?? GkeWhenUnsatisfiable.DoNotScaleUp,
                nodePoolAutoCreation: { enabled: args.nodePoolAutoCreation ?? true },
                activeMigration: { optimizeRulePriority: activeMigration },
                nodePoolConfig: nodePoolConfig(args),
                ...(autoscalingPolicy === undefined ? {} : { autoscalingPolicy }),
            },
        },
        [
            [["metadata", "name"], "profile.labels"],
            [["metadata", "labels"], "labels", "mirrored"],
            [["spec", "priorities"], "priorities", "mirrored"],
            [["spec", "nodePoolConfig"], "profile"],
            [["spec", "autoscalingPolicy"], "autoscalingPolicy", "mirrored"],
        ],
    );
}

function priority(rung: GkePriorityArgs): Record<string, unknown> {
    const { nodePools, accelerator, zones, locationPolicy, reservations, ...same } = rung;
    const location = {
        ...(zones === undefined ? {} : { zones }),
        ...(locationPolicy === undefined ? {} : { locationPolicy }),
    };
    return {
        ...same,
        ...(nodePools === undefined ? {} : { nodepools: nodePools }),
        ...(accelerator === undefined ? {} : { gpu: accelerator }),
        ...(Object.keys(location).length === 0 ? {} : { location }),
        ...(reservations === undefined ? {} : { reservations: { affinity: reservations } }),
    };
}

/** What GKE gives the nodes that it makes; label and taint of the class, and the taint of spot, are its own. */
function nodePoolConfig(args: GkeComputeClassArgs): Record<string, unknown> {
    const {
        profile,
        serviceAccount,
        nodePoolAutoCreation = true,
        imageStreaming = nodePoolAutoCreation,
    } = args;
    const nodeLabels = Object.entries(profile.labels ?? {}).filter(([key]) => key !== COMPUTE_CLASS_LABEL);
    const taints = (profile.taints ?? []).filter(({ key }) => key !== GKE_SPOT_TAINT.key);
    return {
        // Node pools that are there already must have what is said here, so nothing is said without need.
        ...(imageStreaming ? { imageStreaming: { enabled: true } } : {}),
        ...(serviceAccount === undefined ? {} : { serviceAccount }),
        ...(nodeLabels.length === 0 ? {} : { nodeLabels: Object.fromEntries(nodeLabels) }),
        ...(taints.length === 0
            ? {}
            : {
                  taints: taints.map(({ key, value = "", effect = TaintEffect.NoSchedule }) => ({
                      key,
                      value,
                      effect,
                  })),
              }),
    };
}
