import { ARCHETYPES } from "./archetypes";
import type { AgentPoolArgs } from "./args";
import type { Ledger } from "./ledger";

/**
 * Decides how many seconds of quiet pass until replicas go: by archetype, and never less than a task or a cold start
 * takes, since what goes too early is missed before it has come back. It is the window of scaling down, unless the
 * author gave that, and KEDA's cooldown of a pool that sleeps.
 */
export function resolveCooldown(args: AgentPoolArgs, sleeps: boolean, ledger: Ledger): number {
    const { archetype, scale, task = {} } = args;
    const path = "scale.cooldownSeconds";
    const fallback = ARCHETYPES[archetype].cooldownSeconds;
    const window = scale.behavior?.scaleDown?.stabilizationWindowSeconds;
    if (!sleeps && window !== undefined) {
        const why = scale.minReplicas === 0 ? "KEDA does not scale the pool" : "the pool never sleeps";
        const reason = `no effect: ${why}, and behavior.scaleDown has a window of its own, ${window} s`;
        ledger.withoutEffect(path, scale.cooldownSeconds, reason);
        return fallback.value;
    }
    const longest = Math.ceil(task.p99Seconds ?? 0);
    const start = Math.ceil(task.coldStartSeconds ?? 0);
    if (Math.max(longest, start) <= fallback.value) {
        return ledger.archetype(path, scale.cooldownSeconds, fallback);
    }
    const reason =
        longest >= start
            ? `the longest tasks take ${longest} s, and going to zero stops whatever still runs`
            : `a cold start takes ${start} s, and a replica that goes earlier costs one more`;
    return ledger.or(path, scale.cooldownSeconds, Math.max(longest, start), reason, "derived");
}
