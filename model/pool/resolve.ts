import { checkShape, plainCopy } from "../arguments";
import type { Finding } from "../findings";
import { ARCHETYPES } from "./archetypes";
import type { AgentPoolArgs, AutoscaledAgentPoolArgs } from "./args";
import type { JobStrategy } from "./choices";
import { WaitFor, WorkloadKind } from "./choices";
import { engineProblems } from "./engine-problems";
import { jobProblems } from "./job-problems";
import { labelProblems } from "./label-problems";
import { leafOf } from "./leaf-of";
import { Ledger } from "./ledger";
import { nativeMetricProblems } from "./native-metric-problems";
import { noEffectProblems } from "./no-effect";
import { platformFindings } from "./platform-problems";
import { podTemplateProblems } from "./pod-template-problems";
import type { Pool } from "./pool";
import type { PoolWorkload } from "./pool-workload";
import { POOL_SHAPE } from "./pool-shape";
import { workloadKind } from "./resolve-kind";
import { resolvePlacement } from "./resolve-placement";
import { resolveProbes } from "./resolve-probes";
import { resolveScale } from "./resolve-scale";
import { resolveVertical } from "./resolve-vertical";
import { resolveWorkload } from "./resolve-workload";
import { scaleProblems } from "./scale-problems";
import { SCHEDULES, scheduleProblems } from "./schedule-problems";
import { statefulSetProblems } from "./stateful-set-problems";
import { verticalProblems } from "./vertical-problems";
import { volumeProblems } from "./volume-problems";

/** A resolved pool, or the reasons why there is none. */
export interface Resolution {
    /** Absent where the arguments have errors of form. */
    readonly pool?: Pool;
    /** Errors of form: what is wrong, where, and the fix; all of them. */
    readonly findings: readonly Finding[];
}

/**
 * Decides every value of a pool: what the user gave, and for the rest a default with its reason. Errors of form end
 * here; whether the pool can work is for the rules, which read the objects that it becomes.
 *
 * @param name The component's name, also that of its Kubernetes objects.
 * @param args The arguments as the user wrote them; nothing about them is taken for granted.
 * @example
 * const { pool, findings } = resolve("research", { archetype: "QueueWorker", namespace: "agents", workload, scale });
 */
export function resolve(name: string, args: AutoscaledAgentPoolArgs): Resolution {
    const { copy, findings: unreadable } = plainCopy(args);
    const shape = [...unreadable, ...checkShape(copy, POOL_SHAPE)];
    if (shape.length > 0) return { findings: shape };
    const read = copy as AutoscaledAgentPoolArgs;
    const findings = [
        ...labelProblems(name, read),
        ...podTemplateProblems(read),
        ...statefulSetProblems(read),
        ...jobProblems(read),
        ...volumeProblems(read),
        ...scaleProblems(read),
        ...engineProblems(read),
        ...nativeMetricProblems(read),
        ...scheduleProblems(read.scale.minReplicas, read.scale.schedules, SCHEDULES),
        ...verticalProblems(read),
        ...noEffectProblems(read),
        ...platformFindings(read),
    ];
    return findings.length > 0 ? { findings } : { pool: resolvePool(name, read), findings };
}

/** How jobs are counted, which decides what their triggers count. */
function jobStrategy(workload: PoolWorkload): JobStrategy | undefined {
    return workload.kind === "existing" ? undefined : workload.job?.scalingStrategy;
}

function resolvePool(name: string, args: AutoscaledAgentPoolArgs): Pool {
    const ledger = new Ledger();
    const archetype = ledger.given("archetype", args.archetype);
    const namespace = ledger.given("namespace", leafOf(args.namespace, "namespace"));
    const workload = resolveWorkload(args, ledger);
    const scale = resolveScale(args, jobStrategy(workload), ledger);
    const vertical = resolveVertical(args, ledger);
    const placement = resolvePlacement(args, ledger);
    return {
        name,
        namespace,
        archetype,
        workload,
        task: args.task ?? {},
        scale,
        ...(vertical === undefined ? {} : { vertical }),
        ...(args.budget === undefined ? {} : { budget: ledger.given("budget", args.budget) }),
        ...resolveDisruption(args, ledger),
        ...(args.qosClass === undefined ? {} : { qosClass: ledger.given("qosClass", args.qosClass) }),
        ...(placement === undefined ? {} : { placement }),
        probes: resolveProbes(args, ledger),
        adopt: args.adopt ?? {},
        waitFor: ledger.or(
            "waitFor",
            args.waitFor,
            WaitFor.ScalerReady,
            "an update whose autoscaler cannot work must fail",
        ),
        waitSeconds: resolveWaitSeconds(args, ledger),
        exemptions: args.exemptions ?? [],
        labels: args.labels ?? {},
        annotations: args.annotations ?? {},
        platform: args.platform ?? {},
        values: ledger.values,
    };
}

/** A budget for evictions; jobs have none, and a target of somebody else has its own. */
function resolveDisruption(args: AgentPoolArgs, ledger: Ledger): Pick<Pool, "disruption"> {
    const kind = workloadKind(args);
    if (kind === undefined || kind === WorkloadKind.Job) return {};
    const { minAvailable, maxUnavailable } = args.disruption ?? {};
    if (minAvailable !== undefined) {
        return { disruption: { minAvailable: ledger.given("disruption.minAvailable", minAvailable) } };
    }
    const fallback = ARCHETYPES[args.archetype].maxUnavailable;
    return {
        disruption: {
            maxUnavailable: ledger.archetype("disruption.maxUnavailable", maxUnavailable, fallback),
        },
    };
}

function resolveWaitSeconds({ waitFor, waitSeconds }: AgentPoolArgs, ledger: Ledger): number {
    if (waitFor === WaitFor.Nothing) return 0;
    return ledger.or(
        "waitSeconds",
        waitSeconds,
        120,
        "the autoscaler answers within seconds when it is there",
    );
}
