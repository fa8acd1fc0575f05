/** Pulumi's type token of the team component; doors that must not load the SDK know the component by it. */
export const TEAM_TYPE = "agent-autoscaling:index:AgentTeam";
