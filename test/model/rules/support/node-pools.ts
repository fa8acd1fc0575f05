import type { Declared, DeclaredOptions } from "../../../../model/declared";
import { CLOUD_TYPES, cloudObject, formatPath } from "../../../../model/declared";

/** Inputs of any form; what is wrong on purpose too. */
type Inputs = Readonly<Record<string, unknown>>;

function resource(type: string, name: string, inputs: Inputs, options: DeclaredOptions): Declared {
    return {
        type,
        object: cloudObject(type, name, inputs),
        options,
        origin: (path) => ({ component: name, argument: formatPath(path) }),
    };
}

/** A sound node group of EKS on spot, from 0 to 20 nodes. */
export function eksNodeGroup(inputs: Inputs = {}, options?: DeclaredOptions): Declared {
    const sound = {
        clusterName: "agents",
        capacityType: "SPOT",
        instanceTypes: ["m7i.xlarge", "m7a.xlarge", "m6i.xlarge", "m6a.xlarge"],
        scalingConfig: { minSize: 0, desiredSize: 1, maxSize: 20 },
        taints: [{ key: "agents.example.com/spot", value: "true", effect: "NO_SCHEDULE" }],
    };
    return resource(
        CLOUD_TYPES.eksNodeGroup,
        "spot",
        { ...sound, ...inputs },
        options ?? { ignoreChanges: ["scalingConfig.desiredSize"] },
    );
}

/** A sound node pool of GKE on spot, from 0 to 20 nodes in total; members of `nodeConfig` by their own argument. */
export function gkeNodePool(
    inputs: Inputs = {},
    nodeConfig: Inputs = {},
    options: DeclaredOptions = {},
): Declared {
    const sound = {
        cluster: "agents",
        autoscaling: { totalMinNodeCount: 0, totalMaxNodeCount: 20, locationPolicy: "ANY" },
        ignoreNodeCountChanges: true,
        nodeConfig: {
            spot: true,
            machineType: "n4-standard-4",
            taints: [{ key: "cloud.google.com/gke-spot", value: "true", effect: "NO_SCHEDULE" }],
            ...nodeConfig,
        },
    };
    return resource(CLOUD_TYPES.gkeNodePool, "spot", { ...sound, ...inputs }, options);
}

/** A scheduled action that sets the floor and leaves the others alone. */
export function nodeSchedule(inputs: Inputs = {}): Declared {
    const sound = { scheduledActionName: "open", minSize: 5, maxSize: -1, desiredCapacity: -1 };
    return resource(CLOUD_TYPES.autoScalingSchedule, "open", { ...sound, ...inputs }, {});
}

/** A NodePool of Karpenter whose nodes have the label `pool: agents`. */
export function karpenterNodePool(spec: Inputs = {}, template: Inputs = {}): Declared {
    const object = {
        apiVersion: "karpenter.sh/v1",
        kind: "NodePool",
        metadata: { name: "agents" },
        spec: {
            template: { metadata: { labels: { pool: "agents" } }, spec: { ...template } },
            ...spec,
        },
    };
    return {
        type: "kubernetes:karpenter.sh/v1:NodePool",
        object,
        options: {},
        origin: (path) => ({ argument: formatPath(path) }),
    };
}
