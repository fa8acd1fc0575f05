/** One of the five fields of a cron expression: its name, its values, and the words that stand for some of them. */
export interface CronField {
    readonly name: "minute" | "hour" | "day of month" | "month" | "day of week";
    readonly min: number;
    readonly max: number;
    /** Words for values in lower case, the first for `min`, then one up. */
    readonly words: readonly string[];
}

/** The fields in their order. */
export const CRON_FIELDS = {
    minute: { name: "minute", min: 0, max: 59, words: [] },
    hour: { name: "hour", min: 0, max: 23, words: [] },
    dayOfMonth: { name: "day of month", min: 1, max: 31, words: [] },
    month: {
        name: "month",
        min: 1,
        max: 12,
        words: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
    },
    dayOfWeek: {
        name: "day of week",
        min: 0,
        max: 6,
        words: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
    },
} as const satisfies Record<string, CronField>;
