import type { Finding } from "../findings";
import { platformProblems } from "../platform";
import { ARCHETYPES } from "./archetypes";
import type { AgentPoolArgs, AutoscaledAgentPoolArgs } from "./args";
import { checkShape, problem } from "./check-shape";
import { WaitFor } from "./choices";
import { Ledger } from "./ledger";
import { OWN_LABEL_PREFIX, isOwnLabel } from "./own-labels";
import type { Pool } from "./pool";
import { POOL_SHAPE } from "./pool-shape";
import { resolveProbes } from "./resolve-probes";
import { resolveScale, scaleProblems } from "./resolve-scale";
import { leafOf, resolveWorkload } from "./resolve-workload";

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
    const shape = checkShape(args, POOL_SHAPE);
    if (shape.length > 0) return { findings: shape };
    const findings = [...platformFindings(args), ...scaleProblems(args), ...ownLabelProblems(args)];
    if (findings.length > 0) return { findings };
    return { pool: resolvePool(name, args), findings };
}

function resolvePool(name: string, args: AutoscaledAgentPoolArgs): Pool {
    const ledger = new Ledger();
    const archetype = ledger.given("archetype", args.archetype);
    const namespace = ledger.given("namespace", leafOf(args.namespace, "namespace"));
    const workload = resolveWorkload(args, ledger);
    const scale = resolveScale(args, ledger);
    return {
        name,
        namespace,
        archetype,
        workload,
        task: args.task ?? {},
        scale,
        disruption: resolveDisruption(args, ledger),
        ...(args.qosClass === undefined ? {} : { qosClass: ledger.given("qosClass", args.qosClass) }),
        probes: resolveProbes(args, ledger),
        adopt: args.adopt ?? {},
        waitFor: ledger.or(
            "waitFor",
            args.waitFor,
            WaitFor.ScalerReady,
            "an update that KEDA cannot serve must fail",
        ),
        waitSeconds: ledger.or(
            "waitSeconds",
            args.waitSeconds,
            120,
            "KEDA answers within seconds when it is there",
        ),
        labels: args.labels ?? {},
        annotations: args.annotations ?? {},
        platform: args.platform ?? {},
        values: ledger.values,
    };
}

function resolveDisruption(args: AgentPoolArgs, ledger: Ledger): Pool["disruption"] {
    const { minAvailable, maxUnavailable } = args.disruption ?? {};
    if (minAvailable !== undefined) {
        return { minAvailable: ledger.given("disruption.minAvailable", minAvailable) };
    }
    const fallback = ARCHETYPES[args.archetype].maxUnavailable;
    return { maxUnavailable: ledger.archetype("disruption.maxUnavailable", maxUnavailable, fallback) };
}

function platformFindings(args: AutoscaledAgentPoolArgs): Finding[] {
    return platformProblems(args.platform ?? {}).map(({ member, message, fix }) =>
        problem(["platform", member], `is wrong: ${message}`, fix),
    );
}

function ownLabelProblems(args: AgentPoolArgs): Finding[] {
    return Object.keys(args.labels ?? {})
        .filter(isOwnLabel)
        .map((key) =>
            problem(
                ["labels", key],
                `would overwrite a label that the pool's selector needs`,
                `choose a label that does not start with ${OWN_LABEL_PREFIX}`,
            ),
        );
}
