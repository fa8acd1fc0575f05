/** How KEDA makes jobs of what triggers ask for, with every default filled in. */
export interface JobRules {
    /** Jobs that run whatever the triggers say, in addition to those that they ask for (`MinReplicaCount`). */
    readonly extra: number;
    /** Most jobs that the triggers can ask for (`MaxReplicaCount`). */
    readonly most: number;
    readonly strategy: "default" | "custom" | "accurate" | "eager";
    /** Taken off what is asked for, with `custom`. */
    readonly deduction: number;
    /** The share of the running jobs that is taken off, with `custom`. */
    readonly percentage: number;
    readonly calculation: "max" | "min" | "avg" | "sum";
}

/** What one trigger reads. */
export interface JobReading {
    readonly value: number;
    /** What its value is divided by. */
    readonly target: number;
    /** Whether its value is above its activation threshold. */
    readonly isActive: boolean;
}

/** What all triggers together ask for. */
export interface JobDemand {
    /** The number itself, more jobs than which are never made at once (`scaleTo`). */
    readonly queue: number;
    /** The number divided by the target, within the ceiling (`maxScale`). */
    readonly asked: number;
    readonly isActive: boolean;
}

/** KEDA's default ceiling of a ScaledJob. */
const DEFAULT_MOST = 100;

/**
 * The two bounds as KEDA reads them (2.20.2 `scaledjob_types.go` MinReplicaCount, MaxReplicaCount): the extra jobs are
 * taken off the ceiling, but not off its default, and not where they are more than it, which then counts twice.
 *
 * @param max `undefined` where none is written.
 * @example jobBounds(3, 40) // { extra: 3, most: 37 }
 */
export function jobBounds(min: number, max: number | undefined): Pick<JobRules, "extra" | "most"> {
    if (max === undefined) return { extra: min, most: DEFAULT_MOST };
    return min > max ? { extra: max, most: max } : { extra: min, most: max - min };
}

/**
 * What triggers together ask for (KEDA 2.20.2 `pkg/scaling/scaledjob/metrics.go` CalculateQueueLengthAndMaxValue,
 * IsScaledJobActive). `max` and `min` compare the numbers themselves, not the jobs that they ask for.
 *
 * @example jobDemand([{ value: 23, target: 5, isActive: true }], rules) // { queue: 23, asked: 5, isActive: true }
 */
export function jobDemand(readings: readonly JobReading[], rules: JobRules): JobDemand {
    const { most, extra } = rules;
    const active = readings
        .filter(({ isActive }) => isActive)
        .map(({ value, target }) => ({
            queue: value,
            asked: target === 0 ? 0 : Math.min(value / target, most),
        }));
    const { queue, asked } = combine(active, rules.calculation);
    const isActive = extra > 0 || (rules.calculation === "max" ? queue > 0 : active.length > 0);
    return { queue: Math.ceil(queue), asked: Math.ceil(Math.min(asked, most)), isActive };
}

type Amount = Pick<JobDemand, "queue" | "asked">;

function combine(active: readonly Amount[], calculation: JobRules["calculation"]): Amount {
    const none: Amount = { queue: 0, asked: 0 };
    const sum = active.reduce(
        (total, each) => ({ queue: total.queue + each.queue, asked: total.asked + each.asked }),
        none,
    );
    switch (calculation) {
        case "max":
            return active.reduce((largest, each) => (each.queue > largest.queue ? each : largest), none);
        case "min":
            return active.reduce(
                (smallest, each) => (smallest.queue === 0 || each.queue < smallest.queue ? each : smallest),
                none,
            );
        case "sum":
            return sum;
        case "avg":
            return active.length === 0
                ? none
                : { queue: sum.queue / active.length, asked: sum.asked / active.length };
    }
}

/**
 * The jobs that KEDA makes at one look (2.20.2 `pkg/scaling/executor/scale_jobs.go` getScalingDecision, createJobs).
 *
 * @param running Jobs that have not ended, the pending ones among them.
 * @param pending Jobs that do not count as started.
 * @example jobsMade({ queue: 23, asked: 5, isActive: true }, accurate, 2, 0) // 5
 */
export function jobsMade(demand: JobDemand, rules: JobRules, running: number, pending: number): number {
    const { extra, most, strategy } = rules;
    if (!demand.isActive) return 0;
    if (running < extra) return extra - running;
    // Eager is not held back by how many tasks there are, only by how many jobs they ask for.
    const scaleTo = strategy === "eager" ? most : demand.queue;
    const effective = effectiveMost(demand.asked, rules, running - extra, pending);
    return Math.max(0, Math.min(scaleTo, effective));
}

/** KEDA's `GetEffectiveMaxScale` of each strategy. */
function effectiveMost(asked: number, rules: JobRules, running: number, pending: number): number {
    const { most, deduction, percentage } = rules;
    switch (rules.strategy) {
        case "default":
            return asked - running;
        case "custom":
            return Math.min(asked - deduction - Math.trunc(running * percentage), most);
        case "accurate":
            return asked + running - pending > most ? most - running : asked - pending;
        case "eager":
            return Math.min(most - running - pending, asked);
    }
}

/**
 * Most jobs that can run at the same time. `custom` takes only a share of the running ones off, cut to a whole number,
 * so it goes on until that share is all that is asked for; a share of 0 has no end.
 *
 * @example mostJobs({ ...rules, strategy: "custom", most: 4, percentage: 0.5 }) // 8
 */
export function mostJobs({ extra, most, strategy, deduction, percentage }: JobRules): number {
    if (strategy !== "custom") return extra + most;
    const room = most - deduction;
    if (most === 0 || room <= 0) return extra;
    if (percentage <= 0) return Infinity;
    if (percentage < 1) return extra + Math.ceil(room / percentage);
    // Jobs that run until their share is more than a deduction below 0 adds.
    const before = deduction < 0 ? Math.ceil((1 - deduction) / percentage) - 1 : 0;
    return extra + before + Math.min(room, most);
}
