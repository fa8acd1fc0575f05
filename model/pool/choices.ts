import { QosClass } from "../capacity";

export { QosClass };

/** What kind of work the pool does; one word that decides the defaults of everything else. */
export const AgentArchetype = {
    /** Takes tasks from a queue; nobody waits on a connection. */
    QueueWorker: "QueueWorker",
    /** Answers requests; somebody waits for each. */
    Service: "Service",
} as const;
export type AgentArchetype = (typeof AgentArchetype)[keyof typeof AgentArchetype];

/** What kind of object runs the pool's pods. */
export const WorkloadKind = {
    /** Pods that are all alike. */
    Deployment: "Deployment",
    /** Pods with a number each, which keep their name and their volumes when they come back. */
    StatefulSet: "StatefulSet",
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
