import type { PodSize } from "../capacity";
import type { Platform } from "../platform";
import { AWS_MACHINES } from "./prices/aws";
import { GCP_MACHINES } from "./prices/gcp";
import type { MachinePrice, UnitPrice } from "./prices/price";
import { FARGATE, UNIT_PRICES } from "./prices/units";

/** A price an hour on demand and, where it is known, on spot capacity. */
export interface HourPrice {
    readonly onDemand: number;
    readonly spot: number | undefined;
    /** The oldest day of a price in it. */
    readonly asOf: string;
}

/** Where the prices of an estimate come from. */
export interface PriceBasis {
    readonly name: string;
    readonly region: string | undefined;
    /** The oldest day of a price in it. */
    readonly asOf: string;
    readonly source: string;
    readonly commitmentDiscount: number;
    readonly spotDiscount: number | undefined;
}

const MACHINES: ReadonlyMap<string, MachinePrice> = new Map(
    [...AWS_MACHINES, ...GCP_MACHINES].map((machine) => [machine.instanceType, machine]),
);

/** The prices that hold for a cluster: its own where it states some, over the built-in table. */
export class PriceBook {
    readonly basis: PriceBasis;
    private readonly units: UnitPrice;

    constructor(private readonly platform: Platform) {
        const { prices } = platform;
        this.units = UNIT_PRICES[platform.provider ?? "generic"];
        const isOwn = prices?.usdPerVcpuHour !== undefined && prices.usdPerGibHour !== undefined;
        this.basis = {
            name: isOwn ? "own prices" : this.units.name,
            region: isOwn ? prices.region : this.units.region,
            asOf: isOwn ? prices.asOf : this.units.asOf,
            source: isOwn ? "platform.prices" : this.units.source,
            commitmentDiscount: prices?.commitmentDiscount ?? 0,
            spotDiscount: prices?.spotDiscount,
        };
    }

    /** What a pod of a size costs an hour by what it requests; `undefined` where a GPU has no price. */
    podHour(size: PodSize): HourPrice | undefined {
        const { prices } = this.platform;
        const own = {
            ...(prices?.usdPerVcpuHour === undefined ? {} : { usdPerVcpuHour: prices.usdPerVcpuHour }),
            ...(prices?.usdPerGibHour === undefined ? {} : { usdPerGibHour: prices.usdPerGibHour }),
            ...(prices?.usdPerGpuHour === undefined ? {} : { usdPerGpuHour: prices.usdPerGpuHour }),
        };
        const isTableUsed = own.usdPerVcpuHour === undefined || own.usdPerGibHour === undefined;
        const days = [
            ...(isTableUsed ? [this.units.asOf] : []),
            ...(prices === undefined || Object.keys(own).length === 0 ? [] : [prices.asOf]),
        ];
        return this.unitHour({ ...this.units, ...own, asOf: oldest(days) }, size);
    }

    /** What a pod of a size that Fargate has costs an hour there. */
    fargateHour(size: PodSize): HourPrice | undefined {
        return this.unitHour(FARGATE, size);
    }

    /** What a machine costs an hour; `undefined` where it is in no table. */
    machineHour(instanceType: string): HourPrice | undefined {
        const { machines = {}, spotDiscount, asOf = "" } = this.platform.prices ?? {};
        const own = Object.hasOwn(machines, instanceType) ? machines[instanceType] : undefined;
        const listed = own === undefined ? MACHINES.get(instanceType) : { ...own, asOf };
        if (listed === undefined) return undefined;
        const { usdPerHour, spotUsdPerHour } = listed;
        return {
            onDemand: usdPerHour,
            spot: spotUsdPerHour ?? discounted(usdPerHour, spotDiscount),
            asOf: listed.asOf,
        };
    }

    private unitHour(units: UnitPrice, { vcpu, memoryGib, gpus }: PodSize): HourPrice | undefined {
        const { usdPerVcpuHour, usdPerGibHour, usdPerGpuHour, spotShare, asOf } = units;
        if (gpus > 0 && usdPerGpuHour === undefined) return undefined;
        const onDemand = vcpu * usdPerVcpuHour + memoryGib * usdPerGibHour + gpus * (usdPerGpuHour ?? 0);
        const { spotDiscount } = this.platform.prices ?? {};
        const share = spotDiscount === undefined ? spotShare : 1 - spotDiscount;
        return { onDemand, spot: share === undefined ? undefined : onDemand * share, asOf };
    }
}

/** The first of some days; they are written so that they sort. */
export function oldest(days: readonly string[]): string {
    return [...days].sort()[0] ?? "";
}

function discounted(usd: number, discount: number | undefined): number | undefined {
    return discount === undefined ? undefined : usd * (1 - discount);
}
