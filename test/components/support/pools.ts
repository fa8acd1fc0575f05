import type { AutoscaledAgentPoolArgs } from "../../../index";

/** A queue worker on KEDA. */
export const WORKER: AutoscaledAgentPoolArgs = {
    archetype: "QueueWorker",
    namespace: "agents",
    workload: {
        container: {
            image: "registry.example/worker:1",
            resources: { requests: { cpu: "1", memory: "2Gi" } },
        },
    },
    task: { p99Seconds: 90 },
    scale: {
        minReplicas: 0,
        maxReplicas: 20,
        triggers: [
            {
                name: "queue",
                redis: { address: "redis:6379", listName: "tasks" },
                authentication: { secret: { name: "redis", parameters: { password: "password" } } },
            },
        ],
    },
};

/** A pool of jobs. */
export const BATCH: AutoscaledAgentPoolArgs = { ...WORKER, archetype: "BatchJob" };

/** A request server on the native autoscaler. */
export const GATEWAY: AutoscaledAgentPoolArgs = {
    archetype: "Service",
    namespace: "agents",
    workload: {
        container: {
            image: "registry.example/gateway:1",
            ports: [{ containerPort: 8080 }],
            resources: { requests: { cpu: "500m", memory: "512Mi" } },
        },
    },
    scale: { minReplicas: 2, maxReplicas: 10, triggers: [{ cpu: { averageUtilization: 70 } }] },
};
