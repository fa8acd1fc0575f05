import type { CronField } from "./cron-fields";

/** Why KEDA would refuse a cron expression, and what to write instead. */
export interface CronProblem {
    /** The field that is wrong; absent when it is the expression as a whole. */
    readonly field?: CronField["name"];
    /** What is wrong, one sentence without a full stop. */
    readonly message: string;
    /** What to change, as an instruction. */
    readonly fix: string;
}

const LONGEST_QUOTE = 60;

/** A text as it stands in a message, cut when it is long. */
export function quote(text: string): string {
    return JSON.stringify(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}...` : text);
}
