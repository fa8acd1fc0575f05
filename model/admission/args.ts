import type { Input } from "@pulumi/pulumi";
import type { AdmissionMode, BoundedKind } from "./choices";

/** Bounds that the API server keeps in some namespaces: what was checked in a preview cannot be exceeded later. */
export interface AutoscalingAdmissionArgs {
    /** What happens to a request beyond a bound. `Warn` first shows what `Deny` would refuse. */
    mode: AdmissionMode;
    /** The namespaces in which the bounds hold. */
    namespaces: Input<string>[];
    /**
     * The most replicas (of a ScaledJob: jobs) that a Deployment, a StatefulSet or an autoscaler of these namespaces
     * may ask for, unless it belongs to one of the pools. Default: only the pools are bounded.
     */
    ceiling?: number;
    /** Bounds of single pools, instead of the ceiling. Default: none. */
    pools?: BoundedPoolArgs[];
    /** Whether each container of a workload must request CPU and memory, or have a limit of them. Default: false. */
    requestsRequired?: boolean;
    /**
     * Users for whom no bound holds, as the API server names them: `system:serviceaccount:ci:deployer`. KEDA and the
     * HPA controller need no exemption, since they stay within the bounds of their own objects. Default: nobody.
     */
    exemptUsers?: string[];
    /** Labels for every policy and binding. */
    labels?: Record<string, string>;
}

/** The bounds of one pool: of its workload, and of every autoscaler that aims at it. */
export interface BoundedPoolArgs {
    /** Name of the workload or ScaledJob, the same in each of the namespaces. */
    name: string;
    /** What kind of object it is. Default: `Deployment`. */
    kind?: BoundedKind;
    /** The most replicas that it may have; of a ScaledJob the most jobs. */
    maxReplicas: number;
    /**
     * The fewest replicas that it may be scaled to; 0 for one that sleeps between tasks or has an idle count of 0. A new
     * workload may start with fewer. Default: 0.
     */
    minReplicas?: number;
}
