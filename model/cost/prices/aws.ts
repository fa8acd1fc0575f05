import type { MachinePrice } from "./price";

const ORIGIN = {
    region: "us-east-1",
    asOf: "2026-07-20",
    source: "aws/karpenter-provider-aws zz_generated.pricing_aws.go, on demand, Linux",
} as const;

type Row = readonly [type: string, vcpu: number, memoryGib: number, usdPerHour: number, gpus?: number];

/** Prices of machines as they were published. */
const PUBLISHED: readonly Row[] = [
    ["t3.medium", 2, 4, 0.0416],
    ["t3.large", 2, 8, 0.0832],
    ["t4g.large", 2, 8, 0.0672],
    ["m5.large", 2, 8, 0.096],
    ["m6i.large", 2, 8, 0.096],
    ["m6g.large", 2, 8, 0.077],
    ["m7i.large", 2, 8, 0.1008],
    ["m7i.xlarge", 4, 16, 0.2016],
    ["m7i.2xlarge", 8, 32, 0.4032],
    ["m7a.large", 2, 8, 0.11592],
    ["m7g.large", 2, 8, 0.0816],
    ["m7g.xlarge", 4, 16, 0.1632],
    ["m8g.large", 2, 8, 0.08976],
    ["m8i.large", 2, 8, 0.10584],
    ["c6i.large", 2, 4, 0.085],
    ["c7i.large", 2, 4, 0.08925],
    ["c7g.large", 2, 4, 0.0725],
    ["c8g.large", 2, 4, 0.07976],
    ["r6i.large", 2, 16, 0.126],
    ["r7i.large", 2, 16, 0.1323],
    ["r7g.large", 2, 16, 0.1071],
    ["g4dn.xlarge", 4, 16, 0.526, 1],
    ["g5.xlarge", 4, 16, 1.006, 1],
    ["g6.xlarge", 4, 16, 0.8048, 1],
    ["g6e.xlarge", 4, 32, 1.861, 1],
    ["p5.48xlarge", 192, 2048, 55.04, 8],
];

/** Families whose sizes cost in proportion: each step doubles everything. GPU and burstable ones do not. */
const PROPORTIONAL = /^[cmr]\d/;
/** Sizes by how many `large` they are; every proportional family has them up to `8xlarge`. */
const SIZES: Readonly<Record<string, number>> = {
    large: 1,
    xlarge: 2,
    "2xlarge": 4,
    "4xlarge": 8,
    "8xlarge": 16,
};

function machine([instanceType, vcpu, memoryGib, usdPerHour, gpus]: Row, source: string): MachinePrice {
    return {
        ...ORIGIN,
        source,
        instanceType,
        vcpu,
        memoryGib,
        usdPerHour,
        ...(gpus === undefined ? {} : { gpus }),
    };
}

/** The sizes of a family that were not published, from its `large`. */
function otherSizes([type, vcpu, memoryGib, usdPerHour]: Row): MachinePrice[] {
    const [family = "", size] = type.split(".");
    if (size !== "large" || !PROPORTIONAL.test(family)) return [];
    const published = new Set(PUBLISHED.map(([name]) => name));
    return Object.entries(SIZES)
        .map(([name, times]): Row => [
            `${family}.${name}`,
            vcpu * times,
            memoryGib * times,
            usdPerHour * times,
        ])
        .filter(([name]) => !published.has(name))
        .map((row) => machine(row, `${ORIGIN.source}; in proportion to ${type}`));
}

/** EC2 machines on demand; spot prices change by the minute and are not in the table. */
export const AWS_MACHINES: readonly MachinePrice[] = PUBLISHED.flatMap((row) => [
    machine(row, ORIGIN.source),
    ...otherSizes(row),
]);
