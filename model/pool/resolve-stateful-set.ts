import type { AgentPoolArgs } from "./args";
import { AccessMode, PodManagement, SecurityLevel, WorkloadKind } from "./choices";
import { leafOf } from "./leaf-of";
import type { Ledger } from "./ledger";
import type { PoolClaimTemplate, PoolStatefulSet } from "./pool";
import type { ClaimTemplateArgs, StatefulSetArgs, WorkloadArgs } from "./workload-args";

const AT = "workload.statefulSet";
/** What most images use for the first user that is not root. */
const FIRST_GROUP = 1000;

/** Decides which kind of object runs the pods, and what that kind needs. */
export function resolveKind(
    { workload }: AgentPoolArgs,
    ledger: Ledger,
): { readonly statefulSet?: PoolStatefulSet } {
    const kind = ledger.or(
        "workload.kind",
        workload.kind,
        WorkloadKind.Deployment,
        "any agent can take any task, so none needs a name or a volume of its own",
    );
    return kind === WorkloadKind.StatefulSet ? { statefulSet: resolveStatefulSet(workload, ledger) } : {};
}

function resolveStatefulSet(workload: WorkloadArgs, ledger: Ledger): PoolStatefulSet {
    const given: StatefulSetArgs = workload.statefulSet ?? {};
    const ordinalsStart = ledger.givenIfAny(`${AT}.ordinalsStart`, given.ordinalsStart);
    const fsGroup = resolveGroup(workload, given, ledger);
    return {
        claimTemplates: (given.claimTemplates ?? []).map((claim, index) =>
            resolveClaim(claim, index, ledger),
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
        ...(fsGroup === undefined ? {} : { fsGroup }),
    };
}

function resolveClaim(claim: ClaimTemplateArgs, index: number, ledger: Ledger): PoolClaimTemplate {
    const at = `${AT}.claimTemplates[${index}]`;
    return {
        name: claim.name,
        storage: ledger.given(`${at}.storage`, claim.storage),
        ...(claim.storageClassName === undefined
            ? {}
            : { storageClassName: leafOf(claim.storageClassName, `${at}.storageClassName`) }),
        accessModes: ledger.or(
            `${at}.accessModes`,
            claim.accessModes,
            [AccessMode.ReadWriteOnce],
            "each pod has its own volume, and block storage can be mounted on one node only",
        ),
        ...(claim.mountPath === undefined ? {} : { mountPath: claim.mountPath }),
    };
}

function resolveGroup(
    { container, security }: WorkloadArgs,
    { claimTemplates = [], fsGroup }: StatefulSetArgs,
    ledger: Ledger,
): number | undefined {
    const path = `${AT}.fsGroup`;
    const needsGroup =
        container !== undefined && claimTemplates.length > 0 && security !== SecurityLevel.Relaxed;
    if (!needsGroup) return ledger.givenIfAny(path, fsGroup);
    return ledger.or(
        path,
        fsGroup,
        FIRST_GROUP,
        "a new volume belongs to root, and the pod does not run as root",
        "derived",
    );
}
