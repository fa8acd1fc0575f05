/** Pulumi's type token of the component; doors that must not load the SDK know the component by it. */
export const ADMISSION_TYPE = "agent-autoscaling:index:AutoscalingAdmission";
