import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demandAt } from "../../../model/explain";
import { readFleet, type FleetScaler, type FleetTrigger } from "../../../model/fleet";
import {
    cpu,
    cron,
    deployment,
    horizontalPodAutoscaler,
    redis,
    resourceMetric,
    scaledJob,
    scaledObject,
    secret,
    unknown,
} from "../rules/support/objects";

function scalerOf(...objects: Parameters<typeof readFleet>[0]): FleetScaler {
    const [scaler] = readFleet(objects).scalers;
    if (scaler === undefined) throw new Error("no scaler");
    return scaler;
}

/** What is asked for at one value for each trigger in their order. */
function demandFor(scaler: FleetScaler, values: readonly number[], current: number) {
    const pairs = values.map((value, index): [FleetTrigger, number] => {
        const trigger = scaler.triggers[index];
        if (trigger === undefined) throw new Error(`no trigger ${index}`);
        return [trigger, value];
    });
    return demandAt(scaler, new Map(pairs), current);
}

/** Replicas and who decides, at one value for each trigger in their order. */
function at(
    scaler: FleetScaler,
    values: readonly number[],
    current = 1,
): readonly [number, string] | undefined {
    const demand = demandFor(scaler, values, current);
    if (demand === undefined) return undefined;
    const first = demand.demands[0]?.trigger.type.value;
    return [demand.replicas, demand.boundBy ?? (typeof first === "string" ? first : "nobody")];
}

describe("replicas at a load", () => {
    it("are a total of an external metric's average, and a share of a metric of the pods", () => {
        const scaler = scalerOf(
            horizontalPodAutoscaler({
                metrics: [
                    {
                        type: "External",
                        external: {
                            metric: { name: "a" },
                            target: { type: "AverageValue", averageValue: "5" },
                        },
                    },
                    {
                        type: "Pods",
                        pods: { metric: { name: "b" }, target: { type: "AverageValue", averageValue: "5" } },
                    },
                ],
            }),
        );
        expect(at(scaler, [23, 0], 3)).toEqual([5, "External"]);
        expect(at(scaler, [0, 10], 3)).toEqual([6, "Pods"]);
    });

    it("are the total divided by the target, within the bounds", () => {
        const scaler = scalerOf(scaledObject(), deployment());
        expect([0, 5, 6, 23, 50, 51].map((items) => at(scaler, [items], 3))).toEqual([
            [1, "floor"],
            [1, "redis"],
            [2, "redis"],
            [5, "redis"],
            [10, "redis"],
            [10, "ceiling"],
        ]);
    });

    it("stay where they are within the tolerance, both ends included", () => {
        const scaler = scalerOf(scaledObject(), deployment());
        expect([44, 45, 55, 56].map((items) => at(scaler, [items], 10)?.[0])).toEqual([9, 10, 10, 10]);
        const exact = { tolerance: 0 };
        const behavior = { scaleUp: exact, scaleDown: exact };
        const strict = scalerOf(scaledObject({ advanced: { horizontalPodAutoscalerConfig: { behavior } } }));
        expect(at(strict, [45], 10)?.[0]).toBe(9);
    });

    it("grow in proportion to a utilisation and to a value", () => {
        const native = scalerOf(horizontalPodAutoscaler(), deployment());
        expect([70, 76, 78, 140, 35].map((percent) => at(native, [percent], 4)?.[0])).toEqual([
            4, 4, 5, 8, 2,
        ]);
        const value = scalerOf(scaledObject({ triggers: [redis({}, { metricType: "Value" })] }));
        expect(at(value, [10], 3)?.[0]).toBe(6);
    });

    it("are decided by the trigger that asks for most", () => {
        const scaler = scalerOf(scaledObject({ triggers: [redis(), cpu(), cron()] }), deployment());
        expect(at(scaler, [20, 90, 1], 3)).toEqual([4, "redis"]);
        expect(at(scaler, [5, 140, 1], 3)).toEqual([6, "cpu"]);
        expect(at(scaler, [5, 10, 1], 1)).toEqual([3, "cron"]);
        expect(at(scaler, [5, 10, 0], 1)).toEqual([1, "redis"]);
    });

    it("are not told where a bound or the target is not known", () => {
        expect(at(scalerOf(scaledObject({ maxReplicaCount: unknown() })), [5])).toBeUndefined();
        const hidden = scalerOf(scaledObject({ triggers: [redis({ listLength: unknown() })] }));
        expect(at(hidden, [5])).toBeUndefined();
    });

    it("of a window are its own within the tolerance: 45 rest at 41", () => {
        const scaler = scalerOf(
            scaledObject({ maxReplicaCount: 60, triggers: [cron({ desiredReplicas: "45" })] }),
        );
        expect([40, 41, 50, 51].map((current) => at(scaler, [1], current)?.[0])).toEqual([45, 41, 50, 45]);
    });

    it("are not told for an amount of memory, which a plain number does not say", () => {
        const metric = resourceMetric("memory", { type: "AverageValue", averageValue: "1Gi" });
        expect(at(scalerOf(horizontalPodAutoscaler({ metrics: [metric] })), [5], 2)).toBeUndefined();
    });

    it("never fall when a total rises, and never leave the bounds", () => {
        const scaler = scalerOf(scaledObject(), deployment());
        const items = fc.nat({ max: 1000 });
        fc.assert(
            fc.property(items, items, fc.integer({ min: 1, max: 10 }), (a, b, current) => {
                const [less, more] = [Math.min(a, b), Math.max(a, b)].map(
                    (n) => at(scaler, [n], current)?.[0] ?? 0,
                );
                expect(less).toBeLessThanOrEqual(more ?? 0);
                expect(less).toBeGreaterThanOrEqual(1);
                expect(more).toBeLessThanOrEqual(10);
            }),
        );
    });
});

describe("jobs at a load", () => {
    const jobs = (spec: object = {}) =>
        scalerOf(scaledJob({ maxReplicaCount: 10, triggers: [redis({ listLength: "5" })], ...spec }));

    it("are those that run and those that KEDA makes, by its strategy", () => {
        expect(demandFor(jobs(), [23], 2)).toMatchObject({ started: 5, replicas: 7, boundBy: undefined });
        expect(demandFor(jobs({ scalingStrategy: undefined }), [23], 2)).toMatchObject({
            started: 3,
            replicas: 5,
        });
    });

    it("end at the ceiling, and are filled up to the extra ones first", () => {
        expect(demandFor(jobs(), [500], 2)).toMatchObject({ started: 8, replicas: 10, boundBy: "ceiling" });
        expect(demandFor(jobs(), [500], 10)).toMatchObject({ started: 0, replicas: 10, boundBy: "ceiling" });
        expect(demandFor(jobs({ minReplicaCount: 3 }), [23], 1)).toMatchObject({
            started: 2,
            boundBy: "floor",
        });
        expect(demandFor(jobs({ minReplicaCount: 3 }), [23], 3)).toMatchObject({
            started: 5,
            replicas: 8,
            boundBy: undefined,
        });
    });

    it("follow the trigger with the largest number, which comes first, and a window that is open", () => {
        const triggers = [redis({ listLength: "1" }), redis({ listLength: "100" })];
        const two = demandFor(jobs({ triggers }), [9, 100], 0);
        expect(two).toMatchObject({ started: 1 });
        expect(two?.demands.map(({ value, replicas }) => [value, replicas])).toEqual([
            [100, 1],
            [9, 9],
        ]);
        expect(demandFor(jobs({ triggers: [cron()] }), [1], 0)).toMatchObject({ started: 3 });
        expect(demandFor(jobs({ triggers: [cron()] }), [0], 0)).toMatchObject({ started: 0 });
        const smallest = jobs({ triggers, scalingStrategy: { multipleScalersCalculation: "min" } });
        expect(demandFor(smallest, [9, 100], 0)?.demands[0]?.value).toBe(9);
    });

    it("are none below an activation threshold", () => {
        const triggers = [redis({ listLength: "1", activationListLength: "5" })];
        expect(demandFor(jobs({ triggers }), [5], 0)).toMatchObject({
            started: 0,
            demands: [{ replicas: 0 }],
        });
        expect(demandFor(jobs({ triggers }), [6], 0)).toMatchObject({ started: 6 });
    });

    it("are not known where the number that starts them is not", () => {
        for (const activationListLength of [unknown(), secret(), "many"]) {
            const triggers = [redis({ activationListLength }), redis()];
            expect(demandFor(jobs({ triggers }), [23], 0)).toBeUndefined();
            expect(demandFor(jobs({ triggers }), [23, 40], 0)).toBeUndefined();
            expect(demandFor(jobs({ triggers: [...triggers.slice(1), cpu()] }), [40, 90], 0)).toBeDefined();
        }
        expect(
            demandFor(jobs({ triggers: [{ type: "redis", metadata: unknown() }] }), [23], 0),
        ).toBeUndefined();
        for (const activationListLength of [undefined, "", " 0 "]) {
            const triggers = [redis({ listLength: "1", activationListLength })];
            expect(demandFor(jobs({ triggers }), [1], 0)).toMatchObject({ started: 1 });
        }
    });

    it("are not known where the rules or the target are not, and for triggers that start none", () => {
        expect(demandFor(jobs({ maxReplicaCount: unknown() }), [5], 0)).toBeUndefined();
        expect(demandFor(jobs({ triggers: [redis({ listLength: unknown() })] }), [5], 0)).toBeUndefined();
        expect(demandFor(jobs({ triggers: [cpu()] }), [90], 0)).toBeUndefined();
    });
});
