/**
 * A window in time with bounds of its own. Outside of every window the bounds of the pool hold; where windows overlap,
 * the highest floor does.
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
    /** Most replicas in the window. Refused for now: no autoscaler lowers its ceiling by the clock. */
    maxReplicas?: number;
}
