import { withUnknowns } from "../declared";
import type { AgentPoolArgs, TaskArgs } from "./args";
import { SecurityLevel } from "./choices";
import { leafOf } from "./leaf-of";
import type { Ledger } from "./ledger";
import type { ContainerWorkload, PodTemplate, PoolContainer, PoolWorkload } from "./pool-workload";
import { resolveContainer, resolveInitContainers, resolveSidecars } from "./resolve-containers";
import { resolveKind } from "./resolve-kind";
import { resolveVolumes } from "./resolve-volumes";
import type { ExistingTargetArgs, WorkloadArgs } from "./workload-args";

/** Seconds on top of the longest task in which a worker can hand back what it holds and leave. */
const LEAVE_SECONDS = 15;
/** Kubernetes' own default. */
const DEFAULT_GRACE_SECONDS = 30;
/** What most images use for the first user that is not root. */
const FIRST_GROUP = 1000;

/** Decides what the pool runs; the arguments have their right form already. */
export function resolveWorkload(args: AgentPoolArgs, ledger: Ledger): PoolWorkload {
    const { workload, qosClass } = args;
    if (workload.existing !== undefined) return resolveExisting(workload.existing, ledger);
    const kind = resolveKind(args, ledger);
    const identity = (member: "serviceAccountName" | "runtimeClassName"): object =>
        workload[member] === undefined ? {} : { [member]: leafOf(workload[member], `workload.${member}`) };
    if (workload.container === undefined) {
        const template = withUnknowns(workload.podTemplate, ["workload", "podTemplate"]) as PodTemplate;
        return { kind: "podTemplate", template, ...identity("serviceAccountName"), ...kind };
    }
    const container = resolveContainer(workload.container, args, ledger);
    return {
        kind: "container",
        container,
        sidecars: resolveSidecars(workload.sidecars ?? [], qosClass, ledger),
        initContainers: resolveInitContainers(workload.initContainers ?? [], container, qosClass, ledger),
        volumes: resolveVolumes(workload.volumes ?? [], ledger),
        imagePullSecrets: (workload.imagePullSecrets ?? []).map((secret, index) =>
            leafOf(secret, `workload.imagePullSecrets[${index}]`),
        ),
        ...resolveSecurity(workload, ledger),
        terminationGracePeriodSeconds: resolveGrace(args, container, ledger),
        ...identity("runtimeClassName"),
        ...identity("serviceAccountName"),
        ...kind,
    };
}

/** How strictly the pods are locked down, and who may write to their claims then. */
function resolveSecurity(
    workload: WorkloadArgs,
    ledger: Ledger,
): Pick<ContainerWorkload, "security" | "fsGroup"> {
    const security = ledger.or(
        "workload.security",
        workload.security,
        SecurityLevel.Restricted,
        "agents run code that others wrote: no root, no writable root file system, no capabilities",
    );
    const needsGroup = security === SecurityLevel.Restricted && hasClaims(workload);
    const fsGroup = needsGroup
        ? ledger.or(
              "workload.fsGroup",
              workload.fsGroup,
              FIRST_GROUP,
              "a new volume belongs to root, and the pod does not run as root",
              "derived",
          )
        : ledger.givenIfAny("workload.fsGroup", workload.fsGroup);
    return { security, ...(fsGroup === undefined ? {} : { fsGroup }) };
}

function hasClaims({ statefulSet, volumes = [] }: WorkloadArgs): boolean {
    return (
        (statefulSet?.claimTemplates ?? []).length > 0 ||
        volumes.some(({ persistentVolumeClaim, ephemeral }) => persistentVolumeClaim ?? ephemeral)
    );
}

function resolveExisting(existing: ExistingTargetArgs, ledger: Ledger): PoolWorkload {
    const { apiVersion, kind, name } = existing;
    return {
        kind: "existing",
        apiVersion: ledger.or("workload.existing.apiVersion", apiVersion, "apps/v1", "most targets are"),
        targetKind: ledger.or("workload.existing.kind", kind, "Deployment", "most targets are"),
        name: leafOf(name, "workload.existing.name"),
    };
}

function resolveGrace(
    { workload, task = {} }: AgentPoolArgs,
    { preStop }: PoolContainer,
    ledger: Ledger,
): number {
    const sleep = preStop?.sleepSeconds ?? 0;
    const needed = sleep + (task.p99Seconds === undefined ? 0 : Math.ceil(task.p99Seconds) + LEAVE_SECONDS);
    return ledger.or(
        "workload.terminationGracePeriodSeconds",
        workload.terminationGracePeriodSeconds,
        Math.max(DEFAULT_GRACE_SECONDS, needed),
        graceReason(task, sleep),
        task.p99Seconds === undefined ? "default" : "derived",
    );
}

function graceReason({ p99Seconds }: TaskArgs, sleep: number): string {
    if (p99Seconds === undefined) return "Kubernetes' default; task.p99Seconds is not known";
    const before = sleep === 0 ? "" : `${sleep} s pass before the container is asked to stop, `;
    return `${before}the longest tasks take ${p99Seconds} s, and ${LEAVE_SECONDS} s are left for handing back and leaving`;
}
