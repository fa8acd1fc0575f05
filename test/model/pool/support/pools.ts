import type { AutoscaledAgentPoolArgs, Pool } from "../../../../model/pool";
import { resolve } from "../../../../model/pool";

/** A queue worker on KEDA, as in the quickstart, with a login. */
export const WORKER: AutoscaledAgentPoolArgs = {
    archetype: "QueueWorker",
    namespace: "agents",
    workload: {
        container: {
            image: "registry.example/worker:1",
            env: { QUEUE: "tasks" },
            resources: { requests: { cpu: "2", memory: "8Gi" } },
        },
    },
    task: { typicalSeconds: 30, p99Seconds: 90, concurrency: 4, coldStartSeconds: 45 },
    scale: {
        minReplicas: 0,
        maxReplicas: 40,
        triggers: [
            {
                name: "queue",
                redis: { address: "redis:6379", listName: "tasks", listLength: 5 },
                authentication: { secret: { name: "redis", parameters: { password: "redis-password" } } },
            },
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
};

/** A request server on the native autoscaler, as in the quickstart. */
export const GATEWAY: AutoscaledAgentPoolArgs = {
    archetype: "Service",
    namespace: "agents",
    workload: {
        container: {
            image: "registry.example/gateway:1",
            ports: [{ containerPort: 8080, name: "http" }],
            resources: {
                requests: { cpu: "500m", memory: "512Mi" },
                limits: { cpu: "500m", memory: "512Mi" },
            },
        },
    },
    task: { typicalSeconds: 2, p99Seconds: 20, coldStartSeconds: 10 },
    qosClass: "Guaranteed",
    scale: { minReplicas: 2, maxReplicas: 12, triggers: [{ cpu: { averageUtilization: 70 } }] },
};

/** A StatefulSet of somebody else, whose autoscaler KEDA takes over. */
export const TAKEN_OVER: AutoscaledAgentPoolArgs = {
    archetype: "QueueWorker",
    namespace: "agents",
    workload: { existing: { kind: "StatefulSet", name: "old-worker" } },
    adopt: { horizontalPodAutoscaler: "old-worker-hpa" },
    scale: { minReplicas: 2, maxReplicas: 9, triggers: [{ cpu: { averageUtilization: 60 } }] },
};

/** A pool from its own pod template. */
export const TEMPLATED: AutoscaledAgentPoolArgs = {
    archetype: "QueueWorker",
    namespace: "agents",
    workload: {
        podTemplate: {
            metadata: { labels: { app: "agent" } },
            spec: { containers: [{ name: "agent", image: "registry.example/agent:1" }] },
        },
    },
    scale: {
        minReplicas: 0,
        maxReplicas: 5,
        triggers: [{ redis: { address: "redis:6379", listName: "tasks" } }],
    },
};

/** A pool of jobs on a list, one for each task. */
export const BATCH: AutoscaledAgentPoolArgs = {
    archetype: "BatchJob",
    namespace: "agents",
    workload: {
        container: {
            image: "registry.example/digest:1",
            resources: { requests: { cpu: "1", memory: "2Gi" } },
        },
    },
    task: { p99Seconds: 3600, coldStartSeconds: 45 },
    scale: {
        minReplicas: 0,
        maxReplicas: 40,
        triggers: [{ name: "queue", redis: { address: "redis:6379", listName: "tasks" } }],
    },
};

/** The pool that arguments resolve to; fails where they have errors. */
export function resolved(args: AutoscaledAgentPoolArgs, name = "research"): Pool {
    const { pool, findings } = resolve(name, args);
    if (pool === undefined) throw new Error(findings.map(({ message }) => message).join("\n"));
    return pool;
}

/** A copy of arguments with one value changed, whatever its type; `undefined` removes it. */
export function changed(
    args: AutoscaledAgentPoolArgs,
    path: readonly (string | number)[],
    value: unknown,
): AutoscaledAgentPoolArgs {
    return replaceAt(args, path, value) as AutoscaledAgentPoolArgs;
}

function replaceAt(node: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
    if (key === undefined) return value;
    if (Array.isArray(node))
        return node.map((item: unknown, i) => (i === key ? replaceAt(item, rest, value) : item));
    const members = (node ?? {}) as Record<string, unknown>;
    return { ...members, [key]: replaceAt(members[key], rest, value) };
}

/** Path, message and fix of each error of arguments. */
export function refusals(args: unknown, name = "research"): { path: string; message: string; fix: string }[] {
    const { pool, findings } = resolve(name, args as AutoscaledAgentPoolArgs);
    if ((pool === undefined) !== findings.length > 0) throw new Error("a pool with errors, or none without");
    return findings.map(({ path, message, fix }) => ({ path, message, fix }));
}
