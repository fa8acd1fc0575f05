import { describe, expect, it } from "vitest";
import type { Topic } from "../../../model/explain";
import { manifests } from "../../../model/manifests";
import { BATCH, changed, resolved } from "../pool/support/pools";
import { cpu, cron, jobTarget, redis, scaledJob, unknown } from "../rules/support/objects";
import { sentences } from "./support/sentences";

const of = (topic: Topic, spec: object = {}, metadata: object = {}): string =>
    sentences([scaledJob(spec, metadata)], topic).join(" ");
const strategy = (scalingStrategy: object, spec: object = {}): string =>
    of("strategy", { scalingStrategy, ...spec });

describe("the explanation of a pool of jobs", () => {
    it("says how many jobs run, when they start, and what becomes of them", () => {
        expect(sentences(manifests(resolved(BATCH)))).toEqual([
            "ScaledJob research runs at most 40 jobs at once, by KEDA.",
            'redis "queue": one job for each item; 40 items ask for the ceiling of 40.',
            "At each look the jobs that have not started yet are taken off what is asked for, and those that run are not: with 23 items and 2 running jobs, 23 more start.",
            "A job counts as started once its pod is Ready; from then until it has taken its task, each look starts another one for it.",
            'Starts jobs when redis "queue" has more than 0 items. The first job works up to 60 s later: KEDA looks every 15 s, and a cold start takes 45 s.',
            "No job is scaled in: each runs until it is done, or for 6 h 4 min, its retries included. A pod that fails is tried again up to 2 times.",
            "A change leaves the jobs that are there alone; only new ones follow it. Deleting it deletes its jobs.",
            "Of the jobs that have ended it keeps the last 10 that succeeded and the last 10 that failed.",
            "While a source fails it starts no jobs for it, and those that run go on.",
            "Needs KEDA; platform.keda does not say whether the cluster has it.",
        ]);
    });

    it("says of extra jobs that they run without any task, and what is left of the ceiling", () => {
        expect(of("bounds", { minReplicaCount: 3 })).toBe(
            "ScaledJob worker runs at most 10 jobs at once, by KEDA. 3 of them run at all times, whether or not there are tasks; 7 are left for tasks.",
        );
        expect(of("bounds", { minReplicaCount: 1 })).toContain("1 of them runs at all times");
        expect(of("bounds", { minReplicaCount: 10 })).toContain("none is left for tasks");
        expect(of("trigger", { minReplicaCount: 3 })).toContain("7 items ask for the ceiling of 7");
        // The example has two jobs more than those.
        expect(of("strategy", { minReplicaCount: 3 })).toContain(
            "with 23 items and 5 running jobs, 5 more start",
        );
    });

    it("says so where the ceiling is KEDA's own, where each job has several pods, and where nothing is known", () => {
        expect(of("bounds", { maxReplicaCount: undefined })).toContain(
            "at most 100 jobs at once (KEDA's default)",
        );
        expect(of("bounds", { jobTargetRef: jobTarget({ parallelism: 3 }) })).toContain(
            "Each runs 3 pods at a time.",
        );
        expect(of("unknown", { maxReplicaCount: unknown() })).toContain("how many is not known here");
        expect(of("strategy", { maxReplicaCount: unknown() })).toBe("");
    });

    it("does not hide that custom passes the ceiling", () => {
        const custom = (percentage: string) => ({
            scalingStrategy: { strategy: "custom", customScalingRunningJobPercentage: percentage },
        });
        expect(of("bounds", custom("0.5"))).toBe(
            "ScaledJob worker runs at most 20 jobs at once, by KEDA, although the ceiling is 10: custom takes only a part of the running ones off.",
        );
        expect(of("bounds", custom("0"))).toContain("runs jobs without any limit");
        expect(of("bounds", custom("1"))).toBe("ScaledJob worker runs at most 10 jobs at once, by KEDA.");
    });
});

describe("the example of a strategy", () => {
    it("counts as KEDA does: 23 items, and 2 jobs that run", () => {
        const five = { triggers: [redis({ listLength: "5" })] };
        expect(strategy({}, five)).toBe(
            "At each look the jobs that run are taken off what is asked for: with 23 items and 2 running jobs, 3 more start.",
        );
        expect(strategy({ strategy: "accurate" }, five)).toContain("5 more start.");
        expect(strategy({ strategy: "eager" }, five)).toContain("5 more start.");
        const custom = {
            strategy: "custom",
            customScalingQueueLengthDeduction: 2,
            customScalingRunningJobPercentage: "0.5",
        };
        expect(strategy(custom, five)).toBe(
            "At each look 2 and 50 % of the jobs that run are taken off what is asked for: with 23 items and 2 running jobs, 2 more start.",
        );
        expect(strategy({}, { ...five, maxReplicaCount: 3 })).toContain("1 more starts.");
        expect(strategy({}, { ...five, maxReplicaCount: 2 })).toContain("none starts.");
    });

    it("knows the activation threshold, and what a query gives", () => {
        const asleep = { triggers: [redis({ listLength: "1", activationListLength: "23" })] };
        expect(strategy({}, asleep)).toContain("none starts.");
        expect(
            strategy({}, { triggers: [redis({ listLength: "1", activationListLength: "22" })] }),
        ).toContain("8 more start.");
        const metadata = { serverAddress: "http://p", query: "q", threshold: "4" };
        expect(strategy({}, { triggers: [{ type: "prometheus", metadata }] })).toContain(
            "with a result of 23 and 2 running jobs, 4 more start.",
        );
    });

    it("is left out where there is no number of tasks", () => {
        for (const triggers of [[cron()], [redis({ listLength: unknown() })], [cpu()], unknown()]) {
            expect(strategy({}, { triggers })).toBe(
                "At each look the jobs that run are taken off what is asked for.",
            );
        }
    });

    it("says when a job counts as started, which only accurate asks", () => {
        const accurate = { strategy: "accurate" };
        expect(strategy(accurate)).toContain("once a container of its pod runs;");
        expect(strategy({ ...accurate, pendingPodConditions: ["Ready", "x/Taken"] })).toContain(
            "once its pod is Ready and x/Taken;",
        );
        expect(strategy({ ...accurate, pendingPodConditions: unknown() })).not.toContain("counts as started");
        const without = { pendingPodConditions: ["Ready"] };
        expect(strategy(without)).not.toContain("counts as started");
        expect(of("no-effect", { scalingStrategy: without })).toBe(
            "pendingPodConditions has no effect: default does not ask which jobs have started.",
        );
        expect(of("no-effect")).toBe("");
    });
});

describe("several triggers of jobs", () => {
    const decides = (multipleScalersCalculation: unknown): string | undefined =>
        sentences(
            [scaledJob({ triggers: [redis(), cron()], scalingStrategy: { multipleScalersCalculation } })],
            "trigger",
        ).at(-1);

    it("are combined as KEDA does, not as an HPA does", () => {
        expect(decides(undefined)).toBe(
            "Of several the one with the largest number decides, whatever its target is.",
        );
        expect(decides("min")).toContain("smallest number");
        expect(decides("avg")).toContain("average");
        expect(decides("sum")).toContain("sum");
        expect(decides(unknown())).toBe("Which of several decides is not known here.");
    });

    it("say of a window how many jobs it keeps, and of CPU that it starts none", () => {
        expect(sentences([scaledJob({ triggers: [cron(), cpu()] })], "trigger").slice(0, 2)).toEqual([
            'cron #1: 3 jobs from "0 8 * * 1-5" to "0 19 * * 1-5" in Europe/Berlin, about 55 hours a week.',
            "cpu #2: starts no jobs.",
        ]);
    });
});

describe("the end of jobs", () => {
    it("is told with and without a deadline, retries and a change", () => {
        expect(of("ends", { jobTargetRef: jobTarget() })).toContain(
            "without a deadline, so one that hangs stays",
        );
        expect(of("ends", { jobTargetRef: jobTarget() })).toContain("up to 6 times.");
        expect(of("ends", { jobTargetRef: jobTarget({ backoffLimit: 0 }) })).toContain("is not tried again.");
        expect(of("ends", { jobTargetRef: jobTarget({ backoffLimit: 1 }) })).toContain("up to 1 time.");
        expect(of("ends", { jobTargetRef: jobTarget({ backoffLimit: unknown() }) })).not.toContain(
            "tried again",
        );
    });

    it("is at once for all of them where a change deletes them, as KEDA's own default does", () => {
        const deletes = "A change of its spec deletes all of its jobs";
        expect(of("ends", { rollout: undefined })).toContain(deletes);
        expect(of("ends", { rollout: { strategy: "gradual" }, rolloutStrategy: "immediate" })).toContain(
            deletes,
        );
        expect(of("ends", { rolloutStrategy: "gradual", rollout: undefined })).toContain("alone");
        expect(of("ends", { rollout: { strategy: unknown() } })).not.toMatch(/alone|deletes/);
    });

    it("leaves as many to look at as are kept", () => {
        expect(of("ends", { successfulJobsHistoryLimit: 0, failedJobsHistoryLimit: 3 })).toContain(
            "keeps the last 0 that succeeded and the last 3 that failed",
        );
        expect(of("ends", { successfulJobsHistoryLimit: unknown() })).not.toContain("it keeps");
    });
});

it("says that jobs are paused, by the annotation that KEDA reads for them", () => {
    const annotations = (key: string, value: string) => ({ annotations: { [key]: value } });
    expect(of("paused", {}, annotations("autoscaling.keda.sh/paused", "true"))).toContain(
        "Paused where it is",
    );
    expect(of("paused", {}, annotations("autoscaling.keda.sh/paused-replicas", "3"))).toBe("");
    expect(
        sentences(manifests(resolved(changed(BATCH, ["scale", "pause"], "Everything"))), "paused"),
    ).toHaveLength(1);
});
