import { integer } from "../arguments";
import type { Fleet, FleetScaler } from "../fleet";
import { effectiveStrategy, known, podBounds } from "../fleet";
import type { Breach, Rule } from "./rule";

/** Ceilings above what an organisation runs of one pool. */
export const ceilingLimit: Rule = {
    id: "ceiling-limit",
    severity: "warning",
    impact: "high",
    tags: ["bounds", "cost"],
    from: "standard",
    settings: {
        replicas: {
            shape: integer(1),
            meaning: "Most pods that one pool may run, of replicas or of jobs.",
            value: 50,
        },
    },
    title: "No pool can grow beyond the most pods that one pool may run.",
    why: "A loop of retries or an upstream that is down fills every pool to its ceiling, and all of it is billed.",
    source: "KEDA 2.20.2 scaledobject_types.go, scaledjob_types.go: a ceiling has no upper limit; Gatekeeper's library has one for HPAs",
    *check({ scalers }: Fleet, { settings }) {
        const limit = settings.number("replicas");
        if (limit === undefined) return;
        for (const scaler of scalers) yield* checkScaler(scaler, limit);
    },
};

/** A ceiling that is not known is noted by scale-bounds. */
function* checkScaler(scaler: FleetScaler, limit: number): Generator<Breach> {
    const { declared, max, jobs } = scaler;
    const ceiling = known(max);
    const most = podBounds(scaler)?.ceiling ?? ceiling;
    if (most === undefined || ceiling === undefined || most <= limit) return;
    const parallelism = jobs === undefined ? 1 : Math.max(known(jobs.parallelism) ?? 1, 1);
    yield {
        declared,
        path: max.path,
        message: `${mostOf(scaler, most)}, and one pool may run at most ${limit}`,
        fix: fixOf(scaler, Math.floor(limit / parallelism), limit),
    };
}

function fixOf({ max, jobs }: FleetScaler, fitting: number, limit: number): string {
    if (fitting < 1) return `run at most ${limit} pods in parallel in a job`;
    // Only that strategy passes its ceiling, which lowering it then does not mend.
    if (jobs !== undefined && effectiveStrategy(jobs) === "custom" && (known(max) ?? 0) <= fitting) {
        return "use a strategy that keeps to the ceiling: default, accurate or eager";
    }
    return `use a ceiling of ${fitting} or less`;
}

function mostOf({ jobs, maxStated }: FleetScaler, most: number): string {
    if (most === Infinity) return "the strategy custom sets its jobs no limit";
    if (!maxStated) return `without a ceiling of its own it runs up to ${most} pods`;
    return jobs === undefined ? `the ceiling is ${most} replicas` : `its jobs run up to ${most} pods`;
}
