import { describe, expect, it } from "vitest";
import { cronFloor } from "../../../model/rules/cron-floor";
import { findings } from "./support/findings";
import { cron, redis, scaledJob, scaledObject, unknown } from "./support/objects";
import { scaleBounds } from "../../../model/rules/scale-bounds";
import { targetPositive } from "../../../model/rules/target-positive";

describe("cron-floor", () => {
    const window = (desiredReplicas: unknown, spec: object = {}) =>
        scaledObject({
            minReplicaCount: 2,
            maxReplicaCount: 10,
            triggers: [cron({ desiredReplicas })],
            ...spec,
        });

    it("reports a window that the floor makes useless", () => {
        expect(findings(cronFloor, window("2"))).toMatchObject([
            {
                severity: "warning",
                message: "the window keeps 2, and the floor keeps 2 already: it has no effect",
                fix: "use more than 2, or lower the floor to what the pool needs outside the window",
                path: "spec.triggers[0].metadata.desiredReplicas",
            },
        ]);
    });

    it("reports a window that the ceiling cuts", () => {
        expect(findings(cronFloor, window("11"))).toMatchObject([
            {
                severity: "warning",
                message: "the window asks for 11, and the ceiling cuts it to 10",
                fix: "use 10 or fewer, or raise the ceiling",
            },
        ]);
    });

    it("is quiet between the two, with KEDA's own ceiling of 100, and where a formula decides", () => {
        expect(findings(cronFloor, window("3"))).toEqual([]);
        expect(findings(cronFloor, window("10"))).toEqual([]);
        expect(findings(cronFloor, window("100", { maxReplicaCount: undefined }))).toEqual([]);
        expect(findings(cronFloor, window("101", { maxReplicaCount: undefined }))).toHaveLength(1);
        const advanced = { scalingModifiers: { formula: "a + b", target: "1" } };
        expect(findings(cronFloor, window("2", { advanced }))).toEqual([]);
        expect(findings(cronFloor, scaledObject({ triggers: [redis({ listLength: "50" })] }))).toEqual([]);
    });

    it("leaves what is not known, and what is no number, to the rules that own it", () => {
        expect(findings(cronFloor, window(unknown()))).toEqual([]);
        expect(findings(cronFloor, window("many"))).toEqual([]);
        expect(findings(cronFloor, window("0"))).toEqual([]);
        const unknownBounds = window("2", { minReplicaCount: unknown(), maxReplicaCount: unknown() });
        expect(findings(cronFloor, unknownBounds)).toEqual([]);
        expect(findings(scaleBounds, unknownBounds).map(({ severity }) => severity)).toEqual([
            "note",
            "note",
        ]);
        expect(findings(targetPositive, window(unknown()))).toMatchObject([{ severity: "note" }]);
    });

    it("compares a window for jobs with what the extra ones leave of the ceiling, and with no floor", () => {
        const jobs = (desiredReplicas: string, spec: object = {}) =>
            scaledJob({ minReplicaCount: 4, triggers: [cron({ desiredReplicas })], ...spec });
        expect(findings(cronFloor, jobs("2"))).toEqual([]);
        expect(findings(cronFloor, jobs("6"))).toEqual([]);
        expect(findings(cronFloor, jobs("7"))).toMatchObject([
            { message: "the window asks for 7, and the ceiling cuts it to 6" },
        ]);
        expect(findings(cronFloor, jobs("7", { maxReplicaCount: unknown() }))).toEqual([]);
    });
});
