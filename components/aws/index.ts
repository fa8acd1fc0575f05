export type { InterruptionQueueArgs } from "../../model/aws";
export { InterruptionQueue } from "./interruption-queue";
