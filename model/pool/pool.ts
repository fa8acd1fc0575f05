import type { Leaf } from "../declared";
import type { Platform } from "../platform";
import type { EncodedTrigger } from "../triggers";
import type { AdoptArgs, ProbesArgs, TaskArgs } from "./args";
import type {
    AccessMode,
    AgentArchetype,
    PodManagement,
    QosClass,
    ScalingEngine,
    SecurityLevel,
    WaitFor,
} from "./choices";
import type { MetricLossArgs, ScalingRulesArgs } from "./scale-args";

/** Where a value of a resolved pool comes from; `unused` was given and has no effect. */
export type ValueSource = "given" | "archetype" | "default" | "derived" | "unused";

/** One value of a resolved pool: what it is, where it comes from and why. */
export interface SourcedValue {
    /** The argument that decides it, `scale.cooldownSeconds`. */
    readonly path: string;
    readonly value: unknown;
    readonly source: ValueSource;
    /** Why, where it was not given or has no effect. */
    readonly reason: string;
}

/** The pool's own container after defaults. */
export interface PoolContainer {
    readonly image: Leaf<string>;
    readonly command?: readonly Leaf<string>[];
    readonly args?: readonly Leaf<string>[];
    readonly env: Readonly<Record<string, Leaf<string>>>;
    readonly envFromSecrets: readonly Leaf<string>[];
    readonly ports: readonly { readonly containerPort: number; readonly name?: string }[];
    readonly requests: Readonly<Record<string, string>>;
    readonly limits: Readonly<Record<string, string>>;
    /** Whether the limits follow the requests instead of being given. */
    readonly limitsFollowRequests: boolean;
    readonly security: SecurityLevel;
}

/** A Kubernetes pod template that the user wrote; Outputs in it are `Unknown` leaves. */
export interface PodTemplate {
    readonly metadata?: Readonly<Record<string, unknown>>;
    readonly spec?: Readonly<Record<string, unknown>>;
}

/** A volume that each pod of a StatefulSet gets, after defaults. */
export interface PoolClaimTemplate {
    readonly name: string;
    readonly storage: string;
    readonly storageClassName?: Leaf<string>;
    readonly accessModes: readonly AccessMode[];
    /** Absent where the pod template mounts it itself. */
    readonly mountPath?: string;
}

/** A StatefulSet's own settings after defaults. */
export interface PoolStatefulSet {
    readonly claimTemplates: readonly PoolClaimTemplate[];
    readonly retainClaimsWhenScaled: boolean;
    readonly retainClaimsWhenDeleted: boolean;
    readonly ordinalsStart?: number;
    readonly podManagement: PodManagement;
    readonly fsGroup?: number;
}

/** What the pool runs. */
export type PoolWorkload =
    | {
          readonly kind: "container";
          readonly container: PoolContainer;
          readonly serviceAccountName?: Leaf<string>;
          readonly terminationGracePeriodSeconds: number;
          /** Present where a StatefulSet runs the pods, and no Deployment. */
          readonly statefulSet?: PoolStatefulSet;
      }
    | {
          readonly kind: "podTemplate";
          readonly template: PodTemplate;
          readonly serviceAccountName?: Leaf<string>;
          readonly statefulSet?: PoolStatefulSet;
      }
    | {
          readonly kind: "existing";
          readonly apiVersion: string;
          readonly targetKind: string;
          readonly name: Leaf<string>;
      };

/** How KEDA logs in to a trigger's source. */
export type PoolAuthentication =
    | { readonly kind: "awsPodIdentity"; readonly roleArn?: Leaf<string> }
    | {
          readonly kind: "azureWorkload";
          readonly identityId?: Leaf<string>;
          readonly tenantId?: Leaf<string>;
      }
    | { readonly kind: "gcpPodIdentity" }
    | {
          readonly kind: "secret";
          readonly secret: Leaf<string>;
          readonly parameters: Readonly<Record<string, string>>;
      }
    | { readonly kind: "existing"; readonly name: Leaf<string>; readonly cluster: boolean };

/** One trigger in KEDA's form, and how it logs in. */
export interface PoolTrigger extends EncodedTrigger {
    readonly authentication?: PoolAuthentication;
}

/** A pool whose every value is decided. */
export interface Pool {
    /** The component's name; also the name of its Kubernetes objects. */
    readonly name: string;
    readonly namespace: Leaf<string>;
    readonly archetype: AgentArchetype;
    readonly workload: PoolWorkload;
    readonly task: TaskArgs;
    readonly scale: {
        readonly minReplicas: number;
        readonly maxReplicas: number;
        readonly triggers: readonly PoolTrigger[];
        readonly engine: Exclude<ScalingEngine, "Auto">;
        readonly scaleUp: ScalingRulesArgs;
        readonly scaleDown: ScalingRulesArgs;
        /** How a pool sleeps and wakes; absent where the floor is above zero, and it never does. */
        readonly sleep?: { readonly pollingIntervalSeconds: number; readonly cooldownSeconds: number };
        readonly onMetricLoss?: Required<MetricLossArgs>;
    };
    readonly disruption: { readonly maxUnavailable: string } | { readonly minAvailable: string };
    readonly qosClass?: QosClass;
    readonly probes: ProbesArgs;
    readonly adopt: AdoptArgs;
    readonly waitFor: WaitFor;
    /** 0 where nothing is waited for. */
    readonly waitSeconds: number;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
    readonly platform: Platform;
    /** Every value with its source, in the order of the arguments. */
    readonly values: readonly SourcedValue[];
}
