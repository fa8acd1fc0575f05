export type { InterruptionQueueArgs } from "../../model/aws";
export type { EksScheduledScalerArgs } from "../../model/scheduled";
export { EksScheduledScaler } from "./eks-scheduled-scaler";
export { InterruptionQueue } from "./interruption-queue";
