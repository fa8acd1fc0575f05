"use strict";

/** Arguments of a pool of the size that teams run, different in each number so that nothing is computed once for all. */
exports.poolArgs = function poolArgs(index) {
    return {
        archetype: "QueueWorker",
        namespace: `team-${index % 50}`,
        workload: {
            container: {
                image: `registry.example/worker:${index}`,
                env: { QUEUE: `queue-${index}` },
                resources: { requests: { cpu: `${100 + (index % 9) * 100}m`, memory: "1Gi" } },
            },
        },
        task: { typicalSeconds: 20, p99Seconds: 60 + (index % 200), coldStartSeconds: 30 },
        scale: {
            minReplicas: 0,
            maxReplicas: 10 + (index % 40),
            triggers: [
                {
                    name: "queue",
                    redis: { address: "redis:6379", listName: `queue-${index}`, listLength: 5 },
                },
                {
                    name: "day",
                    cron: {
                        timezone: index % 2 === 0 ? "Europe/Berlin" : "America/New_York",
                        start: `${index % 60} ${6 + (index % 3)} * * 1-5`,
                        end: `${index % 60} ${18 + (index % 4)} * * 1-5`,
                        desiredReplicas: 2,
                    },
                },
            ],
        },
    };
};
