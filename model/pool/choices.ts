import { QosClass } from "../capacity";

export { QosClass };

/** What kind of work the pool does; one word that decides the defaults of everything else. */
export const AgentArchetype = {
    /** Takes tasks from a queue; nobody waits on a connection. */
    QueueWorker: "QueueWorker",
    /** Answers requests; somebody waits for each. */
    Service: "Service",
    /** Holds conversations: requests of one session come back to the same replica, and streams stay open. */
    SessionServer: "SessionServer",
    /** Runs each task to its end in a pod of its own. */
    BatchJob: "BatchJob",
    /** Serves a model on GPUs; a new replica takes minutes to load. */
    GpuInference: "GpuInference",
    /** Polls a workflow engine such as Temporal, which hands a task out again when its worker is gone. */
    WorkflowWorker: "WorkflowWorker",
} as const;
export type AgentArchetype = (typeof AgentArchetype)[keyof typeof AgentArchetype];

/** What kind of object runs the pool's pods. */
export const WorkloadKind = {
    /** Pods that are all alike. */
    Deployment: "Deployment",
    /** Pods with a number each, which keep their name and their volumes when they come back. */
    StatefulSet: "StatefulSet",
    /** A Kubernetes Job for each task, which runs to its end (KEDA ScaledJob). */
    Job: "Job",
} as const;
export type WorkloadKind = (typeof WorkloadKind)[keyof typeof WorkloadKind];

/** In which order a StatefulSet starts and stops its pods. */
export const PodManagement = {
    /** All at the same time. */
    Parallel: "Parallel",
    /** One after the other, each when the one before it is ready. */
    OrderedReady: "OrderedReady",
} as const;
export type PodManagement = (typeof PodManagement)[keyof typeof PodManagement];

/** How a volume may be mounted. */
export const AccessMode = {
    /** By the pods of one node. */
    ReadWriteOnce: "ReadWriteOnce",
    /** By one pod. */
    ReadWriteOncePod: "ReadWriteOncePod",
    /** By the pods of many nodes. */
    ReadWriteMany: "ReadWriteMany",
    /** By the pods of many nodes, which only read. */
    ReadOnlyMany: "ReadOnlyMany",
} as const;
export type AccessMode = (typeof AccessMode)[keyof typeof AccessMode];

/** Which autoscaler owns the replicas. */
export const ScalingEngine = {
    /** Native HPA where it can do everything that the pool asks for, KEDA otherwise; the explanation says which and why. */
    Auto: "Auto",
    /** A KEDA ScaledObject. */
    Keda: "Keda",
    /** A HorizontalPodAutoscaler without KEDA. */
    HorizontalPodAutoscaler: "HorizontalPodAutoscaler",
} as const;
export type ScalingEngine = (typeof ScalingEngine)[keyof typeof ScalingEngine];

/** How strictly the pod is locked down. */
export const SecurityLevel = {
    /**
     * Non-root, read-only root file system with a writable `/tmp`, no capabilities, no privilege escalation,
     * RuntimeDefault seccomp: what the `restricted` Pod Security Standard asks for, and more.
     */
    Restricted: "Restricted",
    /** Nothing is set: the image and the cluster decide. */
    Relaxed: "Relaxed",
} as const;
export type SecurityLevel = (typeof SecurityLevel)[keyof typeof SecurityLevel];

/** Which of several scaling policies decides. */
export const SelectPolicy = {
    /** The policy that allows the largest change. */
    Max: "Max",
    /** The policy that allows the smallest change. */
    Min: "Min",
    /** No change in this direction. */
    Disabled: "Disabled",
} as const;
export type SelectPolicy = (typeof SelectPolicy)[keyof typeof SelectPolicy];

/** What the value of a scaling policy counts. */
export const ScalingPolicyType = {
    /** A number of pods. */
    Pods: "Pods",
    /** A percentage of the current replicas. */
    Percent: "Percent",
} as const;
export type ScalingPolicyType = (typeof ScalingPolicyType)[keyof typeof ScalingPolicyType];

/** What an update waits for. */
export const WaitFor = {
    /**
     * The scaler's Ready condition when it is created: a trigger that KEDA refuses fails the update, with KEDA's reason
     * among its progress lines. A later change of a scaler that is Ready is not waited for.
     */
    ScalerReady: "ScalerReady",
    /** Nothing: the update ends as soon as the API server has the objects. */
    Nothing: "Nothing",
} as const;
export type WaitFor = (typeof WaitFor)[keyof typeof WaitFor];

/** How many new jobs a number of waiting tasks asks for (KEDA ScaledJob `scalingStrategy`). */
export const JobStrategy = {
    /** As many as the number asks for, less the jobs that run: for a number that also counts the tasks in progress. */
    Default: "default",
    /** As many as the number asks for, less the jobs that have not started: for a number that counts only the tasks that nobody has taken. */
    Accurate: "accurate",
    /** As many as the number asks for at each look, whatever runs, up to the ceiling: for tasks that several jobs share. */
    Eager: "eager",
    /** By `customScalingQueueLengthDeduction` and `customScalingRunningJobPercentage`; more jobs than the ceiling may run. */
    Custom: "custom",
} as const;
export type JobStrategy = (typeof JobStrategy)[keyof typeof JobStrategy];

/** What a change of the pool does to jobs that run (KEDA ScaledJob `rollout`). */
export const JobRollout = {
    /** They finish as they are; only new jobs follow the change. */
    Gradual: "gradual",
    /** They are deleted at once, with the work that they have done, and so are those that have ended. */
    Immediate: "immediate",
} as const;
export type JobRollout = (typeof JobRollout)[keyof typeof JobRollout];

/** How several triggers make one number of jobs (KEDA ScaledJob `multipleScalersCalculation`). */
export const TriggerCombination = {
    /** The active trigger with the largest number, whatever its target is. */
    Max: "max",
    /** The active trigger with the smallest number, whatever its target is. */
    Min: "min",
    /** The average of the active triggers. */
    Avg: "avg",
    /** The sum of the active triggers. */
    Sum: "sum",
} as const;
export type TriggerCombination = (typeof TriggerCombination)[keyof typeof TriggerCombination];

/** What a VerticalPodAutoscaler does with its recommendation. */
export const VerticalMode = {
    /** Writes it down; nothing else happens. */
    Off: "Off",
    /** Gives it to pods when they are created, and never touches one that runs. */
    Initial: "Initial",
    /** Evicts pods that are far from it, so that they are created anew. */
    Recreate: "Recreate",
    /** Resizes running pods in place, and evicts those that cannot be (VPA 1.5). */
    InPlaceOrRecreate: "InPlaceOrRecreate",
    /** Resizes running pods in place, and never evicts one (VPA 1.7, alpha: behind a feature gate that is off). */
    InPlace: "InPlace",
} as const;
export type VerticalMode = (typeof VerticalMode)[keyof typeof VerticalMode];

/** A resource that a VerticalPodAutoscaler sizes. */
export const VerticalResource = {
    /** Processor time. */
    Cpu: "cpu",
    /** Main memory. */
    Memory: "memory",
} as const;
export type VerticalResource = (typeof VerticalResource)[keyof typeof VerticalResource];

/** Whether the pods of a pool keep away from each other or together. */
export const PlacementStrategy = {
    /** Over zones and nodes, so that a lost node takes few of them. */
    Spread: "Spread",
    /** Onto nodes that run others of them, so that empty nodes can go. */
    Pack: "Pack",
} as const;
export type PlacementStrategy = (typeof PlacementStrategy)[keyof typeof PlacementStrategy];

/** What a taint does to pods that do not tolerate it. */
export const TaintEffect = {
    /** They are not put on the node. */
    NoSchedule: "NoSchedule",
    /** They are put on the node only when no other has room. */
    PreferNoSchedule: "PreferNoSchedule",
    /** They are taken off the node as well. */
    NoExecute: "NoExecute",
} as const;
export type TaintEffect = (typeof TaintEffect)[keyof typeof TaintEffect];

/** How the nodes of a pool are bought. */
export const NodeCapacity = {
    /** They stay until they are given back. */
    OnDemand: "OnDemand",
    /** The cloud takes them away with short notice. */
    Spot: "Spot",
    /**
     * Some of each: most pods are on spot nodes, a share stays on nodes on demand, and all of them may run there where no
     * spot node is to be had.
     */
    SpotPreferred: "SpotPreferred",
    /** There are none: each pod is a machine of its own (EKS on Fargate). */
    Fargate: "Fargate",
} as const;
export type NodeCapacity = (typeof NodeCapacity)[keyof typeof NodeCapacity];

/** Where an agent keeps what it must not lose between two tasks. */
export const AgentState = {
    /** Outside of its pod: Redis, PostgreSQL, an object store, or nothing at all. */
    External: "External",
    /** On a volume that comes back with the pod. */
    Volume: "Volume",
    /** In the memory or on the disk of its pod: it ends with the pod. */
    Memory: "Memory",
} as const;
export type AgentState = (typeof AgentState)[keyof typeof AgentState];

/** Which part of the scaling stands still. */
export const ScalingPause = {
    /** Both directions: the replicas stay as they are. */
    Everything: "Everything",
    /** Replicas are not taken away. */
    ScaleIn: "ScaleIn",
    /** Replicas are not added. */
    ScaleOut: "ScaleOut",
} as const;
export type ScalingPause = (typeof ScalingPause)[keyof typeof ScalingPause];
