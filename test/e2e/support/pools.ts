import { AgentArchetype, type AgentPoolArgs, type AutoscaledAgentPoolArgs } from "../../../model/pool";
import type { RedisTriggerArgs, TriggerArgs } from "../../../model/triggers";

/** What most pools of these tests run: small enough that many fit on the nodes. */
export const SMALL_CONTAINER = {
    image: "registry.invalid/agent:1",
    resources: { requests: { cpu: "10m", memory: "16Mi" } },
};

/** A pool that works through a Redis list, and looks and sleeps fast enough for a test. */
export function queueWorker(
    namespace: string,
    redis: RedisTriggerArgs,
    { triggers = [], ...scale }: Partial<AgentPoolArgs["scale"]> = {},
): AutoscaledAgentPoolArgs {
    const queue: TriggerArgs = { name: "queue", redis };
    return {
        archetype: AgentArchetype.QueueWorker,
        namespace,
        workload: { container: SMALL_CONTAINER },
        scale: {
            minReplicas: 0,
            maxReplicas: 8,
            pollingIntervalSeconds: 1,
            cooldownSeconds: 5,
            ...scale,
            triggers: [queue, ...triggers],
        },
    };
}
