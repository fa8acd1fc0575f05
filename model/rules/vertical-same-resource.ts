import { showLeaf } from "../declared";
import type { Fleet, FleetScaler, FleetTrigger, FleetVertical, UpdateMode } from "../fleet";
import {
    ALL_OTHERS,
    arePoliciesHidden,
    isUnknown,
    known,
    policyOf,
    sizableContainers,
    sizedResources,
    updateModeOf,
} from "../fleet";
import type { Breach, Rule } from "./rule";

/** CPU or memory that decides the number of pods and is resized as well. */
export const verticalSameResource: Rule = {
    id: "vertical-same-resource",
    severity: "error",
    impact: "high",
    tags: ["vertical"],
    title: "What decides the number of pods is not resized by a VerticalPodAutoscaler.",
    why: "A resized request moves the percentage that the HPA reads, which adds or removes pods, which moves the use again.",
    source: "VPA 1.7.3 docs/known-limitations.md, kubernetes/autoscaler#6247; mitodl/ol-infrastructure 42bd2832d",
    *check({ verticals }: Fleet) {
        for (const vertical of verticals) {
            const { scaler } = vertical;
            const mode = updateModeOf(vertical);
            if (scaler === undefined || mode?.changesNew !== true) continue;
            // What is not known of the policies is noted by vertical-containers.
            if (arePoliciesHidden(vertical)) continue;
            for (const trigger of scaler.triggers) yield* checkTrigger(vertical, mode, scaler, trigger);
        }
    },
};

function* checkTrigger(
    vertical: FleetVertical,
    { changesRunning }: UpdateMode,
    scaler: FleetScaler,
    trigger: FleetTrigger,
): Generator<Breach> {
    const resource = trigger.scaler?.type;
    if (resource !== "cpu" && resource !== "memory") return;
    const sized = measuredContainers(vertical, trigger).find((container) =>
        sizedResources(policyOf(vertical, container)).includes(resource),
    );
    if (sized === undefined) return;
    const isShare = trigger.effectiveMetricType === "Utilization";
    // An amount is compared as it is, whatever a new pod requests.
    if (!isShare && !changesRunning) return;
    const by = `${scaler.declared.object.kind} ${showLeaf(scaler.name)}`;
    const other = resource === "cpu" ? "memory" : "cpu";
    yield {
        declared: vertical.declared,
        path: policyOf(vertical, sized)?.resources.path ?? ["spec", "resourcePolicy"],
        ...(isShare && changesRunning ? {} : { severity: "warning" as const }),
        message: isShare
            ? `it ${changesRunning ? "resizes" : "gives new pods another request of"} ${resource}, and ${by} divides the use of ${resource} by the request`
            : `it resizes ${resource}, and ${by} scales on the use of ${resource}: the same load is answered twice`,
        fix: isScaledOn(scaler, other)
            ? 'set the mode to "Off", which only recommends'
            : `size ${other} only, or set the mode to "Off", which only recommends`,
    };
}

function isScaledOn({ triggers }: FleetScaler, resource: string): boolean {
    return triggers.some(({ scaler }) => scaler?.type === resource);
}

/** The containers whose use the trigger adds up, as far as their policies tell them apart. */
function measuredContainers(vertical: FleetVertical, { container }: FleetTrigger): readonly string[] {
    const inPod = vertical.workload === undefined ? undefined : sizableContainers(vertical.workload);
    const only = known(container);
    if (only !== undefined) return inPod?.includes(only) === false ? [] : [only];
    // Which one it is that is not known yet is noted by resource-trigger-request.
    if (isUnknown(container)) return [];
    return inPod ?? [...vertical.policies.flatMap((policy) => known(policy.container) ?? []), ALL_OTHERS];
}
