/**
 * The key of the label and the taint by which pods find the nodes of a pool. One of our own, since a cloud's label names a
 * single group (`eks.amazonaws.com/nodegroup`, `cloud.google.com/gke-nodepool`), and a pool of spot nodes with a base on
 * demand is two groups.
 */
export const NODE_POOL_KEY = "agent-autoscaling/node-pool";
