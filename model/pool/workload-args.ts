import type { Input } from "@pulumi/pulumi";
import type { AccessMode, PodManagement, SecurityLevel, WorkloadKind } from "./choices";
import type { ContainerArgs, InitContainerArgs, SidecarArgs } from "./container-args";
import type { JobArgs } from "./job-args";
import type { VolumeArgs } from "./volume-args";

/** What runs; exactly one of `container`, `podTemplate` and `existing`. */
export interface WorkloadArgs {
    /** One container, from which the pod is made with secure defaults. */
    container?: ContainerArgs;
    /**
     * A whole Kubernetes PodTemplateSpec (`metadata`, `spec`), used as it is: labels of the pool are added where it
     * has none of that key, no default is. Values in it may be Outputs. The escape hatch for what `container` cannot
     * say.
     */
    podTemplate?: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- other languages get "any"; a PodTemplateSpec has unions that a schema cannot hold
    /** A target that exists already; the pool only scales it. */
    existing?: ExistingTargetArgs;
    /** What kind of object runs the pods. Default: by archetype, `Job` for `BatchJob` and `Deployment` for all others. */
    kind?: WorkloadKind;
    /** What only a StatefulSet has; needs `kind: StatefulSet`. Default: no volumes of its own. */
    statefulSet?: StatefulSetArgs;
    /** What only a Job has; needs `kind: Job`. Default: see its members. */
    job?: JobArgs;
    /** Containers that run beside the pool's own; only with `container`. */
    sidecars?: SidecarArgs[];
    /** Containers that run to their end before the others start, in their order; only with `container`. */
    initContainers?: InitContainerArgs[];
    /** Volumes of the pods, mounted by `volumeMounts`; only with `container`. */
    volumes?: VolumeArgs[];
    /** Secrets with which images are pulled; only with `container`. */
    imagePullSecrets?: Input<string>[];
    /** The runtime class of the pods, such as `gvisor`; only with `container`. Default: the cluster's. */
    runtimeClassName?: Input<string>;
    /** The service account of the pods. Default: none, and no token is mounted. */
    serviceAccountName?: Input<string>;
    /** How strictly the pod is locked down; only with `container`. Default: `Restricted`. */
    security?: SecurityLevel;
    /** The group that owns the files of claims; only with `container`. Default: 1000 where the pods have claims and are `Restricted`. */
    fsGroup?: number;
    /**
     * Seconds that a pod may finish its work after it was asked to stop; only with `container`. Default: what
     * `container.preStop` and `task.p99Seconds` need, 30 at least.
     */
    terminationGracePeriodSeconds?: number;
}

/** What only a StatefulSet has. */
export interface StatefulSetArgs {
    /** Volumes that each pod gets for itself, and gets back under its number. Default: none. Cannot change later. */
    claimTemplates?: ClaimTemplateArgs[];
    /** Whether the claims of pods that are scaled away are kept for their return. Default: true. */
    retainClaimsWhenScaled?: boolean;
    /** Whether all claims are kept when the pool is deleted. Default: true. */
    retainClaimsWhenDeleted?: boolean;
    /** The number of the first pod. Default: 0. */
    ordinalsStart?: number;
    /** In which order pods start and stop while the pool scales. Default: `Parallel`. Cannot change later. */
    podManagement?: PodManagement;
}

/** A volume that each pod of a StatefulSet gets for itself. */
export interface ClaimTemplateArgs {
    /** Its name in the pod. */
    name: string;
    /** Its size, `10Gi`. */
    storage: string;
    /** The storage class. Default: the cluster's. */
    storageClassName?: Input<string>;
    /** How it may be mounted. Default: `ReadWriteOnce`. */
    accessModes?: AccessMode[];
    /** Where the container finds it. Needed with `container`; a `podTemplate` mounts its claims itself. */
    mountPath?: string;
}

/** A scale target that exists already, managed by someone else. */
export interface ExistingTargetArgs {
    /** Default: `apps/v1`. */
    apiVersion?: string;
    /** Any kind with a scale subresource. Default: `Deployment`. */
    kind?: string;
    /** Its name, in the pool's namespace. */
    name: Input<string>;
}
