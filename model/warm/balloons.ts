import type { Declared, OriginEntry } from "../declared";
import { declare } from "../declared";
import { behaviorSpec } from "../manifests";
import type { PoolTrigger } from "../pool";
import {
    METADATA_ORIGINS,
    intentAnnotation,
    placeholderClassName,
    selectorLabels,
    warmLabels,
    warmMetadata,
} from "./metadata";
import { placeholderOrigins, placeholderTemplate } from "./placeholder-pod";
import type { WarmCapacity, WarmSchedule } from "./warm-capacity";

/** Placeholder pods, the priority that lets others take their place, and what changes their number by the clock. */
export function balloons(warm: WarmCapacity): Declared[] {
    return [
        priorityClass(warm),
        deployment(warm),
        ...(warm.scheduled === undefined ? [] : [scaledObject(warm, warm.scheduled)]),
    ];
}

/** A class cannot be changed in place: the API server refuses another value or policy. */
function priorityClass(warm: WarmCapacity): Declared {
    return declare(
        "priority-class",
        {
            apiVersion: "scheduling.k8s.io/v1",
            kind: "PriorityClass",
            metadata: { name: placeholderClassName(warm.name), labels: warmLabels(warm) },
            value: warm.priority,
            preemptionPolicy: "Never",
            globalDefault: false,
            description: "Placeholder pods, whose place any other pod may take",
        },
        [...METADATA_ORIGINS, [["value"], "priority"]],
        { deleteBeforeReplace: true, replaceOnChanges: ["value", "preemptionPolicy"] },
    );
}

/**
 * An update waits for none of them: a placeholder whose place was taken waits for a node as long as one takes. A rollout
 * takes the old ones away first, since both together would buy nodes.
 */
function deployment(warm: WarmCapacity): Declared {
    return declare(
        "deployment",
        {
            apiVersion: "apps/v1",
            kind: "Deployment",
            metadata: warmMetadata(warm, { ...intentAnnotation(warm), "pulumi.com/skipAwait": "true" }),
            spec: {
                ...(warm.scheduled === undefined ? { replicas: warm.replicas } : {}),
                strategy: { type: "Recreate" },
                selector: { matchLabels: selectorLabels(warm) },
                template: placeholderTemplate(warm),
            },
        },
        [
            ...METADATA_ORIGINS,
            [["spec"], "of"],
            [["spec", "replicas"], "replicas"],
            ...placeholderOrigins(["spec", "template"]),
        ],
        { deleteBeforeReplace: true, dependsOn: ["priority-class"] },
    );
}

function scaledObject(warm: WarmCapacity, { windows, maxReplicas, behavior }: WarmSchedule): Declared {
    return declare(
        "scaler",
        {
            apiVersion: "keda.sh/v1alpha1",
            kind: "ScaledObject",
            metadata: warmMetadata(warm),
            spec: {
                scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: warm.name },
                // Only what may be empty is woken by KEDA itself, and rests by its cooldown.
                ...(warm.replicas === 0 ? { pollingInterval: 15, cooldownPeriod: 0 } : {}),
                minReplicaCount: warm.replicas,
                maxReplicaCount: maxReplicas,
                advanced: { horizontalPodAutoscalerConfig: { behavior: behaviorSpec(behavior) } },
                triggers: windows.map(({ type, name, metadata }) => ({ type, name, metadata })),
            },
        },
        [
            ...METADATA_ORIGINS,
            [["spec"], "schedules"],
            [["spec", "minReplicaCount"], "replicas"],
            ...windows.flatMap(windowOrigins),
        ],
        { deleteBeforeReplace: true, dependsOn: ["deployment"] },
    );
}

function windowOrigins({ argument, values, members }: PoolTrigger, index: number): OriginEntry[] {
    const place = ["spec", "triggers", index];
    return [
        [place, argument],
        ...Object.entries(members).map(([key, member]): OriginEntry => [
            [...place, "metadata", key],
            `${values}.${member}`,
        ]),
    ];
}
