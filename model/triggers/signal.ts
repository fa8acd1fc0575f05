/** What a number from a metrics server is; decides how the autoscaler divides it. */
export const Signal = {
    /** A total over the whole pool (`sum(...)`): replicas = total / threshold. */
    Total: "Total",
    /** An average for each replica (`avg(...)`): replicas grow while the average is above the threshold. */
    PerReplica: "PerReplica",
    /** A share between 0 and 1, or a percentage. */
    Ratio: "Ratio",
    /** A latency percentile or another value that does not add up over replicas. */
    Percentile: "Percentile",
} as const;
export type Signal = (typeof Signal)[keyof typeof Signal];
