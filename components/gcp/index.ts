export {
    GkeIdentityMode,
    GkeLocationPolicy,
    GkeNodeImage,
    GkeNodeSandbox,
    GkeReservationUse,
    GkeWhenUnsatisfiable,
} from "../../model/gcp";
export type {
    GkeAcceleratorArgs,
    GkeComputeClassArgs,
    GkeConsolidationArgs,
    GkeDrainArgs,
    GkeKedaIdentityArgs,
    GkeNodeCountArgs,
    GkePriorityArgs,
    GkeSpotNodePoolArgs,
    GkeUpgradeArgs,
} from "../../model/gcp";
export { GkeComputeClass } from "./gke-compute-class";
export { GkeKedaIdentity } from "./gke-keda-identity";
export { GkeSpotNodePool } from "./gke-spot-node-pool";
