import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { ComponentResource, log, output, runtime } from "@pulumi/pulumi";
import type { CostSummary } from "../model/cost";
import { costSummary, price } from "../model/cost";
import { costCard } from "../model/explain";
import type { WarmCapacityArgs } from "../model/warm";
import { WARM_CAPACITY_TYPE, WarmStrategy, placeholderClassName, resolveWarmCapacity } from "../model/warm";
import { build, outputsOf } from "./build";
import { refuse } from "./refuse";

/**
 * Room that is kept free on nodes for the first pods of a burst, so that they do not wait for a machine: placeholder pods
 * that the scheduler takes away when a pod needs their place, or a CapacityBuffer where the node autoscaler knows it.
 *
 * Room is paid for as if pods ran in it; a preview says what it costs. The objects of both ways were accepted by a real API
 * server and placeholders preempted by the real scheduler; no node autoscaler of a cloud was ever asked.
 *
 * @example
 * new WarmCapacity("headroom", {
 *     namespace: "agents",
 *     of: { resources: { requests: { cpu: "2", memory: "8Gi" } }, placement: { nodePool: spotNodes } },
 *     replicas: 1,
 *     schedules: [{ name: "workday", start: "0 7 * * 1-5", end: "0 18 * * 1-5", timeZone: "Europe/Berlin", minReplicas: 4 }],
 * });
 */
export class WarmCapacity extends ComponentResource {
    /** The type token, which policies and `isTypeOf` compare. */
    static readonly __pulumiType = WARM_CAPACITY_TYPE;

    /** How the room is kept: `Balloon`, `BufferActive` or `BufferStandby`. */
    public readonly strategy: Output<string>;
    /** The name of the placeholders' PriorityClass, `<name>-placeholder`; empty for a buffer. */
    public readonly priorityClassName: Output<string>;
    /** The name of the CapacityBuffer; empty for placeholders. */
    public readonly bufferName: Output<string>;
    /** What the room costs a month, taken by nobody. */
    public readonly cost: Output<CostSummary>;

    /**
     * @param name The name of its objects; a PriorityClass `<name>-placeholder` too, which only one stack of a cluster can have.
     * @param args For which pods there is room, for how many, and when.
     * @param opts Options of the component; providers, `protect` and `retainOnDelete` reach its children.
     */
    constructor(name: string, args: WarmCapacityArgs, opts?: ComponentResourceOptions) {
        const { warm, declared, findings } = resolveWarmCapacity(name, args);
        // Arguments of the wrong form may not survive the way to the engine (cycles, NaN), so none are sent.
        super(WarmCapacity.__pulumiType, name, warm === undefined ? {} : args, opts);
        const platform = warm?.platform ?? {};
        const { errors, fleet } = build(this, name, { declared, findings, platform });
        const cost = price(fleet);
        if (errors.length === 0 && runtime.isDryRun()) void log.info(costCard(cost).join("\n"), this);

        const isBalloon = warm?.strategy === WarmStrategy.Balloon;
        this.strategy = output<string>(warm?.strategy ?? "");
        this.priorityClassName = output(isBalloon ? placeholderClassName(name) : "");
        this.bufferName = output(warm === undefined || isBalloon ? "" : name);
        this.cost = output(costSummary(cost));
        const { strategy, priorityClassName, bufferName } = this;
        const outputs = { strategy, priorityClassName, bufferName, cost: this.cost };
        this.registerOutputs(outputsOf(outputs, errors));
        refuse(this, name, errors, "WarmCapacity");
    }
}
