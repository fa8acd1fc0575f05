import { Quantity, formatCpu } from "../capacity";
import type { Fleet, FleetScaler, FleetTrigger } from "../fleet";
import { known, thresholdPerPod } from "../fleet";
import type { Breach, Rule } from "./rule";

/**
 * A tenth of a core. What a runtime does without any work - garbage collection, probes, the scraping of metrics - is
 * some ten thousandths to some fifty of them, so a threshold below 100m is crossed by chance.
 */
const SMALLEST = new Quantity(100_000_000n);

/** CPU targets that noise crosses. */
export const utilizationFloor: Rule = {
    id: "utilization-floor",
    severity: "warning",
    impact: "medium",
    tags: ["signal"],
    title: "The CPU at which a pool grows is at least a tenth of a core a pod.",
    why: "Below that the garbage collection of one pod is a peak: the pool runs to its ceiling over nothing and stays there.",
    source: "mitodl/ol-infrastructure 5c1bdd574, 9a8f69242: scaled at 65m, 176 times to its ceiling in three days",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            const ceiling = known(scaler.max);
            if (ceiling !== undefined && ceiling === known(scaler.min)) continue;
            for (const trigger of scaler.triggers) {
                if (trigger.scaler?.type === "cpu") yield* checkTrigger(scaler, trigger);
            }
        }
    },
};

/** A request or a target that is not known is noted by container-resources and target-positive. */
function* checkTrigger(scaler: FleetScaler, trigger: FleetTrigger): Generator<Breach> {
    const threshold = thresholdPerPod(scaler, trigger);
    if (threshold === undefined || threshold.sign <= 0 || threshold.compare(SMALLEST) >= 0) return;
    const percent = known(trigger.target);
    const isShare = trigger.effectiveMetricType === "Utilization" && percent !== undefined && percent > 0;
    const share = isShare ? BigInt(Math.round(percent)) : 100n;
    const enough = `${new Quantity((SMALLEST.nanos * 100n) / share).toMilli()}m`;
    yield {
        declared: scaler.declared,
        path: trigger.target.path,
        message: `the pool grows at ${formatCpu(threshold)} of CPU a pod, which a runtime uses without any work`,
        fix: isShare
            ? `request ${enough} of CPU or more, or scale on the work that waits`
            : `use ${enough} or more, or scale on the work that waits`,
    };
}
