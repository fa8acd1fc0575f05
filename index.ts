export { AutoscaledAgentPool } from "./components/autoscaled-agent-pool";
export { ClusterProvider } from "./model/platform";
export type { PlatformArgs } from "./model/platform";
export {
    AccessMode,
    AgentArchetype,
    PodManagement,
    QosClass,
    ScalingEngine,
    ScalingPolicyType,
    SecurityLevel,
    SelectPolicy,
    WaitFor,
    WorkloadKind,
} from "./model/pool";
export type {
    AdoptArgs,
    AdoptDeploymentArgs,
    AgentPoolArgs,
    AutoscaledAgentPoolArgs,
    BehaviorArgs,
    ClaimTemplateArgs,
    ContainerArgs,
    DisruptionArgs,
    ExecProbeArgs,
    ExistingTargetArgs,
    HttpProbeArgs,
    MetricLossArgs,
    PortArgs,
    ProbeArgs,
    ProbesArgs,
    ResourcesArgs,
    ScaleArgs,
    ScalingPolicyArgs,
    ScalingRulesArgs,
    StatefulSetArgs,
    TaskArgs,
    TcpProbeArgs,
    WorkloadArgs,
} from "./model/pool";
export { MetricType, Signal } from "./model/triggers";
export * from "./model/triggers/generated";
export type {
    AuthenticationArgs,
    AwsPodIdentityArgs,
    AzureWorkloadArgs,
    ExistingAuthenticationArgs,
    RawTriggerArgs,
    SecretAuthenticationArgs,
} from "./model/triggers";
