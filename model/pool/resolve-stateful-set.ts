import { PodManagement } from "./choices";
import type { Ledger } from "./ledger";
import type { PoolClaimTemplate, PoolStatefulSet } from "./pool-workload";
import { resolveClaim } from "./resolve-claim";
import type { ClaimTemplateArgs, StatefulSetArgs, WorkloadArgs } from "./workload-args";

const AT = "workload.statefulSet";

/** Decides what only a StatefulSet has. */
export function resolveStatefulSet(workload: WorkloadArgs, ledger: Ledger): PoolStatefulSet {
    const given: StatefulSetArgs = workload.statefulSet ?? {};
    const ordinalsStart = ledger.givenIfAny(`${AT}.ordinalsStart`, given.ordinalsStart);
    return {
        claimTemplates: (given.claimTemplates ?? []).map((claim, index) =>
            resolveClaimTemplate(claim, index, ledger),
        ),
        retainClaimsWhenScaled: ledger.or(
            `${AT}.retainClaimsWhenScaled`,
            given.retainClaimsWhenScaled,
            true,
            "an autoscaler takes pods away every day, and what they wrote must be there when they return",
        ),
        retainClaimsWhenDeleted: ledger.or(
            `${AT}.retainClaimsWhenDeleted`,
            given.retainClaimsWhenDeleted,
            true,
            "an update may replace the StatefulSet, and data that is gone does not come back",
        ),
        ...(ordinalsStart === undefined ? {} : { ordinalsStart }),
        podManagement: ledger.or(
            `${AT}.podManagement`,
            given.podManagement,
            PodManagement.Parallel,
            "a burst must not wait until each pod is ready in turn",
        ),
    };
}

function resolveClaimTemplate(claim: ClaimTemplateArgs, index: number, ledger: Ledger): PoolClaimTemplate {
    const at = `${AT}.claimTemplates[${index}]`;
    return {
        name: claim.name,
        ...resolveClaim(claim, at, ledger),
        ...(claim.mountPath === undefined ? {} : { mountPath: claim.mountPath }),
    };
}
