import type { AutoscaledAgentPoolArgs } from "../model/pool";

const judged = new WeakSet<AutoscaledAgentPoolArgs>();

/**
 * Marks a pool's arguments as judged by the team that it belongs to: its own findings were reported there together with
 * those of the others, and what it lacks by itself, as a request that a LimitRange gives, it has in its team.
 */
export function asJudged(args: AutoscaledAgentPoolArgs): AutoscaledAgentPoolArgs {
    judged.add(args);
    return args;
}

/** Whether a team judges the pool, so that the pool does not do it again. */
export function isJudged(args: AutoscaledAgentPoolArgs): boolean {
    return judged.has(args);
}
