import { describe, expect, it } from "vitest";
import { jobStrategy } from "../../../model/rules/job-strategy";
import { allFindings, findings } from "./support/findings";
import { scaledJob, scaledObject, secret, unknown } from "./support/objects";

describe("job-strategy", () => {
    const strategy = (scalingStrategy: object, spec: object = {}) =>
        scaledJob({ maxReplicaCount: 4, scalingStrategy, ...spec });
    const custom = (percentage: unknown, more: object = {}, spec: object = {}) =>
        strategy({ strategy: "custom", customScalingRunningJobPercentage: percentage, ...more }, spec);
    const PERCENTAGE = "spec.scalingStrategy.customScalingRunningJobPercentage";

    it("reports a name that KEDA does not have, and the one that was meant", () => {
        expect(findings(jobStrategy, strategy({ strategy: "Accurate" }))).toMatchObject([
            {
                severity: "error",
                message: '"Accurate" is no strategy of KEDA',
                fix: "did you mean accurate?",
                path: "spec.scalingStrategy.strategy",
            },
        ]);
        expect(findings(jobStrategy, strategy({ strategy: "fastest-of-all" }))[0]?.fix).toBe(
            "use one of default, custom, accurate, eager",
        );
        expect(findings(jobStrategy, strategy({ multipleScalersCalculation: "average" }))).toMatchObject([
            {
                severity: "error",
                message: '"average" is no way to combine triggers of KEDA',
                path: "spec.scalingStrategy.multipleScalersCalculation",
            },
        ]);
    });

    it("reports a custom without a share that KEDA can read: it takes default and says nothing", () => {
        for (const missing of [undefined, ""]) {
            expect(findings(jobStrategy, custom(missing))).toMatchObject([
                {
                    severity: "error",
                    message:
                        "custom has no customScalingRunningJobPercentage, and KEDA then takes default without a word",
                    path: PERCENTAGE,
                },
            ]);
        }
        for (const text of ["50%", "0,5", " 0.5", "half", "1".repeat(401)]) {
            expect(findings(jobStrategy, custom(text))).toMatchObject([
                { severity: "error", message: expect.stringContaining("is not a decimal number") as string },
            ]);
        }
        for (const text of ["1", "1.0", "+1", "1.", "10e-1", "2", `1.${"0".repeat(300)}`]) {
            expect(findings(jobStrategy, custom(text))).toEqual([]);
        }
    });

    it("warns where custom passes the ceiling, with the number that it reaches", () => {
        expect(findings(jobStrategy, custom("0.5"))).toMatchObject([
            {
                severity: "warning",
                message: "custom takes only 0.5 of the running jobs off: up to 8 run, and the ceiling is 4",
                path: PERCENTAGE,
            },
        ]);
        expect(findings(jobStrategy, custom("0"))).toMatchObject([
            { message: expect.stringContaining("the ceiling of 4 does not hold") as string },
        ]);
        expect(findings(jobStrategy, custom("0.5", { customScalingQueueLengthDeduction: 2 }))).toEqual([]);
        const extra = custom("0.5", {}, { minReplicaCount: 1 });
        expect(findings(jobStrategy, extra)[0]?.message).toContain("up to 7 run, and the ceiling is 4");
        expect(findings(jobStrategy, custom("0.5", {}, { maxReplicaCount: unknown() }))).toEqual([]);
    });

    it("warns of what only custom reads", () => {
        const others = { customScalingRunningJobPercentage: "1", customScalingQueueLengthDeduction: 1 };
        expect(findings(jobStrategy, strategy({ strategy: "accurate", ...others }))).toMatchObject([
            {
                severity: "warning",
                message: "customScalingQueueLengthDeduction has no effect: the strategy is accurate",
            },
            {
                severity: "warning",
                message: "customScalingRunningJobPercentage has no effect: the strategy is accurate",
            },
        ]);
        expect(findings(jobStrategy, strategy(others))[0]?.message).toContain("the strategy is default");
        const open = { customScalingRunningJobPercentage: unknown(), strategy: "eager" };
        expect(findings(jobStrategy, strategy(open))).toHaveLength(1);
    });

    it("notes what is not known, and leaves wrong types to reading", () => {
        for (const hidden of [unknown(), secret()]) {
            expect(
                findings(
                    jobStrategy,
                    strategy({ strategy: hidden, ...{ customScalingQueueLengthDeduction: 1 } }),
                ),
            ).toMatchObject([{ severity: "note", path: "spec.scalingStrategy.strategy" }]);
            expect(findings(jobStrategy, custom(hidden))).toMatchObject([
                { severity: "note", path: PERCENTAGE },
            ]);
            const deduction = custom("1", { customScalingQueueLengthDeduction: hidden });
            expect(findings(jobStrategy, deduction)).toMatchObject([{ severity: "note" }]);
        }
        expect(allFindings(custom(0.5)).map(({ id }) => id)).toContain("field-type");
    });

    it("is quiet about KEDA's own names, an empty one, and a ScaledObject", () => {
        for (const name of ["default", "accurate", "eager", "", undefined]) {
            expect(findings(jobStrategy, strategy({ strategy: name }))).toEqual([]);
        }
        for (const name of ["max", "min", "avg", "sum", "", undefined]) {
            expect(findings(jobStrategy, strategy({ multipleScalersCalculation: name }))).toEqual([]);
        }
        expect(findings(jobStrategy, scaledObject({ scalingStrategy: { strategy: "x" } }))).toEqual([]);
    });
});
