import type { Leaf } from "../declared";

/** What a sentence is about. */
export type Topic =
    | "paused"
    | "bounds"
    | "trigger"
    /** How many jobs a number starts. */
    | "strategy"
    | "wakes"
    | "sleeps"
    | "pace"
    /** How jobs end, and which of them are kept. */
    | "ends"
    | "metric-loss"
    | "vertical"
    | "no-effect"
    | "needs"
    | "unknown";

/** One plain sentence about an autoscaler. */
export interface Sentence {
    readonly topic: Topic;
    readonly text: string;
}

/** What an autoscaler will do, in sentences with numbers. */
export interface Explanation {
    readonly kind: string;
    readonly namespace: Leaf<string> | undefined;
    readonly name: Leaf<string> | undefined;
    readonly sentences: readonly Sentence[];
}
