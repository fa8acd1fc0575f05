/**
 * Prices of one's own, which win over the built-in table: from a contract, another region or another cloud.
 *
 * @example { asOf: "2026-11-01", region: "eu-west-1", usdPerVcpuHour: 0.036, usdPerGibHour: 0.0048 }
 */
export interface PricesArgs {
    /** The day that the prices are of, `2026-11-01`. */
    asOf: string;
    /** The region that they are of. Default: not said. */
    region?: string;
    /** What one vCPU costs an hour, where pods are priced by what they request. Default: the table's. */
    usdPerVcpuHour?: number;
    /** What one GiB of memory costs an hour. Default: the table's. */
    usdPerGibHour?: number;
    /** What one GPU costs an hour. Default: not known, since it depends on the model. */
    usdPerGpuHour?: number;
    /** Prices of machines by their name, `m7i.xlarge`. */
    machines?: Record<string, MachinePriceArgs>;
    /** Share by which spot capacity is cheaper, 0 to 1. Default: the table's where it has one. */
    spotDiscount?: number;
    /** Share by which commitments make the floor cheaper, 0 to 1; bursts above it are paid in full. Default: 0. */
    commitmentDiscount?: number;
}

/** What one machine costs. */
export interface MachinePriceArgs {
    /** On demand, an hour. */
    usdPerHour: number;
    /** On spot capacity, an hour. Default: by `spotDiscount`, else not known. */
    spotUsdPerHour?: number;
}
