import type { Leaf } from "../declared";
import type {
    AccessMode,
    JobRollout,
    JobStrategy,
    PodManagement,
    SecurityLevel,
    TriggerCombination,
} from "./choices";
import type { PreStopArgs, VolumeMountArgs } from "./container-args";

/** One key of a Secret or a ConfigMap. */
export interface PoolKey {
    readonly name: Leaf<string>;
    readonly key: string;
}

/** What every container of a pod has, after defaults. */
export interface AnyPoolContainer {
    readonly image: Leaf<string>;
    readonly command?: readonly Leaf<string>[];
    readonly args?: readonly Leaf<string>[];
    readonly env: Readonly<Record<string, Leaf<string>>>;
    readonly secretEnv: Readonly<Record<string, PoolKey>>;
    readonly configEnv: Readonly<Record<string, PoolKey>>;
    readonly envFromSecrets: readonly Leaf<string>[];
    readonly envFromConfigMaps: readonly Leaf<string>[];
    readonly ports: readonly { readonly containerPort: number; readonly name?: string }[];
    readonly requests: Readonly<Record<string, string>>;
    readonly limits: Readonly<Record<string, string>>;
    readonly volumeMounts: readonly VolumeMountArgs[];
}

/** The pool's own container after defaults. */
export interface PoolContainer extends AnyPoolContainer {
    /** Whether the limits follow the requests instead of being given. */
    readonly limitsFollowRequests: boolean;
    readonly preStop?: PreStopArgs;
}

/** A sidecar or an init container after defaults. */
export interface PoolSideContainer extends AnyPoolContainer {
    readonly name: string;
}

/** A Kubernetes pod template that the user wrote; Outputs in it are `Unknown` leaves. */
export interface PodTemplate {
    readonly metadata?: Readonly<Record<string, unknown>>;
    readonly spec?: Readonly<Record<string, unknown>>;
}

/** A claim on storage, after defaults. */
export interface PoolClaim {
    readonly storage: string;
    readonly storageClassName?: Leaf<string>;
    readonly accessModes: readonly AccessMode[];
}

/** A volume that each pod of a StatefulSet gets, after defaults. */
export interface PoolClaimTemplate extends PoolClaim {
    readonly name: string;
    /** Absent where the pod template mounts it itself. */
    readonly mountPath?: string;
}

/** A volume of the pods, after defaults. */
export type PoolVolume = { readonly name: string } & (
    | { readonly kind: "emptyDir"; readonly sizeLimit?: string; readonly inMemory: boolean }
    | {
          readonly kind: "secret" | "configMap";
          readonly source: Leaf<string>;
          /** File names by key; absent where every key is a file under its own name. */
          readonly items?: Readonly<Record<string, string>>;
      }
    | { readonly kind: "claim"; readonly claim: Leaf<string>; readonly readOnly: boolean }
    | ({ readonly kind: "ephemeral" } & PoolClaim)
);

/** A StatefulSet's own settings after defaults. */
export interface PoolStatefulSet {
    readonly claimTemplates: readonly PoolClaimTemplate[];
    readonly retainClaimsWhenScaled: boolean;
    readonly retainClaimsWhenDeleted: boolean;
    readonly ordinalsStart?: number;
    readonly podManagement: PodManagement;
}

/** The settings of a pool of jobs after defaults. */
export interface PoolJob {
    readonly scalingStrategy: JobStrategy;
    readonly customScalingQueueLengthDeduction?: number;
    readonly customScalingRunningJobPercentage?: number;
    readonly pendingPodConditions: readonly string[];
    readonly multipleScalersCalculation: TriggerCombination;
    readonly rollout: JobRollout;
    readonly successfulJobsHistoryLimit: number;
    readonly failedJobsHistoryLimit: number;
    readonly activeDeadlineSeconds?: number;
    readonly backoffLimit: number;
}

/** Which kind of object runs the pods: a Deployment where neither is present. */
export interface PoolKind {
    readonly statefulSet?: PoolStatefulSet;
    readonly job?: PoolJob;
}

/** What the pool runs. */
export type PoolWorkload =
    | ContainerWorkload
    | TemplateWorkload
    | {
          readonly kind: "existing";
          readonly apiVersion: string;
          readonly targetKind: string;
          readonly name: Leaf<string>;
      };

/** A pod that is made from a container. */
export interface ContainerWorkload extends PoolKind {
    readonly kind: "container";
    readonly container: PoolContainer;
    readonly sidecars: readonly PoolSideContainer[];
    readonly initContainers: readonly PoolSideContainer[];
    readonly volumes: readonly PoolVolume[];
    readonly imagePullSecrets: readonly Leaf<string>[];
    readonly runtimeClassName?: Leaf<string>;
    readonly serviceAccountName?: Leaf<string>;
    readonly security: SecurityLevel;
    readonly fsGroup?: number;
    readonly terminationGracePeriodSeconds: number;
}

/** A pod from a template that the user wrote. */
export interface TemplateWorkload extends PoolKind {
    readonly kind: "podTemplate";
    readonly template: PodTemplate;
    readonly serviceAccountName?: Leaf<string>;
}
