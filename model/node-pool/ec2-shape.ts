import { AWS_MACHINES } from "../cost";

/** For which processors a machine's images and containers are built. */
export type Architecture = "x86_64" | "arm64";

/** What one EC2 instance has. */
export interface Ec2Shape {
    readonly instanceType: string;
    readonly vcpu: number;
    readonly memoryGib: number;
    readonly gpus: number;
    readonly usdPerHour: number;
}

const SHAPES: ReadonlyMap<string, Ec2Shape> = new Map(
    AWS_MACHINES.map(({ instanceType, vcpu, memoryGib, usdPerHour, gpus = 0 }) => [
        instanceType,
        { instanceType, vcpu, memoryGib, gpus, usdPerHour },
    ]),
);

/**
 * The shape of an EC2 instance type that the price table has, or whose family it has; `undefined` for any other, of
 * which nothing is guessed.
 *
 * @example ec2Shape("m7i.xlarge") // { instanceType: "m7i.xlarge", vcpu: 4, memoryGib: 16, gpus: 0, ... }
 */
export function ec2Shape(instanceType: string): Ec2Shape | undefined {
    return SHAPES.get(instanceType);
}

/**
 * The architecture of an EC2 instance type, of one that is in no table too: a `g` behind the generation stands for
 * Graviton (Amazon EC2, instance type naming conventions).
 *
 * @example ec2Architecture("c8gn.large") // "arm64"
 */
export function ec2Architecture(instanceType: string): Architecture {
    const [, family, options] = /^([a-z]+)\d+([a-z0-9-]*)\./.exec(instanceType) ?? [];
    return family === "a" || options?.includes("g") === true ? "arm64" : "x86_64";
}
