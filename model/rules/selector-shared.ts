import { showLeaf, valueAt } from "../declared";
import type { Fleet, FleetPodTemplate, FleetScaler } from "../fleet";
import { indexSelectors } from "../fleet";
import { hasHpa } from "./has-hpa";
import type { Breach, Rule } from "./rule";

/** Pods of one workload that the autoscaler of another takes for its own. */
export const selectorShared: Rule = {
    id: "selector-shared",
    severity: "warning",
    impact: "high",
    tags: ["pods"],
    title: "The selector of an autoscaled workload selects its own pods and no others.",
    why: "The HPA measures whatever the selector finds: a job without requests stops it, a second HPA on the pods stops both.",
    source: "mitodl/ol-infrastructure 42bd2832d, linkerd/linkerd2#1480; Kubernetes 1.36 podautoscaler AmbiguousSelector, tried on a cluster",
    *check({ scalers, podTemplates }: Fleet) {
        const owners = scalers.filter(hasHpa).flatMap((scaler) => {
            const { workload } = scaler;
            if (workload?.selector === undefined) return [];
            return [{ scaler, workload, namespace: workload.namespace, selector: workload.selector }];
        });
        const ownersOf = indexSelectors(owners);
        const scaled = new Set(owners.map(({ workload }) => workload.declared));
        for (const template of podTemplates) {
            for (const { scaler, workload } of ownersOf(template.namespace, template.labels)) {
                if (isSameObject(workload.declared.object, template.declared.object)) continue;
                if (scaled.has(template.declared)) yield ambiguous(template, scaler);
                else if (measuresPods(scaler)) yield measured(template, scaler);
            }
        }
    },
};

function ambiguous({ declared, labelsPath }: FleetPodTemplate, scaler: FleetScaler): Breach {
    return {
        declared,
        path: labelsPath,
        severity: "error",
        message: `the pods match the selector of ${nameOf(scaler)} too, which has an autoscaler of its own: Kubernetes stops both of them`,
        fix: "give each workload a label of its own, in its selector and on its pods",
    };
}

function measured({ declared, labelsPath }: FleetPodTemplate, scaler: FleetScaler): Breach {
    return {
        declared,
        path: labelsPath,
        message: `the pods match the selector of ${nameOf(scaler)}, whose autoscaler measures them with its own`,
        fix: "give these pods labels of their own",
    };
}

function nameOf({ target }: FleetScaler): string {
    return `${target.kind} ${showLeaf(target.name)}`;
}

/** Whether the autoscaler reads pods at all; a total that is divided by a target needs none. */
function measuresPods({ triggers }: FleetScaler): boolean {
    return triggers.some(
        ({ scaler, effectiveMetricType }) =>
            scaler?.wakesFromZero !== true || effectiveMetricType === "Value",
    );
}

/** One object that was declared twice, in two files for two clusters for instance. */
function isSameObject(
    a: FleetPodTemplate["declared"]["object"],
    b: FleetPodTemplate["declared"]["object"],
): boolean {
    return (
        a === b ||
        (a.kind === b.kind && valueAt(a, ["metadata", "name"]) === valueAt(b, ["metadata", "name"]))
    );
}
