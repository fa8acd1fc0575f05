import { showLeaf } from "../declared";
import type { Fleet, FleetVertical, UpdateMode } from "../fleet";
import { arePoliciesHidden, isUnknown, known, updateModeOf, verticalNeeds } from "../fleet";
import type { Platform } from "../platform";
import { versionAtLeast } from "../platform";
import { plainNumber } from "./count";
import { explainNeeds } from "./explain-needs";
import type { Explanation, Sentence } from "./explanation";
import { limitsFollow, sizedParts } from "./sized-parts";

/** The flag --min-replicas of VPA's updater where nobody sets it (1.7.3 pkg/updater/config). */
const DEFAULT_MIN_REPLICAS = 2;

/** What a VerticalPodAutoscaler will do to the pods of its target. */
export function explainVertical(vertical: FleetVertical, { platform }: Fleet): Explanation {
    return {
        kind: vertical.declared.object.kind,
        namespace: vertical.namespace,
        name: vertical.name,
        sentences: [
            ...explainMode(vertical),
            ...explainNeeds(verticalNeeds(vertical), platform),
            ...explainVersion(vertical, platform),
        ],
    };
}

function explainMode(vertical: FleetVertical): Sentence[] {
    const mode = updateModeOf(vertical);
    if (isUnknown(vertical.mode)) {
        return [{ topic: "unknown", text: "What happens to its recommendation is known only after apply." }];
    }
    if (arePoliciesHidden(vertical)) {
        return [{ topic: "unknown", text: "Which containers it sizes is known only after apply." }];
    }
    return mode === undefined ? [] : sentences(vertical, mode).map((text) => ({ topic: "vertical", text }));
}

function sentences(vertical: FleetVertical, mode: UpdateMode): string[] {
    const parts = sizedParts(vertical);
    if (parts.length === 0) return ["Sizes nothing: the policy of every container is Off."];
    const what = parts.join(", and ");
    if (!mode.changesNew) return [`Recommends ${what}, and changes nothing; ${howToRead(vertical)}.`];
    const limits = limitsFollow(vertical) ? "; limits keep their ratio to the requests" : "";
    return [
        `Sets the requests of new pods by what it recommends: ${what}${limits}.`,
        mode.changesRunning ? running(vertical, mode) : "Pods that run are left alone.",
        ...(mode.evicts ? [restart(vertical)] : []),
        ...horizontal(vertical),
    ];
}

function howToRead({ name, namespace }: FleetVertical): string {
    const place = typeof namespace === "string" ? ` --namespace ${namespace}` : "";
    return `kubectl describe vpa${typeof name === "string" ? ` ${name}${place}` : ""} shows it`;
}

/** How pods that run get it (VPA 1.7.3 docs/features.md, pkg/updater/restriction). */
function running(vertical: FleetVertical, mode: UpdateMode): string {
    const far = "Pods that are far from it are";
    if (!mode.evicts) {
        return `${far} resized where they run, and none is evicted: one whose node has no room keeps what it has. ${untouched(vertical)}`;
    }
    const hasBudget = (vertical.workload?.disruptionBudgets.length ?? 0) > 0;
    const most = `at most half of them at a time${hasBudget ? ", and no more than their disruption budget lets go" : ""}`;
    const evicted = mode.resizesInPlace
        ? `${far} resized where they run, and those that cannot be are evicted`
        : `${far} evicted`;
    return `${evicted}, ${most}. ${untouched(vertical)}`;
}

/** From how many pods on it acts at all. */
function untouched({ minReplicas, scaler }: FleetVertical): string {
    if (isUnknown(minReplicas)) return "From how many pods on is known only after apply.";
    const least = known(minReplicas) ?? DEFAULT_MIN_REPLICAS;
    if (least <= 1) return "It does so to the only pod too.";
    const ceiling = scaler === undefined ? undefined : known(scaler.max);
    const note = minReplicas.value === undefined ? " (VPA's default)" : "";
    return ceiling !== undefined && ceiling < least
        ? `None is touched while there are fewer than ${least}${note}, and the pool never has more than ${ceiling}.`
        : `None is touched while there are fewer than ${least}${note}.`;
}

function restart({ intent }: FleetVertical): string {
    const coldStart = intent?.task?.coldStartSeconds;
    return coldStart === undefined
        ? "An evicted pod starts again with all that it has to load; how long a cold start takes is not declared."
        : `Each eviction costs a cold start of ${plainNumber(coldStart)} s, and whatever the pod held in memory.`;
}

function horizontal({ scaler }: FleetVertical): string[] {
    if (scaler === undefined) return [];
    return [`How many pods there are stays with ${scaler.declared.object.kind} ${showLeaf(scaler.name)}.`];
}

/** Which versions a mode needs, where the platform does not say that it has them. */
function explainVersion(vertical: FleetVertical, platform: Platform): Sentence[] {
    const mode = updateModeOf(vertical);
    const since = mode?.onSince ?? mode?.since;
    const texts = [
        ...(since === undefined || platform.vpaVersion !== undefined
            ? []
            : [
                  `The mode ${known(vertical.mode) ?? ""} needs VPA ${since}; platform.vpaVersion does not say which version the cluster has.`,
              ]),
        ...(mode?.resizesInPlace === true ? resizing(platform) : []),
    ];
    return texts.map((text) => ({ topic: "needs", text }));
}

/** KEP-1287: beta and on by default from 1.33 on, stable from 1.35 on. */
const STABLE_RESIZE = "1.35";

function resizing({ kubernetesVersion }: Platform): string[] {
    if (kubernetesVersion === undefined) {
        return [
            `Resizing in place is stable from Kubernetes ${STABLE_RESIZE} on; platform.kubernetesVersion does not say which version the cluster has.`,
        ];
    }
    return versionAtLeast(kubernetesVersion, STABLE_RESIZE)
        ? []
        : [
              `Resizing in place is beta in Kubernetes ${kubernetesVersion}, on unless the cluster switched it off.`,
          ];
}
