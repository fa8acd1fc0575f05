import { AgentArchetype, AutoscaledAgentPool, ClusterProvider, Signal, nodePools } from "agent-autoscaling";
import { GkeComputeClass, GkeKedaIdentity, GkeSpotNodePool } from "agent-autoscaling/gcp";
import { Budget } from "@pulumi/gcp/billing";
import { Namespace, ResourceQuota } from "@pulumi/kubernetes/core/v1";
import { PriorityClass } from "@pulumi/kubernetes/scheduling/v1";
import { Config } from "@pulumi/pulumi";

const config = new Config();
const project = config.get("project") ?? "acme-agents";
const projectNumber = config.get("projectNumber") ?? "123456789012";
const cluster = config.get("cluster") ?? "agents";
const location = config.get("location") ?? "europe-west3";

const platform = {
    provider: ClusterProvider.Gke,
    kubernetesVersion: "1.35",
    kedaVersion: "2.20",
};

// One profile for the nodes and for the pods on them: label, taints, notice and price cannot differ.
const spotNodes = nodePools.gkeSpot({
    name: "research",
    machineType: "n4-standard-8",
    shutdownGraceSeconds: 120,
});
const steadyNodes = nodePools.gkeComputeClass({ name: "steady", machineType: "n4-standard-4" });

// Spot nodes for work that comes back when its node is taken away, and a base for the hours without spot.
export const spotNodePool = new GkeSpotNodePool("research-nodes", {
    cluster,
    location,
    project,
    platform,
    profile: spotNodes,
    spot: { totalMinNodeCount: 0, totalMaxNodeCount: 8 },
    onDemandBase: { totalMinNodeCount: 0, totalMaxNodeCount: 4 },
    resourceLabels: { team: "research" },
}).nodePoolName;

// Nodes on demand for what somebody waits for; GKE makes the node pools, of another family when one is sold out.
export const computeClass = new GkeComputeClass("steady", {
    profile: steadyNodes,
    priorities: [
        { machineFamily: "n4", minCores: 4 },
        { machineFamily: "n2", minCores: 4 },
    ],
    autoscalingPolicy: { consolidationDelayMinutes: 10 },
}).className;

// What all of it may cost, as Google bills it; the billing account's administrators hear of it before it is spent.
new Budget("agents", {
    billingAccount: config.get("billingAccount") ?? "000000-AAAAAA-BBBBBB",
    budgetFilter: { projects: [`projects/${projectNumber}`] },
    amount: { specifiedAmount: { currencyCode: "USD", units: "3000" } },
    thresholdRules: [{ thresholdPercent: 0.8 }, { thresholdPercent: 1 }],
});

// KEDA reads the length of the subscription from Cloud Monitoring, as its own Kubernetes service account.
export const kedaMember = new GkeKedaIdentity("keda-reader", { project, projectNumber }).member;

const namespace = new Namespace("agents", { metadata: { name: "agents" } }).metadata.name;

// Enough for both ceilings and a rollout at the ceiling.
new ResourceQuota("agents", {
    metadata: { name: "agents", namespace },
    spec: { hard: { "requests.cpu": "72", "requests.memory": "200Gi", pods: "60" } },
});

/** How important a kind of work is when nodes are full; neither pushes running agents aside. */
function priority(name: string, value: number) {
    return new PriorityClass(name, { metadata: { name }, value, preemptionPolicy: "Never" }).metadata.name;
}

// Works through a subscription on spot nodes: a message that was not acknowledged is delivered again.
export const research = new AutoscaledAgentPool("research", {
    archetype: AgentArchetype.QueueWorker,
    namespace,
    platform,
    workload: {
        container: {
            image: "europe-west3-docker.pkg.dev/acme-agents/agents/research:1.4",
            resources: { requests: { cpu: "2", memory: "6Gi" } },
        },
    },
    task: {
        typicalSeconds: 30,
        p99Seconds: 90,
        concurrency: 4,
        redelivered: true,
        coldStartSeconds: 45,
    },
    scale: {
        minReplicas: 0,
        maxReplicas: 24,
        triggers: [
            {
                prometheus: {
                    serverAddress: `https://monitoring.googleapis.com/v1/projects/${project}/location/global/prometheus`,
                    query: 'sum(pubsub_googleapis_com:subscription_num_undelivered_messages{monitored_resource="pubsub_subscription",subscription_id="research-tasks"})',
                    signal: Signal.Total,
                    threshold: 5,
                },
                authentication: { gcpPodIdentity: true },
            },
        ],
    },
    // Counts as started once it can take a message, so that a rollout does not end the old ones before.
    probes: { startup: { exec: { command: ["test", "-e", "/tmp/started"] } } },
    placement: { nodePool: spotNodes, priorityClassName: priority("agents-batch", 1000) },
    budget: { usdPerMonth: 2800 },
}).scalerName;

// Answers requests on nodes that stay.
export const gateway = new AutoscaledAgentPool("gateway", {
    archetype: AgentArchetype.Service,
    namespace,
    platform,
    workload: {
        container: {
            image: "europe-west3-docker.pkg.dev/acme-agents/agents/gateway:2.1",
            ports: [{ containerPort: 8080, name: "http" }],
            resources: { requests: { cpu: "500m", memory: "512Mi" } },
        },
    },
    task: { typicalSeconds: 2, p99Seconds: 20, coldStartSeconds: 10 },
    scale: { minReplicas: 2, maxReplicas: 12, triggers: [{ cpu: { averageUtilization: 70 } }] },
    placement: { nodePool: steadyNodes, priorityClassName: priority("agents-serving", 2000) },
    budget: { usdPerMonth: 400 },
}).scalerName;
