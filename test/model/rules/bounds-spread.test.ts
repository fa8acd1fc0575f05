import { describe, expect, it } from "vitest";
import { boundsSpread } from "../../../model/rules/bounds-spread";
import { findings, strictFindings } from "./support/findings";
import { horizontalPodAutoscaler, scaledJob, scaledObject, secret, unknown } from "./support/objects";

describe("bounds-spread", () => {
    const between = (minReplicaCount: unknown, maxReplicaCount: unknown, more: object = {}) =>
        strictFindings(boundsSpread, {}, scaledObject({ minReplicaCount, maxReplicaCount, ...more }));

    it("reports bounds that are equal", () => {
        expect(between(5, 5)).toMatchObject([
            {
                severity: "warning",
                message: "the floor and the ceiling are both 5, so nothing ever scales",
                fix: "raise the ceiling above 5, or remove the autoscaler and set spec.replicas to 5",
                path: "spec.maxReplicaCount",
            },
        ]);
        expect(
            strictFindings(
                boundsSpread,
                {},
                horizontalPodAutoscaler({ minReplicas: undefined, maxReplicas: 1 }),
            ),
        ).toHaveLength(1);
    });

    it("reports bounds that are more than 50 times apart", () => {
        expect(between(2, 101)).toMatchObject([
            {
                message: "the ceiling 101 is 50.5 times the floor 2, and more than 50 times is mostly a slip",
                fix: "use a ceiling of 100 or less, or a floor of 3 or more",
            },
        ]);
    });

    it("is quiet at the very number, from zero, and by default", () => {
        expect(between(2, 100)).toEqual([]);
        expect(between(4, 5)).toEqual([]);
        expect(between(0, 5000)).toEqual([]);
        expect(between(3, 3, { idleReplicaCount: 0 })).toEqual([]);
        expect(findings(boundsSpread, scaledObject({ minReplicaCount: 5, maxReplicaCount: 5 }))).toEqual([]);
    });

    it("goes by the organisation's own ratio", () => {
        const wide = scaledObject({ minReplicaCount: 2, maxReplicaCount: 5 });
        expect(strictFindings(boundsSpread, { ratio: 2.5 }, wide)).toEqual([]);
        expect(strictFindings(boundsSpread, { ratio: 2 }, wide)).toMatchObject([
            { fix: "use a ceiling of 4 or less, or a floor of 3 or more" },
        ]);
    });

    it("is quiet about jobs, and leaves bounds out of order, not known or of the wrong type to others", () => {
        expect(
            strictFindings(boundsSpread, {}, scaledJob({ minReplicaCount: 10, maxReplicaCount: 10 })),
        ).toEqual([]);
        for (const [min, max] of [
            [6, 5],
            [-1, 5],
            [0, 0],
            [unknown(), 5],
            [1, unknown()],
            [1, secret()],
            ["1", 100],
        ] as const) {
            expect(between(min, max)).toEqual([]);
        }
    });
});
