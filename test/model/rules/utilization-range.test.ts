import { describe, expect, it } from "vitest";
import { utilizationRange } from "../../../model/rules/utilization-range";
import { findings } from "./support/findings";
import {
    cpu,
    horizontalPodAutoscaler,
    redis,
    resourceMetric,
    scaledJob,
    scaledObject,
    unknown,
} from "./support/objects";

describe("utilization-range", () => {
    const at = (value: unknown, trigger: object = {}) =>
        scaledObject({ triggers: [cpu({ value }, trigger)] });

    it("reports targets that leave no room, and those that leave nothing else", () => {
        expect(findings(utilizationRange, at("95"))).toMatchObject([
            {
                severity: "warning",
                message:
                    "the pool grows only above 95 % of the cpu request, which leaves no room until a new replica works",
                fix: "use 50 to 80 %, and a request of what a busy pod uses",
                path: "spec.triggers[0].metadata.value",
            },
        ]);
        expect(findings(utilizationRange, at("5"))).toMatchObject([
            {
                message:
                    "the pool grows above 5 % of the cpu request already, and the rest of it is never used",
            },
        ]);
    });

    it("is quiet at the very bounds, and about anything that is no share", () => {
        for (const value of ["20", "70", "90"]) expect(findings(utilizationRange, at(value))).toEqual([]);
        for (const value of ["19", "91"]) expect(findings(utilizationRange, at(value))).toHaveLength(1);
        expect(findings(utilizationRange, at("500m", { metricType: "AverageValue" }))).toEqual([]);
        expect(
            findings(utilizationRange, scaledObject({ triggers: [redis({ listLength: "500" })] })),
        ).toEqual([]);
    });

    it("judges a native autoscaler, of memory too", () => {
        const metrics = [resourceMetric("memory", { type: "Utilization", averageUtilization: 99 })];
        expect(findings(utilizationRange, horizontalPodAutoscaler({ metrics }))[0]?.message).toContain(
            "memory",
        );
    });

    it("leaves what is not known, or not above 0, to target-positive", () => {
        for (const value of [unknown(), "0", "-5", "many"]) {
            expect(findings(utilizationRange, at(value))).toEqual([]);
        }
    });

    it("leaves jobs to job-triggers, for which nothing is measured", () => {
        expect(findings(utilizationRange, scaledJob({ triggers: [cpu({ value: "99" })] }))).toEqual([]);
        expect(findings(utilizationRange, scaledJob({ triggers: [cpu({ value: "5" })] }))).toEqual([]);
    });
});
