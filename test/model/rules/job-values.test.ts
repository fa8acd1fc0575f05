import { describe, expect, it } from "vitest";
import { jobValues } from "../../../model/rules/job-values";
import { allFindings, findings } from "./support/findings";
import { jobTarget, scaledJob, scaledObject, unknown } from "./support/objects";

describe("job-values", () => {
    const job = (members: object) => scaledJob({ jobTargetRef: jobTarget(members) });

    it("reports numbers that the API server refuses", () => {
        const history = scaledJob({ successfulJobsHistoryLimit: -1, failedJobsHistoryLimit: -2 });
        expect(findings(jobValues, history)).toMatchObject([
            {
                severity: "error",
                message: "failedJobsHistoryLimit is -2, and the API server refuses it",
                fix: "use 0 or more, or remove it",
                path: "spec.failedJobsHistoryLimit",
            },
            { path: "spec.successfulJobsHistoryLimit" },
        ]);
        expect(findings(jobValues, job({ backoffLimit: -1 }))).toMatchObject([
            { severity: "error", path: "spec.jobTargetRef.backoffLimit" },
        ]);
    });

    it("reports numbers with which no job does anything", () => {
        expect(findings(jobValues, job({ parallelism: 0 }))).toMatchObject([
            {
                severity: "error",
                message: "parallelism is 0, and a job runs no pod and never ends, or is refused",
                fix: "use 1 or more, or remove it",
            },
        ]);
        expect(findings(jobValues, job({ activeDeadlineSeconds: 0 }))).toHaveLength(1);
    });

    it("is quiet at the very numbers, and where none are written", () => {
        const least = { backoffLimit: 0, parallelism: 1, activeDeadlineSeconds: 1 };
        expect(findings(jobValues, job(least))).toEqual([]);
        const none = { successfulJobsHistoryLimit: 0, failedJobsHistoryLimit: 0 };
        expect(findings(jobValues, scaledJob(none))).toEqual([]);
        expect(findings(jobValues, scaledJob())).toEqual([]);
        expect(findings(jobValues, scaledObject({ successfulJobsHistoryLimit: -1 }))).toEqual([]);
    });

    it("takes no number that is not known for a wrong one, and leaves a wrong type to reading", () => {
        expect(findings(jobValues, job({ backoffLimit: unknown(), parallelism: unknown() }))).toMatchObject([
            { severity: "note", path: "spec.jobTargetRef.backoffLimit" },
            { severity: "note", path: "spec.jobTargetRef.parallelism" },
        ]);
        expect(findings(jobValues, job({ backoffLimit: "2" }))).toEqual([]);
        expect(allFindings(job({ backoffLimit: "2" })).map(({ id }) => id)).toContain("field-type");
    });
});
