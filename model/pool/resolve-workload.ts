import type { Leaf } from "../declared";
import { withUnknowns } from "../declared";
import type { AgentPoolArgs, TaskArgs } from "./args";
import { QosClass, SecurityLevel } from "./choices";
import { leafOf } from "./leaf-of";
import type { Ledger } from "./ledger";
import type { PodTemplate, PoolContainer, PoolWorkload } from "./pool";
import { resolveKind } from "./resolve-stateful-set";
import type { ContainerArgs, WorkloadArgs } from "./workload-args";

/** Seconds on top of the longest task in which a worker can hand back what it holds and leave. */
const LEAVE_SECONDS = 15;
/** Kubernetes' own default. */
const DEFAULT_GRACE_SECONDS = 30;

/** Decides what the pool runs; the arguments have their right form already. */
export function resolveWorkload(args: AgentPoolArgs, ledger: Ledger): PoolWorkload {
    const { workload } = args;
    if (workload.existing !== undefined) {
        const { existing } = workload;
        return {
            kind: "existing",
            apiVersion: ledger.or(
                "workload.existing.apiVersion",
                existing.apiVersion,
                "apps/v1",
                "most targets are",
            ),
            targetKind: ledger.or("workload.existing.kind", existing.kind, "Deployment", "most targets are"),
            name: leafOf(existing.name, "workload.existing.name"),
        };
    }
    const kind = resolveKind(args, ledger);
    const serviceAccount =
        workload.serviceAccountName === undefined
            ? {}
            : { serviceAccountName: leafOf(workload.serviceAccountName, "workload.serviceAccountName") };
    if (workload.container === undefined) {
        const template = withUnknowns(workload.podTemplate, ["workload", "podTemplate"]) as PodTemplate;
        return { kind: "podTemplate", template, ...serviceAccount, ...kind };
    }
    return {
        kind: "container",
        container: resolveContainer(workload.container, workload, args.qosClass, ledger),
        terminationGracePeriodSeconds: resolveGrace(workload, args.task ?? {}, ledger),
        ...serviceAccount,
        ...kind,
    };
}

function resolveGrace(workload: WorkloadArgs, task: TaskArgs, ledger: Ledger): number {
    const path = "workload.terminationGracePeriodSeconds";
    const given = workload.terminationGracePeriodSeconds;
    if (task.p99Seconds === undefined) {
        return ledger.or(
            path,
            given,
            DEFAULT_GRACE_SECONDS,
            "Kubernetes' default; task.p99Seconds is not known",
        );
    }
    const needed = Math.max(DEFAULT_GRACE_SECONDS, Math.ceil(task.p99Seconds) + LEAVE_SECONDS);
    return ledger.or(
        path,
        given,
        needed,
        `the longest tasks take ${task.p99Seconds} s, and ${LEAVE_SECONDS} s are left for handing back and leaving`,
        "derived",
    );
}

function resolveContainer(
    container: ContainerArgs,
    workload: WorkloadArgs,
    qosClass: QosClass | undefined,
    ledger: Ledger,
): PoolContainer {
    const at = "workload.container";
    const leaves = (values: readonly unknown[], path: string): Leaf<string>[] =>
        values.map((value, index) => leafOf(value, `${path}[${index}]`));
    return {
        image: ledger.given(`${at}.image`, leafOf(container.image, `${at}.image`)),
        ...(container.command === undefined ? {} : { command: leaves(container.command, `${at}.command`) }),
        ...(container.args === undefined ? {} : { args: leaves(container.args, `${at}.args`) }),
        env: Object.fromEntries(
            Object.entries(container.env ?? {}).map(([key, value]) => [
                key,
                leafOf(value, `${at}.env.${key}`),
            ]),
        ),
        envFromSecrets: leaves(container.envFromSecrets ?? [], `${at}.envFromSecrets`),
        ports: container.ports ?? [],
        requests: ledger.given(`${at}.resources.requests`, container.resources.requests),
        limits: resolveLimits(container, qosClass, ledger),
        limitsFollowRequests: container.resources.limits === undefined,
        security: ledger.or(
            "workload.security",
            workload.security,
            SecurityLevel.Restricted,
            "agents run code that others wrote: no root, no writable root file system, no capabilities",
        ),
    };
}

function resolveLimits(
    { resources }: ContainerArgs,
    qosClass: QosClass | undefined,
    ledger: Ledger,
): Readonly<Record<string, string>> {
    const { requests, limits } = resources;
    const path = "workload.container.resources.limits";
    if (qosClass === QosClass.Guaranteed) {
        return ledger.or(path, limits, requests, "qosClass Guaranteed: limits equal requests", "derived");
    }
    const memory = requests["memory"];
    if (memory === undefined)
        return ledger.or(path, limits, {}, "no memory is requested that a limit could follow");
    return ledger.or(
        path,
        limits,
        { memory },
        "memory as requested: a pod that outgrows it is stopped alone, not its neighbours; CPU is left free",
    );
}
