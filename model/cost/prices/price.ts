/** Where a price comes from, and of which day it is. */
export interface PriceOrigin {
    /** The day of which the price is, `2026-07-20`. */
    readonly asOf: string;
    readonly source: string;
}

/** What one machine costs an hour, and what it has. */
export interface MachinePrice extends PriceOrigin {
    /** The cloud's name of it, `m7i.xlarge`. */
    readonly instanceType: string;
    readonly region: string;
    readonly vcpu: number;
    readonly memoryGib: number;
    readonly gpus?: number;
    readonly usdPerHour: number;
    /** Absent where the spot price is not known. */
    readonly spotUsdPerHour?: number;
}

/** What one unit of each resource costs an hour, where pods are priced by what they request. */
export interface UnitPrice extends PriceOrigin {
    readonly name: string;
    readonly region: string;
    readonly usdPerVcpuHour: number;
    readonly usdPerGibHour: number;
    /** Absent where the price depends on the GPU's model. */
    readonly usdPerGpuHour?: number;
    /** Share of the price that is paid on spot capacity, 0 to 1; absent where it is not known. */
    readonly spotShare?: number;
}
