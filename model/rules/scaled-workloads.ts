import type { Fleet, FleetWorkload } from "../fleet";

/** The workloads that an autoscaler scales, each once; jobs are scaled by what makes them. */
export function scaledWorkloads({ scalers }: Pick<Fleet, "scalers">): ReadonlySet<FleetWorkload> {
    return new Set(scalers.flatMap(({ workload }) => workload ?? []));
}
