import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { ceilingLimit } from "../../../model/rules/ceiling-limit";
import { findings, strictFindings } from "./support/findings";
import {
    horizontalPodAutoscaler,
    jobTarget,
    scaledJob,
    scaledObject,
    secret,
    unknown,
} from "./support/objects";

describe("ceiling-limit", () => {
    const found = (...objects: readonly Declared[]) => strictFindings(ceilingLimit, {}, ...objects);

    it("reports a ceiling above 50, and gives the number", () => {
        expect(found(scaledObject({ maxReplicaCount: 51 }))).toMatchObject([
            {
                severity: "error",
                message: "the ceiling is 51 replicas, and one pool may run at most 50",
                fix: "use a ceiling of 50 or less",
                path: "spec.maxReplicaCount",
            },
        ]);
        expect(found(horizontalPodAutoscaler({ maxReplicas: 80 }))).toMatchObject([
            { fix: "use a ceiling of 50 or less", path: "spec.maxReplicas" },
        ]);
    });

    it("is quiet at the very number, and asks for nothing by default", () => {
        expect(found(scaledObject({ maxReplicaCount: 50 }), scaledJob({ maxReplicaCount: 50 }))).toEqual([]);
        expect(findings(ceilingLimit, scaledObject({ maxReplicaCount: 500 }))).toEqual([]);
    });

    it("goes by the organisation's own number", () => {
        expect(
            strictFindings(ceilingLimit, { replicas: 500 }, scaledObject({ maxReplicaCount: 500 })),
        ).toEqual([]);
        expect(
            strictFindings(ceilingLimit, { replicas: 4 }, scaledObject({ maxReplicaCount: 5 })),
        ).toMatchObject([{ fix: "use a ceiling of 4 or less" }]);
    });

    it("counts KEDA's own ceiling where none is written", () => {
        expect(found(scaledObject({ maxReplicaCount: undefined }))).toMatchObject([
            {
                message:
                    "without a ceiling of its own it runs up to 100 pods, and one pool may run at most 50",
            },
        ]);
        expect(found(scaledJob({ maxReplicaCount: undefined, minReplicaCount: 3 }))[0]?.message).toContain(
            "up to 103 pods",
        );
    });

    it("counts the pods of jobs, and those that the strategy adds", () => {
        const parallel = { jobTargetRef: jobTarget({ parallelism: 4 }) };
        expect(found(scaledJob({ ...parallel, maxReplicaCount: 12 }))).toEqual([]);
        expect(found(scaledJob({ ...parallel, maxReplicaCount: 13 }))).toMatchObject([
            {
                message: "its jobs run up to 52 pods, and one pool may run at most 50",
                fix: "use a ceiling of 12 or less",
            },
        ]);
        const wide = { jobTargetRef: jobTarget({ parallelism: 60 }), maxReplicaCount: 1 };
        expect(found(scaledJob(wide))).toMatchObject([{ fix: "run at most 50 pods in parallel in a job" }]);
        const custom = (percentage: string, maxReplicaCount = 30) =>
            scaledJob({
                maxReplicaCount,
                scalingStrategy: { strategy: "custom", customScalingRunningJobPercentage: percentage },
            });
        expect(found(custom("1"))).toEqual([]);
        expect(found(custom("0.5"))).toMatchObject([
            {
                message: "its jobs run up to 60 pods, and one pool may run at most 50",
                fix: "use a strategy that keeps to the ceiling: default, accurate or eager",
            },
        ]);
        expect(found(custom("0.5", 50))[0]?.fix).toMatch(/^use a strategy/);
        expect(found(custom("0.5", 51))[0]?.fix).toBe("use a ceiling of 50 or less");
        expect(found(custom("0"))).toMatchObject([
            { message: "the strategy custom sets its jobs no limit, and one pool may run at most 50" },
        ]);
    });

    it("leaves a ceiling to scale-bounds that is not known, and one of the wrong type to its reader", () => {
        for (const max of [unknown(), secret(), "80", null]) {
            expect(found(horizontalPodAutoscaler({ maxReplicas: max }))).toEqual([]);
        }
        // The floor is not needed for it.
        expect(found(scaledObject({ maxReplicaCount: 51, minReplicaCount: unknown() }))).toHaveLength(1);
    });
});
