import type { PodSpec } from "../capacity";
import { valueAt } from "../declared";
import { filledPod } from "./filled-pods";
import type { Team } from "./team";
import type { TeamPods } from "./team-pods";

const POD_SPEC = ["spec", "jobTemplate", "spec", "template", "spec"];

/**
 * The pods that set ceilings by the clock. Of a pool one runs at a time, since two edges of its windows never meet; without
 * room for it, a pool that is at its ceiling could not be told that the night has come.
 */
export function clockPods({ pools, limitRange }: Pick<Team, "pools" | "limitRange">): TeamPods[] {
    return pools.flatMap(({ key, declared }) => {
        const workload = declared.find(({ object }) => object.kind === "CronJob");
        if (workload === undefined) return [];
        const podSpec = valueAt(workload.object, POD_SPEC) as PodSpec;
        return [{ key, workload, podSpec: filledPod(podSpec, limitRange), pods: 1, surge: 0 }];
    });
}
