import { showLeaf, valueAt, isHidden } from "../declared";
import type { Fleet, FleetScaler } from "../fleet";
import { goesToZero, known } from "../fleet";
import { KedaAnnotation } from "../triggers";
import { notChecked } from "./not-checked";
import type { Rule } from "./rule";
import { scaledServices } from "./scaled-services";

const SKIP_AWAIT = "pulumi.com/skipAwait";

/** Updates that wait for pods which are not there on purpose. */
export const awaitAtZero: Rule = {
    id: "await-at-zero",
    severity: "warning",
    impact: "medium",
    tags: ["pace"],
    title: "An update does not wait for the Service of a pool that may be empty.",
    why: "Pulumi waits for a pod behind each Service: at zero it waits for ten minutes, and the update fails.",
    source: "pulumi/pulumi-kubernetes#605, jaseci-labs/jac#8694; @pulumi/kubernetes 4.34 core/v1 Service: what is waited for",
    *check(fleet: Fleet) {
        for (const { service, scaler } of scaledServices(fleet)) {
            const { declared, isHeadless } = service;
            // What no Pulumi program declares is not waited for.
            if (declared.urn === undefined || isHeadless || !mayBeEmpty(scaler)) continue;
            const path = ["metadata", "annotations", SKIP_AWAIT];
            const annotation = valueAt(declared.object, path);
            if (isHidden(annotation)) yield notChecked(declared, path);
            if (isHidden(annotation) || annotation === "true") continue;
            const { kind, name } = scaler.workload ?? scaler.target;
            yield {
                declared,
                path,
                message: `the update waits for a pod behind the Service, and ${kind} ${showLeaf(name)} may have none`,
                fix: `give the Service the annotation ${SKIP_AWAIT}: "true"`,
            };
        }
    },
};

function mayBeEmpty(scaler: FleetScaler): boolean {
    if (scaler.jobs !== undefined) return known(scaler.min) === 0;
    return goesToZero(scaler) || scaler.kedaAnnotations.get(KedaAnnotation.PausedReplicas)?.value === "0";
}
