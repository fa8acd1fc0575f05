import { describe, expect, it } from "vitest";
import { jobRollout } from "../../../model/rules/job-rollout";
import { findings } from "./support/findings";
import { scaledJob, scaledObject, secret, unknown } from "./support/objects";

describe("job-rollout", () => {
    const rollout = (members: unknown, spec: object = {}) => scaledJob({ rollout: members, ...spec });

    it("warns of a rollout that deletes the jobs that run, written or by KEDA's default", () => {
        expect(findings(jobRollout, rollout({ strategy: "immediate" }))).toMatchObject([
            {
                severity: "warning",
                message: "each change of the spec deletes the jobs that run, with what they have done",
                fix: "write rollout: {strategy: gradual}",
                path: "spec.rollout.strategy",
            },
        ]);
        for (const nothing of [undefined, {}, { strategy: "" }, { propagationPolicy: "foreground" }]) {
            expect(findings(jobRollout, rollout(nothing))).toMatchObject([
                { message: expect.stringContaining("which is KEDA's default") as string },
            ]);
        }
    });

    it("warns of the field that KEDA gives up, and follows it where both are there", () => {
        const both = rollout({ strategy: "gradual" }, { rolloutStrategy: "immediate" });
        expect(findings(jobRollout, both).map(({ path, message }) => [path, message.slice(0, 20)])).toEqual([
            ["spec.rolloutStrategy", "KEDA gives rolloutSt"],
            ["spec.rolloutStrategy", "each change of the s"],
        ]);
        expect(findings(jobRollout, rollout({}, { rolloutStrategy: "gradual" }))).toMatchObject([
            { message: expect.stringContaining("wins over rollout.strategy") as string },
        ]);
    });

    it("reports what the API server refuses", () => {
        expect(findings(jobRollout, rollout({ strategy: "default" }))).toMatchObject([
            { severity: "error", message: 'strategy is "default"', fix: "use gradual or immediate" },
        ]);
        const propagation = rollout({ strategy: "gradual", propagationPolicy: "orphan" });
        expect(findings(jobRollout, propagation)).toMatchObject([
            {
                severity: "error",
                fix: "use background or foreground",
                path: "spec.rollout.propagationPolicy",
            },
        ]);
        const former = rollout({}, { rolloutStrategy: "slow" });
        expect(findings(jobRollout, former).map(({ severity }) => severity)).toEqual(["error", "warning"]);
    });

    it("notes what is not known, and takes it for neither", () => {
        for (const hidden of [unknown(), secret()]) {
            expect(findings(jobRollout, rollout({ strategy: hidden }))).toMatchObject([
                { severity: "note", path: "spec.rollout.strategy" },
            ]);
        }
        expect(findings(jobRollout, rollout(unknown())).every(({ severity }) => severity === "note")).toBe(
            true,
        );
    });

    it("is quiet about a gradual one, and about a ScaledObject", () => {
        expect(findings(jobRollout, rollout({ strategy: "gradual" }))).toEqual([]);
        expect(findings(jobRollout, scaledObject())).toEqual([]);
    });
});
