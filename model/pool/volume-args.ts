import type { Input } from "@pulumi/pulumi";
import type { AccessMode } from "./choices";

/** A volume of the pods, by its name; exactly one of the other members. */
export interface VolumeArgs {
    /** Its name in the pod. */
    name: string;
    /** Scratch space that begins empty and ends with the pod. */
    emptyDir?: EmptyDirArgs;
    /** The keys of a Secret as files. */
    secret?: KeysVolumeArgs;
    /** The keys of a ConfigMap as files. */
    configMap?: KeysVolumeArgs;
    /** A claim that exists already and that all pods share. */
    persistentVolumeClaim?: ClaimVolumeArgs;
    /** A claim that is made with each pod and deleted with it. */
    ephemeral?: EphemeralVolumeArgs;
}

/** Scratch space that begins empty and ends with the pod. */
export interface EmptyDirArgs {
    /** How much fits; a pod that writes more is evicted. Default: what the node has. */
    sizeLimit?: string;
    /** Whether it is in memory, where it counts into the container's memory limit. Default: false. */
    inMemory?: boolean;
}

/** The keys of a Secret or a ConfigMap as files. */
export interface KeysVolumeArgs {
    /** The name of the Secret or ConfigMap. */
    name: Input<string>;
    /** File names by key. Default: every key, under its own name. */
    items?: Record<string, string>;
}

/** A claim that exists already. */
export interface ClaimVolumeArgs {
    /** Its name. */
    claimName: Input<string>;
    /** Whether the pods may only read it. Default: false. */
    readOnly?: boolean;
}

/** A claim that is made with each pod and deleted with it. */
export interface EphemeralVolumeArgs {
    /** Its size, `10Gi`. */
    storage: string;
    /** The storage class. Default: the cluster's. */
    storageClassName?: Input<string>;
    /** How it may be mounted. Default: `ReadWriteOnce`. */
    accessModes?: AccessMode[];
}
