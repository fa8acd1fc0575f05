/** The label, and the key of the taint, that the nodes of a pool have and no others; its value is the pool's name. */
export const NODE_POOL_LABEL = "agent-autoscaling/node-pool";
