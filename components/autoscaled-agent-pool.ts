import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { ComponentResource, log, output, runtime } from "@pulumi/pulumi";
import type { CostReport, CostSummary } from "../model/cost";
import { costSummary, price } from "../model/cost";
import type { Explanation } from "../model/explain";
import { costCard, explain } from "../model/explain";
import { readFleet } from "../model/fleet";
import { manifests } from "../model/manifests";
import type { AutoscaledAgentPoolArgs, Pool } from "../model/pool";
import { POOL_LABEL, POOL_TYPE, resolve } from "../model/pool";
import { judge, outputsOf, warn } from "./build";
import { isJudged } from "./judged-pools";
import { refuse } from "./refuse";
import { registerChildren } from "./register";
import { withOutputs } from "./with-outputs";

/**
 * A pool of AI agents that scales itself: the workload, its autoscaler (KEDA or native HPA), a PodDisruptionBudget
 * and whatever KEDA needs to log in, or one ScaledJob, checked before anything is applied.
 *
 * A pool that cannot work is refused with all of its errors, and so is every other bad pool of the program; what
 * is only doubtful is logged as a warning, unless the pool is exempt from it.
 */
export class AutoscaledAgentPool extends ComponentResource {
    /** The type token, which policies and `isTypeOf` compare. */
    static readonly __pulumiType = POOL_TYPE;

    /** The namespace of the pool's objects. */
    public readonly namespace: Output<string>;
    /** The name of the scaled workload; of jobs that of their ScaledJob. */
    public readonly workloadName: Output<string>;
    /** The name of the ScaledObject, ScaledJob or HorizontalPodAutoscaler. */
    public readonly scalerName: Output<string>;
    /** The autoscaler that owns the replicas, or that starts the jobs: `Keda` or `HorizontalPodAutoscaler`. */
    public readonly engine: Output<string>;
    /** Labels that select the pool's pods, for a Service or a NetworkPolicy. */
    public readonly podLabels: Output<Record<string, string>>;
    /** What the pool costs a month at its floor, by its windows and at its ceiling. */
    public readonly cost: Output<CostSummary>;

    /**
     * @param name The pool's name, also that of its Kubernetes objects: at most 54 lower-case letters, digits and dashes.
     * @param args What runs, how a task looks, and between which bounds it scales.
     * @param opts Options of the component; providers, `protect` and `retainOnDelete` reach its children.
     */
    constructor(name: string, args: AutoscaledAgentPoolArgs, opts?: ComponentResourceOptions) {
        const { pool, findings: shapeErrors } = resolve(name, args);
        // Arguments of the wrong form may not survive the way to the engine (cycles, NaN), so none are sent.
        super(AutoscaledAgentPool.__pulumiType, name, pool === undefined ? {} : args, opts);
        const declared = pool === undefined ? [] : manifests(pool);
        const fleet = readFleet(declared, pool?.platform);
        const cost = price(fleet);
        const judged = isJudged(args) ? [] : judge(fleet);
        const findings = [...shapeErrors, ...judged];
        const errors = findings.filter(({ severity }) => severity === "error");

        if (errors.length === 0) {
            warn(this, findings);
            if (runtime.isDryRun()) tell(this, explain(fleet), cost);
            registerChildren(this, name, declared);
        }
        const summary = summarize(pool);
        this.namespace = output(summary.namespace);
        this.workloadName = output(summary.workloadName);
        this.scalerName = output(name);
        this.engine = output(summary.engine);
        this.podLabels = output(summary.podLabels);
        this.cost = output(costSummary(cost));
        const { namespace, workloadName, scalerName, engine, podLabels } = this;
        const outputs = { namespace, workloadName, scalerName, engine, podLabels, cost: this.cost };
        this.registerOutputs(outputsOf(outputs, errors));
        refuse(this, name, errors, "pool");
    }
}

/** Says in a preview what the pool will do and what it costs; an update needs no such words. */
function tell(resource: ComponentResource, explanations: readonly Explanation[], cost: CostReport): void {
    const sentences = explanations.flatMap((explanation) => explanation.sentences.map(({ text }) => text));
    if (sentences.length > 0) void log.info([...sentences, ...costCard(cost)].join("\n"), resource);
}

/** What the outputs say; of a refused pool they say nothing. */
function summarize(pool: Pool | undefined): {
    namespace: string | Output<string>;
    workloadName: string | Output<string>;
    engine: string;
    podLabels: Record<string, string>;
} {
    if (pool === undefined) return { namespace: "", workloadName: "", engine: "", podLabels: {} };
    const { workload, adopt } = pool;
    return {
        namespace: withOutputs(pool.namespace) as string | Output<string>,
        workloadName: withOutputs(
            workload.kind === "existing" ? workload.name : (adopt.deployment?.name ?? pool.name),
        ) as string | Output<string>,
        engine: pool.scale.engine,
        podLabels: { ...(adopt.deployment?.matchLabels ?? { [POOL_LABEL]: pool.name }) },
    };
}
