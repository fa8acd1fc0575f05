import type { Declared, Path } from "../declared";
import { CLOUD_TYPES, Secret, Unknown, formatPath, valueAt } from "../declared";
import type { Field } from "./field";
import { absent } from "./field";
import type { FieldReader } from "./field-reader";

/** A group of machines that a cloud adds to a cluster: an EKS managed node group or a GKE node pool. */
export interface FleetNodePool {
    readonly declared: Declared;
    readonly cloud: "eks" | "gke";
    /** Whether its machines may be taken away: spot, or GKE's older preemptible ones. */
    readonly isSpot: Field<boolean>;
    /** Whether it asks for GKE's older machines, which live for a day at most. */
    readonly isPreemptible: Field<boolean>;
    readonly instanceTypes: Field<readonly string[]>;
    readonly hasTaints: Field<boolean>;
    /** What an autoscaler may choose between; of GKE in total or for each zone. */
    readonly min: Field<number>;
    readonly max: Field<number>;
    /** GKE's other form of the two, where one of them is stated too. */
    readonly otherLimits: Field<boolean>;
    /** The number of machines that an apply writes. */
    readonly size: Field<number>;
    /** GKE's number at creation, whose change replaces the pool. */
    readonly initialSize: Field<number>;
    /** Whether the provider leaves the number alone by itself (GKE's `ignoreNodeCountChanges`). */
    readonly ignoresSize: Field<boolean>;
    readonly isAutoscaled: Field<boolean>;
    readonly hasWarmPool: Field<boolean>;
    /** Seconds between notice and power-off, of which pods get what is left by critical ones. */
    readonly shutdownGraceSeconds: Field<number>;
}

/** Reads a node group of EKS or a node pool of GKE; `undefined` for anything else. */
export function readNodePool(reader: FieldReader): FleetNodePool | undefined {
    switch (reader.declared.type) {
        case CLOUD_TYPES.eksNodeGroup:
            return readEksNodeGroup(reader);
        case CLOUD_TYPES.gkeNodePool:
            return readGkeNodePool(reader);
        default:
            return undefined;
    }
}

function readEksNodeGroup(reader: FieldReader): FleetNodePool {
    const capacity = reader.text(["capacityType"]);
    const min = reader.integer(["scalingConfig", "minSize"]);
    const max = reader.integer(["scalingConfig", "maxSize"]);
    return {
        declared: reader.declared,
        cloud: "eks",
        isSpot: derived(capacity, (value) => value === "SPOT"),
        isPreemptible: absent(["capacityType"]),
        instanceTypes: reader.texts(["instanceTypes"]),
        hasTaints: presence(reader, ["taints"]),
        min,
        max,
        otherLimits: absent(["scalingConfig"]),
        size: reader.integer(["scalingConfig", "desiredSize"]),
        initialSize: absent(["scalingConfig"]),
        ignoresSize: absent(["scalingConfig"]),
        // A managed group is always bounded; where the bounds leave a choice, an autoscaler makes it.
        isAutoscaled: derived(max, (most) => (typeof min.value === "number" ? min.value < most : undefined)),
        hasWarmPool: presence(reader, ["warmPoolConfig"]),
        shutdownGraceSeconds: absent(["capacityType"]),
    };
}

function readGkeNodePool(reader: FieldReader): FleetNodePool {
    const total = reader.has(["autoscaling", "totalMaxNodeCount"]);
    const [least, most, other] = total
        ? ["totalMinNodeCount", "totalMaxNodeCount", "maxNodeCount"]
        : ["minNodeCount", "maxNodeCount", "totalMinNodeCount"];
    const spot = reader.boolean(["nodeConfig", "spot"]);
    const preemptible = reader.boolean(["nodeConfig", "preemptible"]);
    const machine = reader.text(["nodeConfig", "machineType"]);
    return {
        declared: reader.declared,
        cloud: "gke",
        isSpot: spot.value === undefined || spot.value === false ? preemptible : spot,
        isPreemptible: preemptible,
        instanceTypes: derived(machine, (type) => [type]),
        hasTaints: presence(reader, ["nodeConfig", "taints"]),
        min: reader.integer(["autoscaling", least]),
        max: reader.integer(["autoscaling", most]),
        otherLimits: presence(reader, ["autoscaling", other]),
        size: reader.integer(["nodeCount"]),
        initialSize: reader.integer(["initialNodeCount"]),
        ignoresSize: reader.boolean(["ignoreNodeCountChanges"]),
        isAutoscaled: presence(reader, ["autoscaling"]),
        hasWarmPool: absent(["nodeConfig"]),
        shutdownGraceSeconds: reader.integer(["nodeConfig", "kubeletConfig", "shutdownGracePeriodSeconds"]),
    };
}

/** Whether there is something at a place, also in the list there. */
function presence({ declared }: FieldReader, path: Path): Field<boolean> {
    const value = valueAt(declared.object, path);
    if (value instanceof Unknown) return { path, value };
    if (value instanceof Secret) return { path, value: new Unknown(formatPath(path), value.identity) };
    return { path, value: Array.isArray(value) ? value.length > 0 : (value ?? undefined) !== undefined };
}

function derived<T, U>(field: Field<T>, from: (value: T) => U | undefined): Field<U> {
    const { path, value } = field;
    if (value === undefined) return { path, value: undefined };
    return { path, value: value instanceof Unknown ? value : from(value) };
}
