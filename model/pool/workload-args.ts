import type { Input } from "@pulumi/pulumi";
import type { AccessMode, PodManagement, SecurityLevel, WorkloadKind } from "./choices";

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
    /** What kind of object runs the pods. Default: `Deployment`. */
    kind?: WorkloadKind;
    /** What only a StatefulSet has; needs `kind: StatefulSet`. Default: no volumes of its own. */
    statefulSet?: StatefulSetArgs;
    /** The service account of the pods. Default: none, and no token is mounted. */
    serviceAccountName?: Input<string>;
    /** How strictly the pod is locked down; only with `container`. Default: `Restricted`. */
    security?: SecurityLevel;
    /**
     * Seconds that a pod may finish its work after it was asked to stop; only with `container`. Default: from
     * `task.p99Seconds`, else 30.
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
    /** The group that owns the files of the claims; only with `container`. Default: 1000 where there are claims and the pod is `Restricted`. */
    fsGroup?: number;
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

/** The pool's container. */
export interface ContainerArgs {
    /** The image, with a tag or a digest. */
    image: Input<string>;
    /** The entry point. Default: the image's. */
    command?: Input<string>[];
    /** Arguments of the entry point. Default: the image's. */
    args?: Input<string>[];
    /** Plain environment variables by name. Secrets belong in `envFromSecrets`. */
    env?: Record<string, Input<string>>;
    /** Names of Secrets whose keys become environment variables. */
    envFromSecrets?: Input<string>[];
    /** Ports that the container listens on. */
    ports?: PortArgs[];
    /** CPU, memory and other resources. */
    resources: ResourcesArgs;
}

/** One port of the container. */
export interface PortArgs {
    /** The port number, 1 to 65535. */
    containerPort: number;
    /** A name that a Service can refer to. Default: none. */
    name?: string;
}

/** Resources in Kubernetes quantities by name: `cpu`, `memory`, `ephemeral-storage`, `nvidia.com/gpu`. */
export interface ResourcesArgs {
    /** What the scheduler reserves and what CPU utilisation is measured against. */
    requests: Record<string, string>;
    /** What the container may use at the most. Default: memory as requested; everything as requested for `Guaranteed`. */
    limits?: Record<string, string>;
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
