import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { Declared, Path } from "../../../model/declared";
import { Unknown, valueAt } from "../../../model/declared";
import { readFleet } from "../../../model/fleet";
import { manifests } from "../../../model/manifests";
import type { AutoscaledAgentPoolArgs } from "../../../model/pool";
import { JobStrategy } from "../../../model/pool";
import { check } from "../../../model/rules";
import { Signal, scalerOf, startsJobs } from "../../../model/triggers";
import { SMALLEST } from "../triggers/support/smallest";
import { BATCH, TEMPLATED, changed, resolved } from "../pool/support/pools";

function scaledJob(args: AutoscaledAgentPoolArgs): Declared {
    const found = manifests(resolved(args)).find(({ role }) => role === "scaled-job");
    if (found === undefined) throw new Error("no ScaledJob");
    return found;
}

const at = (args: AutoscaledAgentPoolArgs, ...path: Path): unknown => valueAt(scaledJob(args).object, path);
const withJob = (job: object): AutoscaledAgentPoolArgs => changed(BATCH, ["workload", "job"], job);

describe("a pool of jobs", () => {
    it("is one ScaledJob, which is exactly the same as ever", () => {
        const declared = manifests(resolved(BATCH));
        expect(
            declared.map(({ role, type, object, options }) => ({ role, type, object, options })),
        ).toMatchSnapshot();
    });

    it("breaks no rule", () => {
        expect(check(readFleet(manifests(resolved(BATCH))))).toEqual([]);
    });

    it("breaks none of the rules for jobs with its own defaults, whatever starts its jobs", () => {
        const starting = SMALLEST.filter((trigger) => {
            const scaler = scalerOf(trigger);
            return scaler !== undefined && scaler.scaledJob && startsJobs(scaler);
        });
        expect(starting).toHaveLength(72);
        const broken = starting.flatMap((trigger) => {
            const args = changed(BATCH, ["scale", "triggers"], [trigger]);
            return check(readFleet(manifests(resolved(args))))
                .filter(({ id }) => id.startsWith("job-"))
                .map(({ id }) => `${scalerOf(trigger)?.type ?? ""}: ${id}`);
        });
        // Its smallest arguments have a group and no lagCount, so that a new entry never counts.
        expect(broken).toEqual(["redis-cluster-streams: job-count"]);
    });

    it("waits for what its triggers log in with", () => {
        const secret = { secret: { name: "redis", parameters: { password: "password" } } };
        const args = changed(BATCH, ["scale", "triggers", 0, "authentication"], secret);
        expect(manifests(resolved(args)).map(({ role }) => role)).toEqual([
            "authentication-queue",
            "scaled-job",
        ]);
        expect(scaledJob(args).options.dependsOn).toEqual(["authentication-queue"]);
        expect(at(args, "spec", "triggers", 0, "authenticationRef")).toEqual({ name: "research-queue" });
    });

    it("has no metric type, which the API server refuses, whatever its scaler", () => {
        const prometheus = { serverAddress: "http://p", query: "q", signal: Signal.Total, threshold: 2 };
        const args = changed(BATCH, ["scale", "triggers"], [{ prometheus }]);
        expect(at(args, "spec", "triggers", 0)).toEqual({
            type: "prometheus",
            metadata: { serverAddress: "http://p", query: "q", threshold: "2", ignoreNullValues: "false" },
        });
    });

    it("does not name KEDA's default strategy, which KEDA 2.20.0 and 2.20.1 refuse by its name", () => {
        const given = withJob({ scalingStrategy: JobStrategy.Default });
        expect(at(given, "spec", "scalingStrategy")).toEqual({ multipleScalersCalculation: "max" });
    });

    it("writes a share as KEDA reads it, and a deduction even where there is none", () => {
        const custom = { scalingStrategy: JobStrategy.Custom, customScalingRunningJobPercentage: 1e-7 };
        expect(at(withJob(custom), "spec", "scalingStrategy")).toEqual({
            strategy: "custom",
            customScalingQueueLengthDeduction: 0,
            customScalingRunningJobPercentage: "0.0000001",
            multipleScalersCalculation: "max",
        });
    });

    it("takes what is given", () => {
        const job = {
            scalingStrategy: JobStrategy.Accurate,
            pendingPodConditions: ["example.com/TaskTaken"],
            multipleScalersCalculation: "sum",
            rollout: "immediate",
            successfulJobsHistoryLimit: 0,
            failedJobsHistoryLimit: 3,
            activeDeadlineSeconds: 60,
            backoffLimit: 0,
        };
        expect(at(withJob(job), "spec")).toMatchObject({
            jobTargetRef: { activeDeadlineSeconds: 60, backoffLimit: 0 },
            successfulJobsHistoryLimit: 0,
            failedJobsHistoryLimit: 3,
            rollout: { strategy: "immediate" },
            scalingStrategy: {
                strategy: "accurate",
                pendingPodConditions: ["example.com/TaskTaken"],
                multipleScalersCalculation: "sum",
            },
        });
        expect(at(changed(BATCH, ["task"], undefined), "spec", "jobTargetRef")).not.toHaveProperty(
            "activeDeadlineSeconds",
        );
    });

    it("lets a failed pod be tried again as a new one, and leaves a template's own choice alone", () => {
        const RESTART = ["spec", "jobTargetRef", "template", "spec", "restartPolicy"];
        expect(at(BATCH, ...RESTART)).toBe("Never");
        const workload = { ...TEMPLATED.workload, kind: "Job" as const };
        expect(at({ ...TEMPLATED, workload }, ...RESTART)).toBeUndefined();
    });

    it("is not waited for where it is paused, since KEDA then calls it Ready without a look at its triggers", () => {
        const annotations = (args: AutoscaledAgentPoolArgs) => at(args, "metadata", "annotations");
        expect(annotations(BATCH)).toMatchObject({
            "pulumi.com/waitFor": "condition=Ready",
            "pulumi.com/timeoutSeconds": "120",
        });
        const paused = annotations(changed(BATCH, ["scale", "pause"], "Everything"));
        expect(paused).toMatchObject({ "autoscaling.keda.sh/paused": "true" });
        expect(paused).not.toHaveProperty(["pulumi.com/waitFor"]);
    });

    it("carries Outputs to where they belong", () => {
        const image = output("image");
        const args = changed(BATCH, ["workload", "container", "image"], image);
        expect(at(args, "spec", "jobTargetRef", "template", "spec", "containers", 0, "image")).toEqual(
            new Unknown("workload.container.image", image),
        );
    });
});

describe("a place in a ScaledJob", () => {
    const template: Path = ["spec", "jobTargetRef", "template"];

    it.each<[Path, string]>([
        [["metadata", "name"], "name"],
        [["spec", "minReplicaCount"], "scale.minReplicas"],
        [["spec", "maxReplicaCount"], "scale.maxReplicas"],
        [["spec", "pollingInterval"], "scale.pollingIntervalSeconds"],
        [["spec", "rollout", "strategy"], "workload.job.rollout"],
        [["spec", "rolloutStrategy"], "scale"],
        [["spec", "scalingStrategy", "strategy"], "workload.job.scalingStrategy"],
        [["spec", "scalingStrategy", "pendingPodConditions", 0], "workload.job.pendingPodConditions[0]"],
        [
            ["spec", "scalingStrategy", "customScalingRunningJobPercentage"],
            "workload.job.customScalingRunningJobPercentage",
        ],
        [
            ["spec", "scalingStrategy", "multipleScalersCalculation"],
            "workload.job.multipleScalersCalculation",
        ],
        [["spec", "successfulJobsHistoryLimit"], "workload.job.successfulJobsHistoryLimit"],
        [["spec", "failedJobsHistoryLimit"], "workload.job.failedJobsHistoryLimit"],
        [["spec", "jobTargetRef", "backoffLimit"], "workload.job.backoffLimit"],
        [["spec", "jobTargetRef", "activeDeadlineSeconds"], "workload.job.activeDeadlineSeconds"],
        [["spec", "jobTargetRef", "parallelism"], "workload.job"],
        [["spec", "triggers", 0, "metadata", "listName"], "scale.triggers[0].redis.listName"],
        [["spec", "triggers", 0, "metadata", "listLength"], "scale.triggers[0].redis.listLength"],
        [[...template, "spec", "terminationGracePeriodSeconds"], "workload.terminationGracePeriodSeconds"],
        [[...template, "spec", "containers", 0, "image"], "workload.container.image"],
        [
            [...template, "spec", "containers", 0, "resources", "requests", "cpu"],
            "workload.container.resources.requests.cpu",
        ],
    ])("%j leads to the argument %s", (path, argument) => {
        expect(scaledJob(BATCH).origin(path)).toEqual({ argument });
    });
});
