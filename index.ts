export { AgentTeam } from "./components/agent-team";
export { AutoscaledAgentPool } from "./components/autoscaled-agent-pool";
export { AutoscalingAdmission } from "./components/autoscaling-admission";
export { ScheduledScaler } from "./components/scheduled-scaler";
export { WarmCapacity } from "./components/warm-capacity";
export { AdmissionMode, BoundedKind } from "./model/admission";
export type { AutoscalingAdmissionArgs, BoundedPoolArgs } from "./model/admission";
export type { CostSummary } from "./model/cost";
export { nodePools } from "./model/node-pool";
export type {
    EksNodePoolArgs,
    GkeComputeClassProfileArgs,
    GkeOnDemandProfileArgs,
    GkeSpotProfileArgs,
    KarpenterProfileArgs,
} from "./model/node-pool";
export { ClusterProvider, kedaChartValues } from "./model/platform";
export type {
    KedaChartAmounts,
    KedaChartArgs,
    KedaChartBudget,
    KedaChartReplicas,
    KedaChartResources,
    KedaChartSwitch,
    KedaChartValues,
    KedaScaledKindArgs,
    MachinePriceArgs,
    PlatformArgs,
    PricesArgs,
} from "./model/platform";
export {
    AccessMode,
    AgentArchetype,
    AgentState,
    JobRollout,
    JobStrategy,
    NodeCapacity,
    PlacementStrategy,
    PodManagement,
    QosClass,
    ScalingEngine,
    ScalingPause,
    ScalingPolicyType,
    SecurityLevel,
    SelectPolicy,
    TaintEffect,
    TriggerCombination,
    VerticalMode,
    VerticalResource,
    WaitFor,
    WorkloadKind,
} from "./model/pool";
export type {
    AdoptArgs,
    AdoptDeploymentArgs,
    AgentPoolArgs,
    AutoscaledAgentPoolArgs,
    BehaviorArgs,
    BudgetArgs,
    ClaimTemplateArgs,
    ClaimVolumeArgs,
    ContainerArgs,
    DisruptionArgs,
    EmptyDirArgs,
    EphemeralVolumeArgs,
    ExecProbeArgs,
    ExemptionArgs,
    ExistingTargetArgs,
    HttpProbeArgs,
    InitContainerArgs,
    JobArgs,
    KeyArgs,
    KeysVolumeArgs,
    MetricLossArgs,
    NodePoolProfileArgs,
    NodeShapeArgs,
    PlacementArgs,
    PortArgs,
    PreStopArgs,
    ProbeArgs,
    ProbesArgs,
    ResourcesArgs,
    ScaleArgs,
    ScalingPolicyArgs,
    ScalingRulesArgs,
    ScheduleArgs,
    SidecarArgs,
    StatefulSetArgs,
    TaintArgs,
    TaskArgs,
    TcpProbeArgs,
    TolerationArgs,
    VerticalArgs,
    VolumeArgs,
    VolumeMountArgs,
    WorkloadArgs,
} from "./model/pool";
export { NetworkIsolation, NetworkProtocol, PodSecurity, PreemptionPolicy } from "./model/team";
export type {
    AgentTeamArgs,
    TeamAccessArgs,
    TeamAdmissionArgs,
    TeamBudgetArgs,
    TeamEgressArgs,
    TeamLimitRangeArgs,
    TeamMembersArgs,
    TeamNetworkArgs,
    TeamPriorityArgs,
    TeamQuotaArgs,
} from "./model/team";
export { ScheduledKind } from "./model/scheduled";
export type { ScheduledBoundsArgs, ScheduledScalerArgs, ScheduledTargetArgs } from "./model/scheduled";
export { MetricType, Signal } from "./model/triggers";
export * from "./model/triggers/generated";
export type {
    AuthenticationArgs,
    AwsPodIdentityArgs,
    AzureWorkloadArgs,
    DescribedObjectArgs,
    ExistingAuthenticationArgs,
    ExternalMetricArgs,
    ObjectMetricArgs,
    PodsMetricArgs,
    RawTriggerArgs,
    SecretAuthenticationArgs,
} from "./model/triggers";
export { WarmStrategy } from "./model/warm";
export type { WarmCapacityArgs, WarmPodArgs } from "./model/warm";
