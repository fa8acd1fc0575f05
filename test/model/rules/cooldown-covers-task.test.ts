import { describe, expect, it } from "vitest";
import { cooldownCoversTask } from "../../../model/rules/cooldown-covers-task";
import { findings } from "./support/findings";
import { container, cron, deployment, intent, redis, scaledObject, secret, unknown } from "./support/objects";

describe("cooldown-covers-task", () => {
    const pool = (spec: object = {}, task: object = { p99Seconds: 600 }, podSpec: object = {}) =>
        [
            scaledObject({ minReplicaCount: 0, ...spec }),
            deployment(podSpec, { metadata: intent({ task }) }),
        ] as const;

    it("reports a pool that goes to zero before its tasks end, by its floor or by its idle number", () => {
        expect(findings(cooldownCoversTask, ...pool())).toMatchObject([
            {
                severity: "warning",
                message:
                    "the pool goes to zero 300 s after the last task was taken, and the longest tasks take 600 s",
                fix: "use a cooldownPeriod of 600 or more, or a trigger that counts tasks until they are done",
                path: "spec.cooldownPeriod",
            },
        ]);
        const idle = { minReplicaCount: 2, idleReplicaCount: 0, cooldownPeriod: 60 };
        expect(findings(cooldownCoversTask, ...pool(idle, { p99Seconds: 61 }))).toHaveLength(1);
    });

    it("is quiet at the very number, above zero, and where no task is declared or any may be cut off", () => {
        expect(findings(cooldownCoversTask, ...pool({ cooldownPeriod: 600 }))).toEqual([]);
        expect(findings(cooldownCoversTask, ...pool({ cooldownPeriod: 599 }))).toHaveLength(1);
        expect(findings(cooldownCoversTask, ...pool({ minReplicaCount: 1 }))).toEqual([]);
        expect(findings(cooldownCoversTask, ...pool({}, {}))).toEqual([]);
        expect(findings(cooldownCoversTask, ...pool({}, { p99Seconds: 600, interruptible: true }))).toEqual(
            [],
        );
    });

    it("is quiet where a pod may finish its task after it was told to stop", () => {
        const grace = (seconds: number) => ({ terminationGracePeriodSeconds: seconds });
        expect(findings(cooldownCoversTask, ...pool({}, undefined, grace(600)))).toEqual([]);
        expect(findings(cooldownCoversTask, ...pool({}, undefined, grace(599)))).toHaveLength(1);
        const hook = container({ lifecycle: { preStop: { sleep: { seconds: 5 } } } });
        const after = { ...grace(604), containers: [hook] };
        expect(findings(cooldownCoversTask, ...pool({}, undefined, after))).toHaveLength(1);
    });

    it.each([
        ["aws-sqs-queue", {}, true],
        ["aws-sqs-queue", { scaleOnInFlight: "true" }, true],
        ["aws-sqs-queue", { scaleOnInFlight: "false" }, false],
        ["aws-sqs-queue", { scaleOnInFlight: unknown() }, false],
        ["kafka", {}, true],
        ["nats-jetstream", {}, true],
        ["azure-queue", {}, true],
        ["azure-queue", { queueLengthStrategy: "visibleonly" }, false],
        ["redis-streams", { consumerGroup: "g", pendingEntriesCount: "5" }, true],
        ["redis-streams", { consumerGroup: "g", lagCount: "5" }, false],
        ["redis-streams", { streamLength: "5" }, true],
        ["redis", {}, false],
        ["temporal", {}, false],
        ["prometheus", {}, false],
    ])("knows whether %s %j counts a task until it is done: %s", (type, metadata, counts) => {
        const found = findings(cooldownCoversTask, ...pool({ triggers: [cron(), { type, metadata }] }));
        expect(found).toHaveLength(counts ? 0 : 1);
    });

    it("reads the intent of the scaler where the workload is somebody else's", () => {
        const scaler = scaledObject({ minReplicaCount: 0 }, intent({ task: { p99Seconds: 301 } }));
        expect(findings(cooldownCoversTask, scaler)).toHaveLength(1);
    });

    it("notes a cooldown that is not known, and leaves the rest to other rules", () => {
        for (const cooldownPeriod of [unknown(), secret()]) {
            expect(findings(cooldownCoversTask, ...pool({ cooldownPeriod }))).toMatchObject([
                { severity: "note", path: "spec.cooldownPeriod" },
            ]);
        }
        expect(findings(cooldownCoversTask, ...pool({ triggers: unknown() }))).toEqual([]);
        expect(
            findings(
                cooldownCoversTask,
                ...pool({}, undefined, { terminationGracePeriodSeconds: unknown() }),
            ),
        ).toEqual([]);
        expect(
            findings(cooldownCoversTask, ...pool({ cooldownPeriod: "5", triggers: [redis()] })),
        ).toHaveLength(1);
    });
});
