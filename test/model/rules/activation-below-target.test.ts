import { describe, expect, it } from "vitest";
import { activationBelowTarget } from "../../../model/rules/activation-below-target";
import { findings } from "./support/findings";
import { redis, scaledJob, scaledObject, secret, unknown } from "./support/objects";

describe("activation-below-target", () => {
    const wakes = (activationListLength: unknown, spec: object = {}) =>
        scaledObject({ minReplicaCount: 0, triggers: [redis({ activationListLength })], ...spec });
    const path = "spec.triggers[0].metadata.activationListLength";

    it("reports a threshold that leaves the work of a whole replica lying", () => {
        expect(findings(activationBelowTarget, wakes("5"))).toMatchObject([
            {
                severity: "warning",
                message:
                    "the pool wakes above 5, and 5 is the work of a whole replica: up to 5 wait for ever",
                fix: "use less than 5, 0 to wake for the first",
                path,
            },
        ]);
        expect(findings(activationBelowTarget, wakes("50"))).toHaveLength(1);
    });

    it("is quiet below it, without one, and where the pool never sleeps", () => {
        expect(findings(activationBelowTarget, wakes("4"))).toEqual([]);
        expect(findings(activationBelowTarget, wakes(undefined))).toEqual([]);
        expect(findings(activationBelowTarget, wakes("50", { minReplicaCount: 1 }))).toEqual([]);
        expect(
            findings(activationBelowTarget, wakes("50", { minReplicaCount: 1, idleReplicaCount: 0 })),
        ).toHaveLength(1);
    });

    it("judges the formula in place of its triggers", () => {
        const combined = (activationTarget: unknown) =>
            wakes("50", {
                advanced: { scalingModifiers: { formula: "a", target: "10", activationTarget } },
            });
        expect(findings(activationBelowTarget, combined("10"))).toMatchObject([
            { path: "spec.advanced.scalingModifiers.activationTarget" },
        ]);
        for (const quiet of ["9", undefined, "many", unknown()]) {
            expect(findings(activationBelowTarget, combined(quiet))).toEqual([]);
        }
    });

    it("notes a threshold that is not known, and leaves a wrong one to trigger-metadata", () => {
        for (const value of [unknown(), secret()]) {
            expect(findings(activationBelowTarget, wakes(value))).toMatchObject([{ severity: "note", path }]);
        }
        const asAWhole = wakes("5", { triggers: [{ type: "redis", metadata: unknown() }] });
        expect(findings(activationBelowTarget, asAWhole)).toEqual([]);
        for (const value of ["many", 50]) {
            expect(findings(activationBelowTarget, wakes(value))).toEqual([]);
        }
    });

    it("judges jobs that start for tasks alone, and none where some run at all times", () => {
        const jobs = (activationListLength: string, minReplicaCount: unknown) =>
            scaledJob({ minReplicaCount, triggers: [redis({ activationListLength })] });
        expect(findings(activationBelowTarget, jobs("5", undefined))).toMatchObject([
            {
                message: "jobs start above 5, and 5 is the work of a whole job: up to 5 wait for ever",
                path,
                resource: { kind: "ScaledJob" },
            },
        ]);
        expect(findings(activationBelowTarget, jobs("4", 0))).toEqual([]);
        expect(findings(activationBelowTarget, jobs("5", 1))).toEqual([]);
    });
});
