/**
 * The components that programs in every Pulumi language can use, by their names in the schema. The schema is generated
 * from this list (`npm run schema`); the provider finds them by `constructors.ts`.
 */
export { InterruptionQueue } from "../components/aws";
export { AutoscaledAgentPool, AutoscalingAdmission, WarmCapacity } from "../index";
