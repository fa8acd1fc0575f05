/** Pulumi's type token of the pool component; doors that must not load the SDK know the component by it. */
export const POOL_TYPE = "agent-autoscaling:index:AutoscaledAgentPool";
