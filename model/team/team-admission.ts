import type { AutoscalingAdmissionArgs, BoundedPoolArgs } from "../admission";
import { BoundedKind } from "../admission";
import { deploymentName } from "../manifests/deployment";
import type { Pool, PoolKind } from "../pool";
import type { Team } from "./team";

/** The bounds of a team's pools as arguments of an AutoscalingAdmission; none where the team asks for none. */
export function teamAdmission({
    admission,
    namespace,
    pools,
    labels,
}: Team): AutoscalingAdmissionArgs | undefined {
    if (admission === undefined) return undefined;
    const { mode, ceiling, exemptUsers } = admission;
    return {
        mode,
        namespaces: [namespace],
        ...(ceiling === undefined ? {} : { ceiling }),
        pools: pools.map(({ pool }) => boundsOf(pool)),
        ...(exemptUsers === undefined ? {} : { exemptUsers }),
        ...(Object.keys(labels).length === 0 ? {} : { labels: { ...labels } }),
    };
}

function boundsOf(pool: Pool): BoundedPoolArgs {
    const { workload, scale, name } = pool;
    const { maxReplicas } = scale;
    const own: PoolKind = workload.kind === "existing" ? {} : workload;
    if (own.job !== undefined) return { name, kind: BoundedKind.ScaledJob, maxReplicas };
    return {
        name: own.statefulSet === undefined ? deploymentName(pool) : name,
        kind: own.statefulSet === undefined ? BoundedKind.Deployment : BoundedKind.StatefulSet,
        maxReplicas,
        minReplicas: floorOf(pool),
    };
}

/** The fewest replicas that the pool itself ever asks for. */
function floorOf({ scale }: Pool): number {
    const floor = scale.sleep === undefined ? scale.minReplicas : 0;
    return Math.min(floor, scale.pausedReplicas ?? floor);
}
