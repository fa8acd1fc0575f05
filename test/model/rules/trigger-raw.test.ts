import { describe, expect, it } from "vitest";
import { manifests } from "../../../model/manifests";
import { resolve } from "../../../model/pool";
import type { TriggerArgs } from "../../../model/triggers";
import { triggerRaw } from "../../../model/rules/trigger-raw";
import { findings } from "./support/findings";
import { redis, scaledObject } from "./support/objects";

function ofPool(trigger: TriggerArgs): unknown[] {
    const { pool, findings: refusals } = resolve("worker", {
        archetype: "QueueWorker",
        namespace: "agents",
        workload: { container: { image: "agent:1", resources: { requests: { cpu: "1", memory: "1Gi" } } } },
        scale: { minReplicas: 0, maxReplicas: 5, triggers: [trigger] },
    });
    expect(refusals).toEqual([]);
    return pool === undefined ? [] : findings(triggerRaw, ...manifests(pool));
}

describe("trigger-raw", () => {
    it("points from raw metadata to the typed member", () => {
        const metadata = { address: "redis:6379", listName: "tasks" };
        expect(ofPool({ raw: { type: "redis", metadata } })).toMatchObject([
            {
                severity: "warning",
                message: "the metadata of redis are not checked beyond what the catalogue knows",
                fix: "use the typed member redis",
                origin: { argument: "scale.triggers[0].raw" },
            },
        ]);
    });

    it("is quiet about typed triggers, hand-written objects, and types that have no member", () => {
        expect(ofPool({ redis: { address: "redis:6379", listName: "tasks" } })).toEqual([]);
        expect(ofPool({ raw: { type: "clickhouse", metadata: { query: "SELECT 1" } } })).toEqual([]);
        expect(findings(triggerRaw, scaledObject({ triggers: [redis()] }))).toEqual([]);
    });
});
