/** How room is kept free for pods that are to start without waiting for a node. */
export const WarmStrategy = {
    /** `BufferActive` where the platform says that CapacityBuffers are acted on and no schedule is given, else `Balloon`. */
    Auto: "Auto",
    /** Placeholder pods of low priority, which the scheduler takes away when a pod needs their place. */
    Balloon: "Balloon",
    /** A CapacityBuffer: the node autoscaler keeps nodes for pods that it only imagines. */
    BufferActive: "BufferActive",
    /** A CapacityBuffer whose nodes are suspended, and there in about 30 seconds. On GKE only, without GPUs. */
    BufferStandby: "BufferStandby",
} as const;
export type WarmStrategy = (typeof WarmStrategy)[keyof typeof WarmStrategy];
