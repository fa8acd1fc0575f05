import { AgentArchetype } from "agent-autoscaling";
import { onboard } from "./onboard";

// Reads the web for reports: a queue of pages, and a job for each report.
export const research = onboard("research", {
    group: "research-agents",
    usdPerMonth: 1800,
    pools: {
        crawler: {
            archetype: AgentArchetype.QueueWorker,
            workload: {
                container: {
                    image: "ghcr.io/acme/crawler:1.4",
                    resources: { requests: { cpu: "1", memory: "4Gi" }, limits: { memory: "4Gi" } },
                },
            },
            task: { typicalSeconds: 20, p99Seconds: 60, coldStartSeconds: 20, redelivered: true },
            scale: {
                minReplicas: 0,
                maxReplicas: 20,
                triggers: [
                    {
                        name: "pages",
                        redis: { address: "redis.queues.svc:6379", listName: "pages", listLength: 5 },
                    },
                ],
            },
            placement: { priorityClassName: "research-batch" },
        },
        report: {
            archetype: AgentArchetype.BatchJob,
            workload: {
                container: {
                    image: "ghcr.io/acme/report:2.0",
                    resources: { requests: { cpu: "2", memory: "8Gi" }, limits: { memory: "8Gi" } },
                },
            },
            task: { typicalSeconds: 600, p99Seconds: 1800, redelivered: true },
            scale: {
                minReplicas: 0,
                maxReplicas: 10,
                triggers: [
                    { name: "reports", redis: { address: "redis.queues.svc:6379", listName: "reports" } },
                ],
            },
            placement: { priorityClassName: "research-batch" },
        },
    },
}).quota;

// Answers customers: a service that never sleeps.
export const support = onboard("support", {
    group: "support-agents",
    usdPerMonth: 250,
    pools: {
        chat: {
            archetype: AgentArchetype.Service,
            workload: {
                container: {
                    image: "ghcr.io/acme/chat:3.2",
                    ports: [{ containerPort: 8080, name: "http" }],
                    resources: { requests: { cpu: "500m", memory: "1Gi" }, limits: { memory: "1Gi" } },
                },
            },
            task: { typicalSeconds: 3, p99Seconds: 20, coldStartSeconds: 10 },
            scale: { minReplicas: 2, maxReplicas: 12, triggers: [{ cpu: { averageUtilization: 70 } }] },
            placement: { priorityClassName: "support-online" },
        },
    },
}).quota;
