/**
 * The components that programs in every Pulumi language can use, by their names in the schema. The schema is generated
 * from this list (`npm run schema`); the provider finds them by `constructors.ts`.
 */
export {
    EksKedaIdentity,
    EksScheduledScaler,
    EksSpotNodeGroup,
    InterruptionQueue,
    KarpenterNodePool,
} from "../components/aws";
export { GkeComputeClass, GkeKedaIdentity, GkeScheduledScaler, GkeSpotNodePool } from "../components/gcp";
export {
    AgentTeam,
    AutoscaledAgentPool,
    AutoscalingAdmission,
    ScheduledScaler,
    WarmCapacity,
} from "../index";
