import { ARCHETYPES } from "./archetypes";
import type { AgentPoolArgs } from "./args";
import { WorkloadKind } from "./choices";
import type { Ledger } from "./ledger";
import type { PoolKind } from "./pool-workload";
import { resolveJob } from "./resolve-job";
import { resolveStatefulSet } from "./resolve-stateful-set";

/** The kind of object that runs the pods, given or by archetype; `undefined` for a target of somebody else. */
export function workloadKind({ archetype, workload }: AgentPoolArgs): WorkloadKind | undefined {
    return workload.existing === undefined ? (workload.kind ?? ARCHETYPES[archetype].kind.value) : undefined;
}

/** Decides which kind of object runs the pods, and what that kind needs. */
export function resolveKind(args: AgentPoolArgs, ledger: Ledger): PoolKind {
    const { archetype, workload } = args;
    switch (ledger.archetype("workload.kind", workload.kind, ARCHETYPES[archetype].kind)) {
        case WorkloadKind.Deployment:
            return {};
        case WorkloadKind.StatefulSet:
            return { statefulSet: resolveStatefulSet(workload, ledger) };
        case WorkloadKind.Job:
            return { job: resolveJob(args, ledger) };
    }
}
