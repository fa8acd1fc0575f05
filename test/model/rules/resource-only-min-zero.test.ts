import { describe, expect, it } from "vitest";
import { resourceOnlyMinZero } from "../../../model/rules/resource-only-min-zero";
import { findings } from "./support/findings";
import { cpu, horizontalPodAutoscaler, redis, scaledJob, scaledObject, unknown } from "./support/objects";
import { triggerType } from "../../../model/rules/trigger-type";

describe("resource-only-min-zero", () => {
    const pool = (minReplicaCount: unknown, ...triggers: object[]) =>
        scaledObject({ minReplicaCount, triggers });

    it("reports a pool at zero that only CPU or memory could wake, also where the floor is KEDA's own 0", () => {
        for (const [floor, triggers] of [
            [0, [cpu()]],
            [undefined, [cpu(), cpu({}, { type: "memory" })]],
        ] as const) {
            expect(findings(resourceOnlyMinZero, pool(floor, ...triggers))).toMatchObject([
                {
                    severity: "error",
                    message:
                        "the floor is 0, and CPU or memory alone can neither put the pool to sleep nor wake it",
                    fix: "use a floor of 1, or add a trigger that is not CPU or memory",
                    path: "spec.minReplicaCount",
                },
            ]);
        }
        expect(findings(resourceOnlyMinZero, horizontalPodAutoscaler({ minReplicas: 0 }))).toHaveLength(1);
    });

    it("counts metrics of the pods among those of a native autoscaler, which names what it needs", () => {
        const native = (...types: readonly string[]) =>
            horizontalPodAutoscaler({ minReplicas: 0, metrics: types.map((type) => ({ type })) });
        expect(findings(resourceOnlyMinZero, native("Pods"))).toMatchObject([
            {
                severity: "error",
                message:
                    "the floor is 0, and CPU, memory and metrics of the pods alone can neither put the pool to sleep nor wake it",
                fix: "use a floor of 1, or add an object or external metric",
            },
        ]);
        for (const type of ["Object", "External"]) {
            expect(findings(resourceOnlyMinZero, native("Pods", type))).toEqual([]);
        }
    });

    it("is quiet with a floor of 1, and with any trigger that wakes", () => {
        expect(findings(resourceOnlyMinZero, pool(1, cpu()))).toEqual([]);
        expect(findings(resourceOnlyMinZero, pool(0, cpu(), redis()))).toEqual([]);
        expect(findings(resourceOnlyMinZero, pool(0, cpu(), { type: "kafka", metadata: {} }))).toEqual([]);
    });

    it("leaves what is not known to the rules that note it", () => {
        const unknownType = pool(0, { type: unknown(), metadata: {} });
        const unknownList = scaledObject({ minReplicaCount: 0, triggers: unknown() });
        for (const object of [unknownType, unknownList]) {
            expect(findings(resourceOnlyMinZero, object)).toEqual([]);
            expect(findings(triggerType, object)).toMatchObject([{ severity: "note" }]);
        }
        expect(findings(resourceOnlyMinZero, pool(unknown(), cpu()))).toEqual([]);
    });

    it("leaves those triggers of a ScaledJob to job-triggers", () => {
        expect(findings(resourceOnlyMinZero, scaledJob({ triggers: [cpu()] }))).toEqual([]);
    });
});
