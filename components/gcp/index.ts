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
export type { GkeScheduledScalerArgs } from "../../model/scheduled";
export { GkeComputeClass } from "./gke-compute-class";
export { GkeKedaIdentity } from "./gke-keda-identity";
export { GkeScheduledScaler } from "./gke-scheduled-scaler";
export { GkeSpotNodePool } from "./gke-spot-node-pool";
