import { describe, expect, it } from "vitest";
import { Unknown } from "../../../model/declared";
import type { FleetTrigger } from "../../../model/fleet";
import { countsTotal, measuresPods, readFleet } from "../../../model/fleet";
import {
    cpu,
    horizontalPodAutoscaler,
    redis,
    resourceMetric,
    scaledObject,
    secret,
    unknown,
} from "../rules/support/objects";

const MEMBERS = { Pods: "pods", Object: "object", External: "external" } as const;

function triggersOf(...metrics: readonly unknown[]): readonly FleetTrigger[] {
    return readFleet([horizontalPodAutoscaler({ metrics })]).scalers[0]?.triggers ?? [];
}

const metric = (type: keyof typeof MEMBERS, target: unknown, name: unknown = "waiting") => ({
    type,
    [MEMBERS[type]]: { metric: { name }, target },
});

describe("a metric that an adapter serves", () => {
    it.each([
        ["Pods", { type: "AverageValue", averageValue: "1500m" }, 1.5, "AverageValue", "averageValue"],
        ["Object", { type: "Value", value: "2k" }, 2000, "Value", "value"],
        ["Object", { type: "AverageValue", averageValue: 3 }, 3, "AverageValue", "averageValue"],
        ["External", { type: "Value", value: "1Ki" }, 1024, "Value", "value"],
        ["External", { type: "Value", averageValue: "7" }, 7, "AverageValue", "averageValue"],
        ["External", { type: "Value", averageValue: "7", value: "9" }, 7, "AverageValue", "averageValue"],
    ] as const)("of %s with %j has the number %s, as %s", (type, target, value, metricType, member) => {
        const [trigger] = triggersOf(metric(type, target));
        expect(trigger).toMatchObject({
            type: { value: type },
            name: { value: "waiting", path: ["spec", "metrics", 0, MEMBERS[type], "metric", "name"] },
            target: { value, path: ["spec", "metrics", 0, MEMBERS[type], "target", member] },
            effectiveMetricType: metricType,
            metricType: { value: target.type },
        });
    });

    it("has no number where none is given, and a hidden one where it is known only after apply", () => {
        const [nothing, later, hidden, all] = triggersOf(
            metric("External", undefined),
            metric("External", { type: "Value", value: unknown() }),
            metric("External", { type: "AverageValue", averageValue: secret() }),
            metric("External", unknown()),
        );
        expect([nothing?.target.value, nothing?.effectiveMetricType]).toEqual([undefined, undefined]);
        expect([later?.target.value, later?.effectiveMetricType]).toEqual([expect.any(Unknown), "Value"]);
        expect([hidden?.target.value, hidden?.effectiveMetricType]).toEqual([
            expect.any(Unknown),
            "AverageValue",
        ]);
        expect(all?.target.value).toBeInstanceOf(Unknown);
    });

    it("is reported where its number is none", () => {
        const { problems } = readFleet([
            horizontalPodAutoscaler({ metrics: [metric("External", { type: "Value", value: "lots" }, 5)] }),
        ]);
        expect(problems.map(({ message }) => message)).toEqual([
            'spec.metrics[0].external.target.value is "lots", not an amount such as 500m or 6Gi',
            "spec.metrics[0].external.metric.name is 5, not text",
        ]);
    });
});

describe("what a trigger measures", () => {
    const of = (trigger: FleetTrigger | undefined): readonly boolean[] =>
        trigger === undefined ? [] : [measuresPods(trigger), countsTotal(trigger)];
    const target = { type: "AverageValue", averageValue: "5" };

    it("is the pods themselves, or one number for the pool", () => {
        const native = triggersOf(
            resourceMetric("cpu", { type: "Utilization", averageUtilization: 70 }),
            metric("Pods", target),
            metric("Object", target),
            metric("External", target),
        );
        expect(native.map(of)).toEqual([
            [true, false],
            [true, false],
            [false, true],
            [false, true],
        ]);
        const keda = readFleet([scaledObject({ triggers: [cpu(), redis()] })]).scalers[0]?.triggers ?? [];
        expect(keda.map(of)).toEqual([
            [true, false],
            [false, true],
        ]);
    });

    it("is neither for certain where its type is not known", () => {
        expect(triggersOf({ type: unknown() }).map(of)).toEqual([[false, false]]);
        const clickhouse = scaledObject({ triggers: [{ type: "clickhouse", metadata: {} }] });
        expect(of(readFleet([clickhouse]).scalers[0]?.triggers[0])).toEqual([false, false]);
    });
});
