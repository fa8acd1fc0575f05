import type { KedaChartArgs, KedaChartValues } from "./keda-chart";
import type { PlatformArgs } from "./platform";
import { ClusterProvider } from "./platform";

const ONE_AT_A_TIME = { maxUnavailable: 1 };
const ON = { enabled: true };

/** The chart's own memory limit, as request too. */
const RESOURCES = {
    requests: { cpu: "100m", memory: "1000Mi" },
    limits: { cpu: "1", memory: "1000Mi" },
};

/**
 * Values for KEDA's own chart, version 2.20, chosen for clusters whose agents depend on it; merge your own over them.
 *
 * - `operator.replicaCount` 2: the second is the leader within seconds when the first one's node goes; with one (the
 *   chart's default) no pool wakes until its pod has started elsewhere.
 * - `webhooks.failurePolicy` Fail (default Ignore): what KEDA would refuse is refused also while the webhooks restart, and
 *   not found out when nothing scales. Let what makes ScaledObjects depend on the chart, so that they come after it.
 * - `extraArgs.webhooks` `cache-miss-to-direct-client`: a webhook that does not find a workload in its cache asks the API
 *   server; without it a scaler that is created right after its Deployment is refused now and then (kedacore/keda#5973).
 * - `webhooks.replicaCount` 2: with Fail a restart of the only one would stop every change of a scaler.
 * - `podDisruptionBudget` 1 of each part: a node drain takes one pod, waits for its successor, and takes the next. The
 *   metrics server stays at one pod, so its budget lets the pod go, and autoscalers hold their replicas meanwhile.
 * - `resources`: as much memory requested as the chart's limit, since the kubelet evicts first what uses more than it
 *   requested, and KEDA's caches grow with the number of pools.
 * - `prometheus`: metrics of all parts (default none), from which alerts on failing scalers are made. No ServiceMonitor,
 *   whose CRD a cluster may not have.
 * - `rbac`: only Deployments and StatefulSets, to which the chart always gives access, and the kinds that are named; the
 *   default lets the operator scale every kind of every API group.
 * - `podIdentity.aws.irsa` with a role; EKS Pod Identity needs no value, only its association.
 * - `podIdentity.gcp` on `gke`: the operator runs on nodes that have GKE's metadata server. Not on `gke-autopilot`, where
 *   all nodes have it.
 * - `priorityClassName` system-cluster-critical, since pools cannot be scaled by what has no room itself; not on GKE, which
 *   refuses the class in a namespace without a ResourceQuota for it.
 *
 * @example new helm.v4.Chart("keda", { chart: "keda", version: "2.20.2", values: kedaChartValues({ provider: "eks" }) })
 */
export function kedaChartValues(
    { provider }: PlatformArgs,
    { awsRoleArn, priorityClassName, scaledKinds = [] }: KedaChartArgs = {},
): KedaChartValues {
    const isGke = provider === ClusterProvider.Gke || provider === ClusterProvider.GkeAutopilot;
    const priority = priorityClassName ?? (isGke ? undefined : "system-cluster-critical");
    return {
        operator: { replicaCount: 2 },
        webhooks: { replicaCount: 2, failurePolicy: "Fail" },
        extraArgs: { webhooks: { "cache-miss-to-direct-client": "true" } },
        podDisruptionBudget: {
            operator: ONE_AT_A_TIME,
            metricServer: ONE_AT_A_TIME,
            webhooks: ONE_AT_A_TIME,
        },
        resources: { operator: RESOURCES, metricServer: RESOURCES },
        prometheus: { operator: ON, metricServer: ON, webhooks: ON },
        rbac: { enabledCustomScaledRefKinds: scaledKinds.length > 0, scaledRefKinds: scaledKinds },
        podIdentity: {
            ...(awsRoleArn === undefined ? {} : { aws: { irsa: { enabled: true, roleArn: awsRoleArn } } }),
            ...(provider === ClusterProvider.Gke ? { gcp: ON } : {}),
        },
        ...(priority === undefined ? {} : { priorityClassName: priority }),
    };
}
