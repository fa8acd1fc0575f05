/**
 * A window in time with bounds of its own, for whatever can be scaled by the clock: replicas of a pool or a workload, the
 * ceiling of an autoscaler, warm capacity, nodes. Each takes the bounds that it has and refuses the others by name.
 *
 * Outside of every window the bounds of the scaled thing hold. Where windows overlap, the highest floor holds; nothing
 * else may overlap, since of what is set at a window's edges only the last holds.
 *
 * @example { name: "workday", start: "0 8 * * 1-5", end: "0 19 * * 1-5", timeZone: "Europe/Berlin", minReplicas: 3 }
 */
export interface ScheduleArgs {
    /** Its name, also that of the trigger that it becomes. */
    name: string;
    /** When it begins: five cron fields, minute, hour, day of month, month, day of week. */
    start: string;
    /** When it ends, in the same form. */
    end: string;
    /** The IANA name of the zone that both are meant in. */
    timeZone: string;
    /** Fewest replicas in the window: above the pool's floor to be ready for work, below it to save at night. */
    minReplicas?: number;
    /**
     * Most replicas (of a ScaledJob: jobs) in the window, below the ceiling outside of it; CronJobs set it at both edges, and
     * an update of the stack leaves it. A pool that is created in the window, or whose own ceiling is changed, has the new
     * one from the next edge on.
     */
    maxReplicas?: number;
    /** Warm capacity in the window, in replicas of a CapacityBuffer; set by a CronJob. */
    warmReplicas?: number;
    /** Fewest nodes in the window, of a node pool or Auto Scaling group. */
    minNodes?: number;
}
