import { describe, expect, it } from "vitest";
import { jobCount } from "../../../model/rules/job-count";
import { findings } from "./support/findings";
import { cpu, cron, redis, scaledJob, scaledObject, unknown } from "./support/objects";

describe("job-count", () => {
    const on = (strategy: unknown, ...triggers: object[]) =>
        scaledJob({ triggers, scalingStrategy: { strategy, pendingPodConditions: ["Ready"] } });
    const kafka = {
        type: "kafka",
        metadata: { bootstrapServers: "kafka:9092", consumerGroup: "g", topic: "t" },
    };
    const sqs = (metadata: object = {}) => ({
        type: "aws-sqs-queue",
        metadata: { queueURL: "tasks", awsRegion: "eu-west-1", ...metadata },
    });
    const prometheus = {
        type: "prometheus",
        metadata: { serverAddress: "http://p", query: "q", threshold: "1" },
    };
    const path = "spec.scalingStrategy.strategy";

    it("warns where tasks in progress count and accurate or eager start more for them", () => {
        expect(findings(jobCount, on("accurate", kafka))).toMatchObject([
            {
                severity: "warning",
                message:
                    "the number of kafka #1 does not fall when a job takes a task, and accurate starts as many again at each look, up to the ceiling",
                fix: "use the strategy default",
                path,
            },
        ]);
        expect(findings(jobCount, on("eager", { ...kafka, name: "events" }))).toMatchObject([
            { message: expect.stringContaining('kafka "events"') as string },
        ]);
        expect(findings(jobCount, on("accurate", redis(), cron()))).toMatchObject([
            { message: expect.stringContaining("cron #2") as string },
        ]);
    });

    it("names what would leave them out", () => {
        expect(findings(jobCount, on("accurate", sqs()))[0]?.fix).toBe(
            'set scaleOnInFlight to "false", or use the strategy default',
        );
        expect(findings(jobCount, on("accurate", sqs({ scaleOnInFlight: "false" })))).toEqual([]);
    });

    it("warns where they do not count and default takes the running jobs off all the same", () => {
        for (const strategy of ["default", undefined, "custom"]) {
            expect(findings(jobCount, on(strategy, redis()))).toMatchObject([
                {
                    severity: "warning",
                    message:
                        "the number of redis #1 falls when a job takes a task, and default takes that job off once more: with 2 jobs running, 2 tasks that wait start none",
                    fix: "use the strategy accurate, with pendingPodConditions: [Ready]",
                    path,
                },
            ]);
        }
    });

    it("leaves default alone beside a number that counts them, or of which nobody knows", () => {
        for (const other of [kafka, prometheus, { type: "our-own", metadata: {} }]) {
            expect(findings(jobCount, on("default", redis(), other))).toEqual([]);
        }
        expect(findings(jobCount, on("default", kafka))).toEqual([]);
        expect(findings(jobCount, on("accurate", prometheus))).toEqual([]);
    });

    it("warns of a number in which a new task never is", () => {
        const stream = (metadata: object) => ({
            type: "redis-streams",
            metadata: { address: "redis:6379", stream: "s", consumerGroup: "g", ...metadata },
        });
        expect(findings(jobCount, on("default", stream({})))).toMatchObject([
            {
                severity: "warning",
                message:
                    "redis-streams #1 counts only what somebody works on already: a new task starts no job",
                fix: "give lagCount (Redis 7), which counts what nobody has read yet",
                path: "spec.triggers[0].metadata",
            },
        ]);
        expect(findings(jobCount, on("accurate", stream({ lagCount: "1" })))).toEqual([]);
    });

    it("is quiet about what is not known, about custom with a share of its own, and about a ScaledObject", () => {
        expect(findings(jobCount, on(unknown(), kafka))).toEqual([]);
        expect(findings(jobCount, on("accurate", { type: "kafka", metadata: unknown() }))).toEqual([]);
        expect(findings(jobCount, on("default", { type: "redis", metadata: unknown() }))).toEqual([]);
        expect(findings(jobCount, on("accurate", sqs({ scaleOnInFlight: unknown() })))).toEqual([]);
        expect(findings(jobCount, on("default", cpu(), redis()))).toEqual([]);
        const custom = { strategy: "custom", customScalingRunningJobPercentage: "1" };
        expect(findings(jobCount, scaledJob({ scalingStrategy: custom }))).toEqual([]);
        expect(findings(jobCount, scaledObject())).toEqual([]);
    });
});
