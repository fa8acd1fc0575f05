import type { Fleet } from "../fleet";
import { archetypeOf } from "./archetype-of";
import type { Rule } from "./rule";

/** Pools that scale on what says little about their work. */
export const signalFitsWork: Rule = {
    id: "signal-fits-work",
    severity: "warning",
    impact: "high",
    tags: ["signal"],
    title: "A pool scales on something that says how much work there is.",
    why: "An agent that waits for a model is idle to the node: the queue grows, and the pool stays as it is.",
    source: "mitodl/ol-infrastructure 96bf94f2d: near idle CPU while saturated; the table of archetypes",
    *check({ scalers }: Fleet) {
        for (const { declared, triggers, intent, jobs } of scalers) {
            const archetype = archetypeOf(intent);
            // A signal that no job starts for is found by job-triggers.
            if (archetype === undefined || jobs !== undefined) continue;
            // A window says when work may come, not how much of it there is.
            const signals = triggers.filter(({ scaler }) => scaler?.type !== "cron");
            const [first] = signals;
            const { value: weak, reason } = archetype.weakSignals;
            if (first === undefined || !signals.every(({ scaler }) => weak.includes(scaler?.type ?? "")))
                continue;
            const types = [...new Set(signals.map(({ scaler }) => scaler?.type ?? ""))].join(" and ");
            yield {
                declared,
                path: first.path,
                message: `a ${archetype.name} scales on ${types} alone: ${reason}`,
                fix: "add a trigger that counts its work: tasks that wait, requests in flight",
            };
        }
    },
};
