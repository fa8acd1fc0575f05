import type { Leaf } from "../declared";
import type { Pool } from "../pool";
import { deploymentName } from "./deployment";

/** What the pool's autoscaler scales. */
export function scaleTarget(pool: Pool): { apiVersion: string; kind: string; name: Leaf<string> } {
    const { workload } = pool;
    return workload.kind === "existing"
        ? { apiVersion: workload.apiVersion, kind: workload.targetKind, name: workload.name }
        : { apiVersion: "apps/v1", kind: "Deployment", name: deploymentName(pool) };
}
