import { AgentArchetype, AutoscaledAgentPool, QosClass } from "agent-autoscaling";
import { Namespace } from "@pulumi/kubernetes/core/v1";
import { Config } from "@pulumi/pulumi";

const redis = new Config().get("redis") ?? "redis.agents.svc:6379";

const namespace = new Namespace("agents", { metadata: { name: "agents" } }).metadata.name;

// Works through a queue: sleeps when it is empty, and keeps three replicas warm in office hours.
export const research = new AutoscaledAgentPool("research", {
    archetype: AgentArchetype.QueueWorker,
    namespace,
    workload: {
        container: {
            image: "ghcr.io/acme/research-agent:1.4",
            env: { REDIS: redis },
            resources: { requests: { cpu: "2", memory: "8Gi" } },
        },
    },
    task: { typicalSeconds: 30, p99Seconds: 90, concurrency: 4, coldStartSeconds: 45 },
    scale: {
        minReplicas: 0,
        maxReplicas: 40,
        triggers: [
            { name: "queue", redis: { address: redis, listName: "research:tasks", listLength: 5 } },
            {
                name: "office-hours",
                cron: {
                    timezone: "Europe/Berlin",
                    start: "0 8 * * 1-5",
                    end: "0 19 * * 1-5",
                    desiredReplicas: 3,
                },
            },
        ],
    },
}).scalerName;

// Answers requests: never sleeps, and follows its CPU.
export const gateway = new AutoscaledAgentPool("gateway", {
    archetype: AgentArchetype.Service,
    namespace,
    workload: {
        container: {
            image: "ghcr.io/acme/agent-gateway:2.1",
            ports: [{ containerPort: 8080, name: "http" }],
            resources: {
                requests: { cpu: "500m", memory: "512Mi" },
                limits: { cpu: "500m", memory: "512Mi" },
            },
        },
    },
    task: { typicalSeconds: 2, p99Seconds: 20, coldStartSeconds: 10 },
    qosClass: QosClass.Guaranteed,
    scale: { minReplicas: 2, maxReplicas: 12, triggers: [{ cpu: { averageUtilization: 70 } }] },
}).scalerName;
