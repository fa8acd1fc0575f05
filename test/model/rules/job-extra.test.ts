import { describe, expect, it } from "vitest";
import { jobExtra } from "../../../model/rules/job-extra";
import { findings } from "./support/findings";
import { scaledJob, scaledObject, unknown } from "./support/objects";

describe("job-extra", () => {
    const bounds = (minReplicaCount: unknown, maxReplicaCount: unknown = 10) =>
        scaledJob({ minReplicaCount, maxReplicaCount });

    it("warns where no job is left for tasks", () => {
        expect(findings(jobExtra, bounds(10))).toMatchObject([
            {
                severity: "warning",
                message:
                    "all of the 10 jobs run at all times, and none is left for tasks: the triggers start nothing",
                path: "spec.minReplicaCount",
            },
        ]);
    });

    it("warns where fewer are left for tasks than run without any, at the very number", () => {
        expect(findings(jobExtra, bounds(5))).toEqual([]);
        expect(findings(jobExtra, bounds(6))).toMatchObject([
            {
                message:
                    "6 of at most 10 jobs run at all times, whether or not there are tasks, and 4 are left for tasks",
            },
        ]);
    });

    it("is quiet about no extra jobs, about KEDA's own ceiling, and about a floor that scale-bounds refuses", () => {
        expect(findings(jobExtra, bounds(0, 1))).toEqual([]);
        expect(findings(jobExtra, bounds(undefined, 1))).toEqual([]);
        expect(findings(jobExtra, bounds(60, null))).toEqual([]);
        expect(findings(jobExtra, bounds(11))).toEqual([]);
        expect(findings(jobExtra, bounds(-1))).toEqual([]);
    });

    it("leaves bounds that are not known to scale-bounds, and wrong ones to reading", () => {
        expect(findings(jobExtra, bounds(unknown()))).toEqual([]);
        expect(findings(jobExtra, bounds(9, unknown()))).toEqual([]);
        expect(findings(jobExtra, bounds("9"))).toEqual([]);
        expect(findings(jobExtra, scaledObject({ minReplicaCount: 10, maxReplicaCount: 10 }))).toEqual([]);
    });
});
