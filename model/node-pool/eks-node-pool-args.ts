import type { NodeShapeArgs } from "../pool";

/** A pool of nodes of EKS, from which its profile is made. */
export interface EksNodePoolArgs {
    /** What it is called; also the value of the label and the taint that are its own. */
    name: string;
    /** The EC2 instance types that its nodes may be of, all of one shape. */
    instanceTypes: string[];
    /** Whether only pods that tolerate it may land there. Default: true. */
    taint?: boolean;
    /**
     * What a node offers to pods. Default: the least of its types, worked out as EKS does for AL2023; not known where one of
     * the types is not in the price table.
     */
    node?: NodeShapeArgs;
}
