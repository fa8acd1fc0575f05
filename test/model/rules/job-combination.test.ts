import { describe, expect, it } from "vitest";
import { jobCombination } from "../../../model/rules/job-combination";
import { findings } from "./support/findings";
import { cpu, cron, redis, scaledJob, scaledObject, unknown } from "./support/objects";

describe("job-combination", () => {
    const on = (multipleScalersCalculation: unknown, ...triggers: object[]) =>
        scaledJob({ triggers, scalingStrategy: { multipleScalersCalculation } });
    const one = redis({ listLength: "1" });
    const hundred = redis({ listLength: "100" });

    it("warns where numbers with different targets are compared, as KEDA's default does", () => {
        for (const calculation of ["max", undefined, ""]) {
            expect(findings(jobCombination, on(calculation, one, hundred))).toMatchObject([
                {
                    severity: "warning",
                    message:
                        "max takes the trigger with the largest number, and the numbers are divided by 1 and 100: it need not be the one that asks for most jobs",
                    fix: "use sum where each trigger counts tasks of its own, or give all of them one target",
                    path: "spec.scalingStrategy.multipleScalersCalculation",
                },
            ]);
        }
        expect(findings(jobCombination, on("min", one, hundred))[0]?.message).toContain("fewest jobs");
    });

    it("takes the number of a window for jobs", () => {
        expect(findings(jobCombination, on("max", one, cron({ desiredReplicas: "7" })))).toEqual([]);
        expect(findings(jobCombination, on("max", hundred, cron()))).toHaveLength(1);
    });

    it("is quiet about one target, one trigger, other ways to combine, and what is not known", () => {
        expect(findings(jobCombination, on("max", one, one))).toEqual([]);
        expect(findings(jobCombination, on("max", hundred))).toEqual([]);
        for (const calculation of ["sum", "avg", unknown()]) {
            expect(findings(jobCombination, on(calculation, one, hundred))).toEqual([]);
        }
        expect(findings(jobCombination, on("max", one, redis({ listLength: unknown() })))).toEqual([]);
        expect(findings(jobCombination, on("max", one, cpu()))).toEqual([]);
        expect(findings(jobCombination, on("max", one, redis({ listLength: [] })))).toEqual([]);
        expect(findings(jobCombination, scaledObject({ triggers: [one, hundred] }))).toEqual([]);
    });
});
