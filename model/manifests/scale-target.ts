import type { Leaf } from "../declared";
import type { Pool } from "../pool";
import { deploymentName } from "./deployment";

/** What the pool's autoscaler scales. */
export function scaleTarget(pool: Pool): { apiVersion: string; kind: string; name: Leaf<string> } {
    const { workload } = pool;
    if (workload.kind === "existing") {
        return { apiVersion: workload.apiVersion, kind: workload.targetKind, name: workload.name };
    }
    return workload.statefulSet === undefined
        ? { apiVersion: "apps/v1", kind: "Deployment", name: deploymentName(pool) }
        : { apiVersion: "apps/v1", kind: "StatefulSet", name: pool.name };
}

/** The role of the object that the autoscaler needs to exist first. */
export function workloadRole({ workload }: Pool): string {
    const isStatefulSet = workload.kind !== "existing" && workload.statefulSet !== undefined;
    return isStatefulSet ? "stateful-set" : "deployment";
}
