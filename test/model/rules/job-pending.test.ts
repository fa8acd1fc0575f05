import { describe, expect, it } from "vitest";
import { jobPending } from "../../../model/rules/job-pending";
import { allFindings, findings } from "./support/findings";
import { scaledJob, scaledObject, secret, unknown } from "./support/objects";

describe("job-pending", () => {
    const conditions = (pendingPodConditions: unknown, strategy: unknown = "accurate") =>
        scaledJob({ scalingStrategy: { strategy, pendingPodConditions } });
    const path = "spec.scalingStrategy.pendingPodConditions";

    it("warns of accurate without conditions", () => {
        for (const none of [undefined, null, []]) {
            expect(findings(jobPending, conditions(none))).toMatchObject([
                {
                    severity: "warning",
                    message:
                        "a job counts as started when a container of its pod runs: until it has taken its task, each look starts another one for it",
                    path,
                },
            ]);
        }
    });

    it("reports a condition that is there twice, with which no job ever starts", () => {
        for (const strategy of ["accurate", "eager"]) {
            expect(
                findings(jobPending, conditions(["Ready", "PodScheduled", "Ready"], strategy)),
            ).toMatchObject([
                {
                    severity: "error",
                    message:
                        '"Ready" is there twice, and KEDA counts conditions: no job ever counts as started',
                    path: `${path}[2]`,
                },
            ]);
        }
        expect(findings(jobPending, conditions([unknown(), unknown()]))).toEqual([]);
    });

    it("is quiet where conditions are there, and where the strategy does not read them", () => {
        expect(findings(jobPending, conditions(["Ready"]))).toEqual([]);
        expect(findings(jobPending, conditions(undefined, "eager"))).toEqual([]);
        for (const strategy of ["default", "", null, unknown()]) {
            expect(findings(jobPending, conditions(["Ready", "Ready"], strategy))).toEqual([]);
            expect(findings(jobPending, conditions(undefined, strategy))).toEqual([]);
        }
        // KEDA takes default for a custom that it cannot read.
        expect(findings(jobPending, conditions(undefined, "custom"))).toEqual([]);
        expect(findings(jobPending, scaledObject())).toEqual([]);
    });

    it("notes a list that is not known, and leaves a wrong type to reading", () => {
        for (const hidden of [unknown(), secret()]) {
            expect(findings(jobPending, conditions(hidden))).toMatchObject([{ severity: "note", path }]);
        }
        expect(allFindings(conditions("Ready")).map(({ id }) => id)).toContain("field-type");
    });
});
