import type { MachinePrice } from "./price";

const ORIGIN = {
    region: "us-central1",
    asOf: "2026-08-03",
    source: "cloudpilot-ai/karpenter-provider-gcp initial-prices.json, on demand and spot",
} as const;

type Row = readonly [
    type: string,
    vcpu: number,
    memoryGib: number,
    usdPerHour: number,
    spotUsdPerHour: number,
    gpus?: number,
];

/** Prices of machines as they were published. */
const PUBLISHED: readonly Row[] = [
    ["e2-medium", 1, 4, 0.03351, 0.02011],
    ["e2-standard-2", 2, 8, 0.06701, 0.04021],
    ["e2-standard-4", 4, 16, 0.13402, 0.08042],
    ["n2-standard-4", 4, 16, 0.19424, 0.09212],
    ["n2d-standard-4", 4, 16, 0.16898, 0.04891],
    ["n4-standard-4", 4, 16, 0.1814, 0.08957],
    ["c3-standard-4", 4, 16, 0.20161, 0.0494],
    ["c4-standard-4", 4, 15, 0.19767, 0.11861],
    ["c4a-standard-4", 4, 16, 0.1796, 0.07763],
    ["t2d-standard-4", 4, 16, 0.16898, 0.06304],
    ["g2-standard-4", 4, 16, 0.70683, 0.39734, 1],
    ["a2-highgpu-1g", 12, 85, 3.67339, 1.92802, 1],
    ["a3-highgpu-8g", 208, 1872, 88.48999, 50.60954, 8],
];

/** Families whose standard sizes cost in proportion to their vCPUs, with the sizes that all of them have. */
const PROPORTIONAL = /^(e2|n2|n2d|n4|c4|c4a|t2d)-standard-4$/;
const SIZES = [2, 8, 16, 32];

function machine(
    [instanceType, vcpu, memoryGib, usdPerHour, spotUsdPerHour, gpus]: Row,
    source: string,
): MachinePrice {
    return {
        ...ORIGIN,
        source,
        instanceType,
        vcpu,
        memoryGib,
        usdPerHour,
        spotUsdPerHour,
        ...(gpus === undefined ? {} : { gpus }),
    };
}

/** The sizes of a family that were not published, from its size of four vCPUs. */
function otherSizes([type, vcpu, memoryGib, usdPerHour, spotUsdPerHour]: Row): MachinePrice[] {
    if (!PROPORTIONAL.test(type)) return [];
    const published = new Set(PUBLISHED.map(([name]) => name));
    return SIZES.map((size): Row => {
        const times = size / vcpu;
        const name = type.replace(/\d+$/, String(size));
        return [name, size, memoryGib * times, usdPerHour * times, spotUsdPerHour * times];
    })
        .filter(([name]) => !published.has(name))
        .map((row) => machine(row, `${ORIGIN.source}; in proportion to ${type}`));
}

/** Compute Engine machines, on demand and spot. */
export const GCP_MACHINES: readonly MachinePrice[] = PUBLISHED.flatMap((row) => [
    machine(row, ORIGIN.source),
    ...otherSizes(row),
]);
