import { describe, expect, it } from "vitest";
import { Unknown } from "../../../model/declared";
import type { Declared } from "../../../model/declared";
import type { FleetJobs, FleetScaler } from "../../../model/fleet";
import { effectiveStrategy, jobPercentage, jobRules, readFleet, scaledThing } from "../../../model/fleet";
import {
    cpu,
    deployment,
    disruptionBudget,
    intent,
    jobTarget,
    redis,
    scaledJob,
    scaledObject,
    secret,
    unknown,
} from "../rules/support/objects";

function read(...objects: readonly Declared[]): { scaler: FleetScaler; jobs: FleetJobs } {
    const [scaler] = readFleet(objects).scalers;
    if (scaler?.jobs === undefined) throw new Error("there are no jobs");
    return { scaler, jobs: scaler.jobs };
}

const withStrategy = (scalingStrategy: object, spec: object = {}) =>
    read(scaledJob({ scalingStrategy, ...spec }));

describe("a ScaledJob in the fleet", () => {
    it("is a scaler, and the workload that it scales", () => {
        const fleet = readFleet([scaledJob(), deployment()]);
        expect(fleet.scalers.map(({ engine }) => engine)).toEqual(["keda-jobs"]);
        expect(fleet.workloads.map(({ kind }) => kind)).toEqual(["ScaledJob", "Deployment"]);
        const [scaler] = fleet.scalers;
        expect(scaler?.workload).toBe(fleet.workloads[0]);
        expect(scaler).toMatchObject({
            name: "worker",
            namespace: "agents",
            target: { apiVersion: "batch/v1", kind: "Job", name: undefined },
            maxStated: true,
        });
        expect(scaler?.workload).toMatchObject({
            podSpecPath: ["spec", "jobTargetRef", "template", "spec"],
            podSpec: { containers: [{ name: "agent" }] },
            podLabels: { app: "worker", "scaledjob.keda.sh/name": "worker" },
            isPodSpecUnknown: false,
        });
        expect(fleet.problems).toEqual([]);
    });

    it("reads whose variables its triggers use, and the annotations that are KEDA's", () => {
        const annotations = { "autoscaling.keda.sh/paused": "true", team: "agents" };
        const { scaler } = read(scaledJob({ envSourceContainerName: "agent" }, { annotations }));
        expect(scaler.environmentSource).toEqual({
            path: ["spec", "envSourceContainerName"],
            value: "agent",
        });
        expect([...scaler.kedaAnnotations]).toEqual([
            [
                "autoscaling.keda.sh/paused",
                { path: ["metadata", "annotations", "autoscaling.keda.sh/paused"], value: "true" },
            ],
        ]);
    });

    it("runs what it declares itself, whatever else has its name or has none", () => {
        const [job, object] = readFleet([scaledJob(), deployment(), scaledObject()]).scalers;
        expect([job?.workload?.kind, object?.workload?.kind]).toEqual(["ScaledJob", "Deployment"]);
        const twice = readFleet([scaledJob(), scaledJob()]);
        expect(twice.scalers.map(({ declared, workload }) => workload?.declared === declared)).toEqual([
            true,
            true,
        ]);
        const nameless = readFleet([scaledJob({}, { name: undefined }), scaledJob({}, { name: unknown() })]);
        expect(nameless.scalers.map(({ declared, workload }) => workload?.declared === declared)).toEqual([
            true,
            true,
        ]);
    });

    it("carries its intent on itself, and a bad one is told once", () => {
        const task = intent({ task: { p99Seconds: 90 } });
        expect(read(scaledJob({}, task)).scaler.intent?.task).toEqual({ p99Seconds: 90 });
        const bad = readFleet([scaledJob({}, { annotations: { "agent-autoscaling/intent": "{" } })]);
        expect(bad.problems.map(({ id }) => id)).toEqual(["intent-annotation"]);
    });

    it("is held by the budgets of its pods", () => {
        const own = { selector: { matchLabels: { "scaledjob.keda.sh/name": "worker" } } };
        const [workload] = readFleet([scaledJob(), disruptionBudget(), disruptionBudget(own)]).workloads;
        expect(workload?.disruptionBudgets).toHaveLength(2);
    });

    it("has every field with its place, and KEDA's or Kubernetes' default where there is none", () => {
        const { scaler, jobs } = read(scaledJob({ scalingStrategy: undefined, rollout: undefined }));
        expect(scaler).toMatchObject({
            min: { value: 0, path: ["spec", "minReplicaCount"] },
            max: { value: 10 },
            pollingInterval: { value: 30 },
            cooldown: { value: undefined },
            fallback: undefined,
            modifiers: undefined,
        });
        const at = (...path: string[]) => ["spec", ...path];
        expect(jobs).toEqual({
            strategy: { value: "default", path: at("scalingStrategy", "strategy") },
            deduction: { value: undefined, path: at("scalingStrategy", "customScalingQueueLengthDeduction") },
            percentage: {
                value: undefined,
                path: at("scalingStrategy", "customScalingRunningJobPercentage"),
            },
            pendingPodConditions: [],
            pendingPodConditionsPath: at("scalingStrategy", "pendingPodConditions"),
            arePendingPodConditionsUnknown: false,
            calculation: { value: "max", path: at("scalingStrategy", "multipleScalersCalculation") },
            rollout: { value: undefined, path: at("rollout", "strategy") },
            formerRollout: { value: undefined, path: at("rolloutStrategy") },
            propagation: { value: "background", path: at("rollout", "propagationPolicy") },
            successfulHistory: { value: 100, path: at("successfulJobsHistoryLimit") },
            failedHistory: { value: 100, path: at("failedJobsHistoryLimit") },
            parallelism: { value: 1, path: at("jobTargetRef", "parallelism") },
            backoffLimit: { value: 6, path: at("jobTargetRef", "backoffLimit") },
            activeDeadline: { value: undefined, path: at("jobTargetRef", "activeDeadlineSeconds") },
        });
        expect(read(scaledJob({ maxReplicaCount: undefined })).scaler).toMatchObject({
            max: { value: 100 },
            maxStated: false,
        });
    });

    it("reads what is written, and an empty text as none", () => {
        const scalingStrategy = {
            strategy: "",
            customScalingQueueLengthDeduction: 2,
            customScalingRunningJobPercentage: "0.5",
            pendingPodConditions: ["Ready"],
            multipleScalersCalculation: "sum",
        };
        const { jobs } = withStrategy(scalingStrategy, {
            rollout: { strategy: "immediate", propagationPolicy: "foreground" },
            rolloutStrategy: "gradual",
            successfulJobsHistoryLimit: 0,
            jobTargetRef: jobTarget({ parallelism: 3, backoffLimit: 0, activeDeadlineSeconds: 60 }),
        });
        const values = Object.fromEntries(
            Object.entries(jobs).map(([member, field]) => [member, (field as { value?: unknown }).value]),
        );
        expect(values).toMatchObject({
            strategy: "default",
            deduction: 2,
            percentage: "0.5",
            calculation: "sum",
            rollout: "immediate",
            formerRollout: "gradual",
            propagation: "foreground",
            successfulHistory: 0,
            parallelism: 3,
            backoffLimit: 0,
            activeDeadline: 60,
        });
        expect(jobs.pendingPodConditions.map(({ value }) => value)).toEqual(["Ready"]);
    });

    it("takes no metric type for one: each scaler keeps its own", () => {
        const triggers = [
            redis({}, { metricType: "Value" }),
            cpu(),
            { type: "splunk-observability", metadata: {} },
        ];
        const { scaler } = read(scaledJob({ triggers }));
        expect(scaler.triggers.map(({ effectiveMetricType }) => effectiveMetricType)).toEqual([
            "AverageValue",
            undefined,
            "Value",
        ]);
        expect(scaler.triggers[0]?.metricType.value).toBe("Value");
    });

    it("tells what is not known from what is not there, and wrong types by their place", () => {
        const hidden = read(
            scaledJob({ scalingStrategy: { strategy: secret(), pendingPodConditions: unknown() } }),
        );
        expect(hidden.jobs.strategy.value).toBeInstanceOf(Unknown);
        expect(hidden.jobs).toMatchObject({ pendingPodConditions: [], arePendingPodConditionsUnknown: true });
        const pod = read(scaledJob({ jobTargetRef: unknown() })).scaler.workload;
        expect(pod).toMatchObject({ podSpec: {}, isPodSpecUnknown: true });
        const wrong = readFleet([
            scaledJob({
                scalingStrategy: { strategy: 5, pendingPodConditions: "Ready" },
                minReplicaCount: "1",
            }),
        ]);
        expect(wrong.problems.map(({ path }) => path).sort()).toEqual([
            "spec.minReplicaCount",
            "spec.scalingStrategy.pendingPodConditions",
            "spec.scalingStrategy.strategy",
        ]);
        expect(readFleet([scaledJob({ triggers: unknown() })]).scalers[0]?.areTriggersUnknown).toBe(true);
        for (const spec of [undefined, null, "x", unknown(), []]) {
            const object = { ...scaledJob().object, spec };
            expect(() => readFleet([{ ...scaledJob(), object }])).not.toThrow();
        }
    });
});

describe("how a ScaledJob makes jobs", () => {
    it("has each part with its default, and bounds as KEDA reads them", () => {
        expect(jobRules(read(scaledJob({ minReplicaCount: 3 })).scaler)).toEqual({
            extra: 3,
            most: 7,
            strategy: "accurate",
            deduction: 0,
            percentage: 0,
            calculation: "max",
        });
        const unstated = read(scaledJob({ minReplicaCount: 3, maxReplicaCount: undefined })).scaler;
        expect(jobRules(unstated)).toMatchObject({ extra: 3, most: 100 });
    });

    it("is default in place of a custom that KEDA cannot read", () => {
        const custom = (customScalingRunningJobPercentage: unknown) =>
            withStrategy({ strategy: "custom", customScalingRunningJobPercentage }).jobs;
        expect(effectiveStrategy(custom("0.5"))).toBe("custom");
        expect(jobPercentage(custom("0.5"))).toBe(0.5);
        for (const text of [undefined, "50%", ""]) {
            expect(effectiveStrategy(custom(text))).toBe("default");
            expect(jobPercentage(custom(text))).toBeUndefined();
        }
        expect(effectiveStrategy(custom(unknown()))).toBeUndefined();
    });

    it("is not known where a part is not, or is nothing that the API server takes", () => {
        for (const spec of [
            { minReplicaCount: unknown() },
            { maxReplicaCount: unknown() },
            { minReplicaCount: -1 },
            { maxReplicaCount: 0 },
            { scalingStrategy: { strategy: "fast" } },
            { scalingStrategy: { strategy: unknown() } },
            { scalingStrategy: { multipleScalersCalculation: "average" } },
            { scalingStrategy: { multipleScalersCalculation: unknown() } },
            {
                scalingStrategy: {
                    strategy: "custom",
                    customScalingRunningJobPercentage: "1",
                    customScalingQueueLengthDeduction: unknown(),
                },
            },
        ]) {
            expect(jobRules(read(scaledJob(spec)).scaler), JSON.stringify(spec)).toBeUndefined();
        }
        const [replicas] = readFleet([scaledObject()]).scalers;
        if (replicas === undefined) throw new Error("there is no scaler");
        expect(jobRules(replicas)).toBeUndefined();
        expect([scaledThing(replicas), scaledThing(read(scaledJob()).scaler)]).toEqual(["replica", "job"]);
    });
});
