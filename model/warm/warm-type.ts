/** Pulumi's type token of the component; doors that must not load the SDK know the component by it. */
export const WARM_CAPACITY_TYPE = "agent-autoscaling:index:WarmCapacity";
