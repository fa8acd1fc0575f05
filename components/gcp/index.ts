export { GkeLocationPolicy } from "../../model/gcp";
export type { GkeScheduledScalerArgs } from "../../model/scheduled";
export { GkeScheduledScaler } from "./gke-scheduled-scaler";
