/**
 * The components that programs in every Pulumi language can use, by their names in the schema. The schema is generated
 * from this list (`npm run schema`), and the provider constructs these.
 */
export { AutoscaledAgentPool, AutoscalingAdmission } from "../index";
