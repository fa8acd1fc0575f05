import { describe, expect, it } from "vitest";
import { AgentArchetype, JobStrategy } from "../../../model/pool";
import type { AutoscaledAgentPoolArgs, SourcedValue } from "../../../model/pool";
import type { TriggerArgs } from "../../../model/triggers";
import { Signal } from "../../../model/triggers";
import { BATCH, WORKER, changed, refusals, resolved } from "./support/pools";

/** How one value of a pool was decided. */
function decided(args: AutoscaledAgentPoolArgs, path: string): SourcedValue | undefined {
    return resolved(args).values.find((value) => value.path === path);
}

const on = (...triggers: TriggerArgs[]): AutoscaledAgentPoolArgs =>
    changed(BATCH, ["scale", "triggers"], triggers);
const withJob = (job: object, args = BATCH): AutoscaledAgentPoolArgs =>
    changed(args, ["workload", "job"], job);

const redis: TriggerArgs = { redis: { address: "redis:6379", listName: "tasks" } };
const kafka: TriggerArgs = { kafka: { bootstrapServers: "kafka:9092", consumerGroup: "g", topic: "t" } };
const sqs: TriggerArgs = {
    awsSqsQueue: {
        queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/tasks",
        awsRegion: "eu-west-1",
    },
    authentication: { awsPodIdentity: {} },
};
const cron: TriggerArgs = {
    cron: { timezone: "Etc/UTC", start: "0 8 * * *", end: "0 9 * * *", desiredReplicas: 2 },
};
const prometheus = (signal: Signal = Signal.Total): TriggerArgs => ({
    prometheus: { serverAddress: "http://prometheus", query: "sum(waiting)", signal, threshold: 3 },
});

describe("the strategy of a pool of jobs", () => {
    const STRATEGY = "workload.job.scalingStrategy";

    it("is accurate where every number falls when a job takes a task", () => {
        expect(decided(on(redis), STRATEGY)).toEqual({
            path: STRATEGY,
            value: JobStrategy.Accurate,
            source: "derived",
            reason: "the number of redis falls when a job takes a task, so each task that is left needs a job of its own",
        });
        const two = on({ ...redis, name: "night" }, { ...redis, name: "day" });
        expect(decided(two, STRATEGY)).toMatchObject({
            value: JobStrategy.Accurate,
            reason: expect.stringContaining('redis "night" and of redis "day"') as string,
        });
    });

    it("is default beside a number that does not fall, which the reason names", () => {
        for (const [args, name] of [
            [on(kafka), "kafka"],
            [on(redis, cron), "cron"],
            [on(redis, { ...kafka, name: "events" }), 'kafka "events"'],
        ] as const) {
            expect(decided(args, STRATEGY)).toMatchObject({
                value: JobStrategy.Default,
                source: "derived",
                reason: `the number of ${name} does not fall when a job takes a task, so the jobs that run are taken off it`,
            });
        }
    });

    it("is default where nobody knows what a query counts, and says what would start sooner", () => {
        const { value, reason } = decided(on(redis, prometheus()), STRATEGY) ?? {};
        expect(value).toBe(JobStrategy.Default);
        expect(reason).toMatch(
            /^whether the number of prometheus falls .* is not known.*; where it falls, Accurate/,
        );
        const raw: TriggerArgs = { raw: { type: "our-own", metadata: {} } };
        expect(decided(on(raw), STRATEGY)).toMatchObject({ value: JobStrategy.Default });
    });

    it("is what was given", () => {
        const given = withJob({ scalingStrategy: JobStrategy.Eager });
        expect(decided(given, STRATEGY)).toMatchObject({ value: JobStrategy.Eager, source: "given" });
    });
});

describe("the triggers of a pool of jobs", () => {
    const metadata = (args: AutoscaledAgentPoolArgs) => resolved(args).scale.triggers[0]?.metadata;
    const IN_FLIGHT = "scale.triggers[0].awsSqsQueue.scaleOnInFlight";

    it("leave out messages in flight with accurate and eager, for all to see", () => {
        expect(metadata(on(sqs))).toMatchObject({ scaleOnInFlight: "false" });
        expect(decided(on(sqs), IN_FLIGHT)).toMatchObject({
            value: false,
            source: "derived",
            reason: expect.stringContaining("needs no second job") as string,
        });
        const eager = withJob({ scalingStrategy: JobStrategy.Eager }, on(sqs));
        expect(metadata(eager)).toMatchObject({ scaleOnInFlight: "false" });
    });

    it("keep what was given, and KEDA's own where the running jobs are taken off", () => {
        const given = changed(on(sqs), ["scale", "triggers", 0, "awsSqsQueue", "scaleOnInFlight"], true);
        expect(metadata(given)).toMatchObject({ scaleOnInFlight: "true" });
        expect(decided(given, "workload.job.scalingStrategy")).toMatchObject({ value: JobStrategy.Default });
        expect(decided(given, IN_FLIGHT)).toBeUndefined();
        for (const args of [on(sqs, cron), withJob({ scalingStrategy: JobStrategy.Default }, on(sqs))]) {
            expect(metadata(args)).not.toHaveProperty("scaleOnInFlight");
        }
        expect(metadata(changed(WORKER, ["scale", "triggers"], [sqs]))).not.toHaveProperty("scaleOnInFlight");
    });

    it("ask for one job for each task, or for as many tasks as a job works on", () => {
        const LENGTH = "scale.triggers[0].redis.listLength";
        expect(metadata(BATCH)).toMatchObject({ listLength: "1" });
        expect(decided(BATCH, LENGTH)).toMatchObject({
            value: 1,
            source: "derived",
            reason: "a job works on one task (KEDA's own default is 5)",
        });
        expect(decided(changed(BATCH, ["task", "concurrency"], 4), LENGTH)).toMatchObject({
            value: 4,
            reason: "a job works on 4 tasks at a time (KEDA's own default is 5)",
        });
        const given = changed(BATCH, ["scale", "triggers", 0, "redis", "listLength"], 7);
        expect(metadata(given)).toMatchObject({ listLength: "7" });
        expect(decided(given, LENGTH)).toBeUndefined();
        // What has no default of KEDA's was given, and replicas keep KEDA's own.
        expect(metadata(on(prometheus()))).toMatchObject({ threshold: "3" });
        expect(metadata(changed(WORKER, ["scale", "triggers"], [redis]))).not.toHaveProperty("listLength");
    });

    it("leave raw ones as they are", () => {
        const raw: TriggerArgs = { raw: { type: "redis", metadata: { address: "r:1", listName: "l" } } };
        expect(metadata(on(raw))).toEqual({ address: "r:1", listName: "l" });
    });
});

describe("what only a pool of jobs has", () => {
    it("is the same pool for another archetype that is told to run jobs", () => {
        const job = { ...WORKER.workload, kind: "Job" as const };
        const args = changed(changed(WORKER, ["workload"], job), ["scale", "triggers"], [redis]);
        expect(decided(args, "workload.job.rollout")).toMatchObject({ value: "gradual", source: "default" });
        expect(resolved(args)).not.toHaveProperty("disruption");
    });

    it("asks for conditions only with accurate, and for a deduction only with custom", () => {
        const of = (job: object) => resolved(withJob(job)).workload as { job?: object };
        expect(of({ scalingStrategy: JobStrategy.Accurate }).job).toMatchObject({
            pendingPodConditions: ["Ready"],
        });
        expect(of({ scalingStrategy: JobStrategy.Default }).job).toMatchObject({ pendingPodConditions: [] });
        const given = { scalingStrategy: JobStrategy.Eager, pendingPodConditions: ["PodScheduled"] };
        expect(of(given).job).toMatchObject({ pendingPodConditions: ["PodScheduled"] });
        const custom = { scalingStrategy: JobStrategy.Custom, customScalingRunningJobPercentage: 1 };
        expect(of(custom).job).toMatchObject({ customScalingQueueLengthDeduction: 0 });
        expect(of({}).job).not.toHaveProperty("customScalingQueueLengthDeduction");
    });

    it("has a deadline for twice the longest tasks with all retries, and none where they are not known", () => {
        const DEADLINE = "workload.job.activeDeadlineSeconds";
        expect(decided(BATCH, DEADLINE)?.value).toBe(2 * 3 * (3600 + 45));
        expect(decided(withJob({ backoffLimit: 0 }), DEADLINE)?.value).toBe(2 * (3600 + 45));
        expect(decided(changed(BATCH, ["task"], undefined), DEADLINE)).toBeUndefined();
        expect(decided(withJob({ activeDeadlineSeconds: 5 }), DEADLINE)).toMatchObject({
            value: 5,
            source: "given",
        });
    });
});

describe("arguments that a pool of jobs cannot have", () => {
    const scale = (more: object): AutoscaledAgentPoolArgs =>
        changed(BATCH, ["scale"], { ...BATCH.scale, ...more });
    const window = { name: "day", start: "0 8 * * *", end: "0 9 * * *", timeZone: "Etc/UTC", minReplicas: 2 };

    it.each<[path: string, args: AutoscaledAgentPoolArgs]>([
        ["scale.behavior", scale({ behavior: { scaleUp: {} } })],
        ["scale.cooldownSeconds", scale({ cooldownSeconds: 5 })],
        ["scale.scaleToZeroWhenIdle", scale({ minReplicas: 1, scaleToZeroWhenIdle: true })],
        ["scale.onMetricLoss", scale({ onMetricLoss: { replicas: 2 } })],
        ["scale.pausedReplicas", scale({ pausedReplicas: 2 })],
        ["scale.pause", scale({ pause: "ScaleIn" })],
        ["scale.schedules", scale({ schedules: [window] })],
        ["disruption", { ...BATCH, disruption: { maxUnavailable: "1" } }],
        ["vertical", { ...BATCH, vertical: {} }],
        ["workload.job.customScalingRunningJobPercentage", withJob({ customScalingRunningJobPercentage: 1 })],
        ["workload.job.customScalingQueueLengthDeduction", withJob({ customScalingQueueLengthDeduction: 1 })],
        [
            "workload.job.customScalingRunningJobPercentage",
            withJob({ scalingStrategy: JobStrategy.Custom, customScalingQueueLengthDeduction: 1 }),
        ],
        ["scale.triggers[0].cpu", on({ cpu: { averageUtilization: 70 } })],
        ["scale.triggers[0].prometheus.signal", on(prometheus(Signal.PerReplica))],
        ["scale.triggers[0].externalPush", on({ externalPush: { scalerAddress: "scaler:9090" } })],
        [
            "scale.triggers[1].raw.metricType",
            on(redis, { raw: { type: "redis", metricType: "Value", metadata: {} } }),
        ],
    ])("%s", (path, args) => {
        expect(refusals(args).map((refusal) => refusal.path)).toContain(path);
    });

    it("is the native engine, for one that only KEDA runs", () => {
        expect(refusals(scale({ engine: "HorizontalPodAutoscaler" })).map(({ path }) => path)).toContain(
            "scale.engine",
        );
    });

    it("names what would do in place of a push", () => {
        expect(refusals(on({ externalPush: { scalerAddress: "scaler:9090" } }))).toMatchObject([
            {
                message: expect.stringContaining("asks its server at each look") as string,
                fix: "use external",
            },
        ]);
    });

    it("says what a number must be", () => {
        const [refusal] = refusals(on(prometheus(Signal.Ratio)));
        expect(refusal?.message).toContain("is Ratio, and jobs are started for a total only");
        expect(refusal?.fix).toContain("Total");
        expect(refusals(on(prometheus()))).toEqual([]);
    });

    it("is a job's settings in a pool of something else", () => {
        expect(refusals(changed(WORKER, ["workload", "job"], {})).map(({ path }) => path)).toEqual([
            "workload.job",
        ]);
    });

    it("may be paused as a whole, and probed for when it has taken its task", () => {
        expect(refusals(scale({ pause: "Everything" }))).toEqual([]);
        expect(refusals({ ...BATCH, probes: { readiness: { exec: { command: ["true"] } } } })).toEqual([]);
    });
});

it("keeps jobs to the archetype that is for them", () => {
    const kinds = Object.values(AgentArchetype).map((archetype) => {
        const args = { ...BATCH, archetype, scale: { ...BATCH.scale, minReplicas: 1 } };
        return [archetype, decided(args, "workload.kind")?.value];
    });
    expect(kinds.filter(([, kind]) => kind === "Job")).toEqual([["BatchJob", "Job"]]);
});
