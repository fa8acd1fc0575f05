import { GCP_MACHINES } from "../cost";

/** What a machine has, before a node keeps some of it for itself. */
export interface MachineShape {
    readonly vcpu: number;
    readonly memoryGib: number;
    readonly gpus: number;
}

const SHAPES: ReadonlyMap<string, MachineShape> = new Map(
    GCP_MACHINES.map(({ instanceType, vcpu, memoryGib, gpus = 0 }) => [
        instanceType,
        { vcpu, memoryGib, gpus },
    ]),
);

/**
 * What a machine of Compute Engine has; `undefined` for a type that the price table does not know. A shared-core
 * machine counts with the cores that it pays for.
 *
 * @example gceShape("n4-standard-4") // { vcpu: 4, memoryGib: 16, gpus: 0 }
 */
export function gceShape(machineType: string): MachineShape | undefined {
    return SHAPES.get(machineType);
}
