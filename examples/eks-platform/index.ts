import type { AutoscaledAgentPoolArgs } from "agent-autoscaling";
import { AgentArchetype, AutoscaledAgentPool, ClusterProvider, nodePools } from "agent-autoscaling";
import { EksKedaIdentity, EksSpotNodeGroup, InterruptionQueue } from "agent-autoscaling/aws";
import { Budget } from "@pulumi/aws/budgets";
import { Queue } from "@pulumi/aws/sqs";
import { Namespace, ResourceQuota } from "@pulumi/kubernetes/core/v1";
import { PriorityClass } from "@pulumi/kubernetes/scheduling/v1";
import { Config } from "@pulumi/pulumi";

const config = new Config();
const clusterName = config.require("clusterName");

// One profile: the nodes get its label and taint, the pods select and tolerate them, and the price is that of its types.
const instanceTypes = ["m7i.2xlarge", "m7a.2xlarge", "m6i.2xlarge", "m5.2xlarge"];
const spotNodes = nodePools.eksSpot({ name: "agents-spot", instanceTypes });

export const nodeGroups = new EksSpotNodeGroup("agents-spot", {
    clusterName,
    nodeRoleArn: config.require("nodeRoleArn"),
    subnetIds: config.requireObject<string[]>("subnetIds"),
    profile: spotNodes,
    instanceTypes,
    spot: { minSize: 0, maxSize: 24 },
    onDemandBase: { minSize: 1, maxSize: 4 },
    schedules: [
        {
            name: "workday",
            start: "45 7 * * 1-5",
            end: "0 19 * * 1-5",
            timeZone: "Europe/Berlin",
            minSize: 2,
        },
    ],
    tags: { team: "agents" },
}).nodeGroupNames;

// What all of it may cost, as AWS bills it: somebody hears of it before it is spent.
new Budget("agents", {
    budgetType: "COST",
    timeUnit: "MONTHLY",
    limitAmount: "8000",
    limitUnit: "USD",
    notifications: [
        {
            comparisonOperator: "GREATER_THAN",
            notificationType: "FORECASTED",
            threshold: 100,
            thresholdType: "PERCENTAGE",
            subscriberEmailAddresses: [config.require("budgetEmail")],
        },
    ],
});

// For a Karpenter beside the node groups, which drain by themselves.
export const interruptionQueue = new InterruptionQueue("interruptions", { clusterName }).queueName;

const tasks = new Queue("tasks");
const reviews = new Queue("reviews");

export const kedaRole = new EksKedaIdentity("keda", {
    clusterName,
    sources: { sqsQueueArns: [tasks.arn, reviews.arn] },
}).roleArn;

const namespace = new Namespace("agents", { metadata: { name: "agents" } }).metadata.name;

// Both pools at their ceilings, and a quarter more while a rollout goes on.
new ResourceQuota("agents", {
    metadata: { name: "agents", namespace },
    spec: { hard: { "requests.cpu": "150", "requests.memory": "600Gi", pods: "100" } },
});

// Agents that can wait push nobody aside.
const priorityClassName = new PriorityClass("agents", {
    metadata: { name: "agents" },
    value: 1000,
    preemptionPolicy: "Never",
    description: "Agents that work through queues",
}).metadata.name;

/** What both pools have in common: workers on the spot nodes that hand back what they cannot finish in two minutes. */
function worker(image: string, queue: Queue): AutoscaledAgentPoolArgs {
    return {
        archetype: AgentArchetype.QueueWorker,
        namespace,
        workload: {
            container: {
                image,
                env: { QUEUE_URL: queue.url },
                resources: { requests: { cpu: "1500m", memory: "6Gi" } },
            },
        },
        task: { typicalSeconds: 30, p99Seconds: 90, redelivered: true, coldStartSeconds: 60 },
        probes: { startup: { exec: { command: ["test", "-f", "/tmp/ready"] } } },
        scale: {
            minReplicas: 0,
            maxReplicas: 40,
            triggers: [
                {
                    name: "queue",
                    awsSqsQueue: { queueUrl: queue.url, awsRegion: "eu-west-1", queueLength: 5 },
                    authentication: { awsPodIdentity: {} },
                },
            ],
        },
        placement: { nodePool: spotNodes, priorityClassName },
        platform: { provider: ClusterProvider.Eks },
    };
}

const research = worker("ghcr.io/acme/research-agent:1.4", tasks);
export const researchPool = new AutoscaledAgentPool("research", {
    ...research,
    scale: {
        ...research.scale,
        schedules: [
            {
                name: "workday",
                start: "0 8 * * 1-5",
                end: "0 19 * * 1-5",
                timeZone: "Europe/Berlin",
                minReplicas: 4,
            },
        ],
    },
}).scalerName;

export const reviewPool = new AutoscaledAgentPool("review", worker("ghcr.io/acme/review-agent:2.0", reviews))
    .scalerName;
