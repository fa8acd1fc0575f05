/**
 * The components that programs in every Pulumi language can use, by their names in the schema. The schema is generated
 * from this list (`npm run schema`); the provider finds them by `constructors.ts`.
 */
export { EksScheduledScaler, InterruptionQueue } from "../components/aws";
export { GkeScheduledScaler } from "../components/gcp";
export { AutoscaledAgentPool, AutoscalingAdmission, ScheduledScaler } from "../index";
