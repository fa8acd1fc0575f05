import type { Input } from "@pulumi/pulumi";

/** What of KEDA's chart the platform's facts do not decide. */
export interface KedaChartArgs {
    /**
     * The IAM role that KEDA's operator has by IRSA. Default: none, as with EKS Pod Identity, where an association gives
     * the role to the service account and the chart has nothing to say.
     */
    awsRoleArn?: Input<string>;
    /** The priority class of KEDA's pods. Default: `system-cluster-critical`; on GKE the cluster's own. */
    priorityClassName?: Input<string>;
    /** Kinds beside Deployments and StatefulSets that KEDA may scale. Default: none. */
    scaledKinds?: KedaScaledKindArgs[];
}

/** A kind that KEDA may scale. */
export interface KedaScaledKindArgs {
    /** Its API group, `argoproj.io`. */
    apiGroup: string;
    /** Its name in the plural, as RBAC knows it: `rollouts`. */
    kind: string;
}

/** Values for KEDA's chart 2.20, as it takes them. */
export interface KedaChartValues {
    /** The operator, which polls the sources and starts pools that sleep. */
    readonly operator: KedaChartReplicas;
    /** The webhooks that refuse what the operator could not do. */
    readonly webhooks: KedaChartReplicas & { readonly failurePolicy: string };
    /** How many pods of each part may be evicted at the same time. */
    readonly podDisruptionBudget: {
        readonly operator: KedaChartBudget;
        readonly metricServer: KedaChartBudget;
        readonly webhooks: KedaChartBudget;
    };
    /** What the parts request. */
    readonly resources: { readonly operator: KedaChartResources; readonly metricServer: KedaChartResources };
    /** Which parts tell of themselves. */
    readonly prometheus: {
        readonly operator: KedaChartSwitch;
        readonly metricServer: KedaChartSwitch;
        readonly webhooks: KedaChartSwitch;
    };
    /** What KEDA may scale. */
    readonly rbac: {
        readonly enabledCustomScaledRefKinds: boolean;
        readonly scaledRefKinds: readonly KedaScaledKindArgs[];
    };
    /** Who KEDA is for the clouds. */
    readonly podIdentity: {
        readonly aws?: { readonly irsa: KedaChartSwitch & { readonly roleArn: Input<string> } };
        readonly gcp?: KedaChartSwitch;
    };
    /** Arguments of the parts' processes. */
    readonly extraArgs: { readonly webhooks: Readonly<Record<string, string>> };
    /** Absent where the cluster's own is right. */
    readonly priorityClassName?: Input<string>;
}

/** How many pods a part has. */
export interface KedaChartReplicas {
    readonly replicaCount: number;
}

/** A disruption budget of a part. */
export interface KedaChartBudget {
    readonly maxUnavailable: number;
}

/** Requests and limits of a part. */
export interface KedaChartResources {
    readonly requests: KedaChartAmounts;
    readonly limits: KedaChartAmounts;
}

/** Amounts of both resources. */
export interface KedaChartAmounts {
    readonly cpu: string;
    readonly memory: string;
}

/** Something that is on or off. */
export interface KedaChartSwitch {
    readonly enabled: boolean;
}
