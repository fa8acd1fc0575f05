import { describe, expect, it } from "vitest";
import { jobDeadline } from "../../../model/rules/job-deadline";
import { allFindings, findings } from "./support/findings";
import { intent, jobTarget, scaledJob, secret, unknown } from "./support/objects";

describe("job-deadline", () => {
    const job = (activeDeadlineSeconds: unknown, task: object = { p99Seconds: 90 }) =>
        scaledJob({ jobTargetRef: jobTarget({ activeDeadlineSeconds }) }, intent({ task }));
    const path = "spec.jobTargetRef.activeDeadlineSeconds";

    it("warns of a deadline below the longest tasks, at the very number", () => {
        expect(findings(jobDeadline, job(89))).toMatchObject([
            {
                severity: "warning",
                message: "a job is stopped after 89 s, and the longest tasks take 90 s",
                fix: "use 90 or more; it counts from the first start, and all retries are in it",
                path,
            },
        ]);
        expect(findings(jobDeadline, job(90))).toEqual([]);
    });

    it("counts the start in, which is a part of the job's time", () => {
        const task = { p99Seconds: 90.5, coldStartSeconds: 30 };
        expect(findings(jobDeadline, job(120, task))).toMatchObject([
            {
                message:
                    "a job is stopped after 120 s, and the longest tasks take 90.5 s after a start of 30 s",
                fix: expect.stringContaining("use 121 or more") as string,
            },
        ]);
        expect(findings(jobDeadline, job(121, task))).toEqual([]);
    });

    it("is quiet without a deadline, and where nobody says how long tasks take", () => {
        expect(findings(jobDeadline, job(undefined))).toEqual([]);
        expect(findings(jobDeadline, job(1, {}))).toEqual([]);
        expect(
            findings(jobDeadline, scaledJob({ jobTargetRef: jobTarget({ activeDeadlineSeconds: 1 }) })),
        ).toEqual([]);
    });

    it("notes a deadline that is not known, and leaves a wrong type to reading", () => {
        for (const hidden of [unknown(), secret()]) {
            expect(findings(jobDeadline, job(hidden))).toMatchObject([{ severity: "note", path }]);
        }
        expect(findings(jobDeadline, job("60"))).toEqual([]);
        expect(allFindings(job("60")).map(({ id }) => id)).toContain("field-type");
    });
});
