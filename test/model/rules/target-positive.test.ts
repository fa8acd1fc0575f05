import { describe, expect, it } from "vitest";
import { targetPositive } from "../../../model/rules/target-positive";
import { findings } from "./support/findings";
import {
    cpu,
    cron,
    horizontalPodAutoscaler,
    redis,
    resourceMetric,
    scaledJob,
    scaledObject,
    secret,
    unknown,
} from "./support/objects";

describe("target-positive", () => {
    const target = (listLength: unknown, spec: object = {}) =>
        scaledObject({ triggers: [redis({ listLength })], ...spec });
    const prometheus = (threshold: unknown) =>
        scaledObject({
            triggers: [
                { type: "prometheus", metadata: { serverAddress: "http://p", query: "q", threshold } },
            ],
        });

    it("reports 0 and less, in the words of the scaler", () => {
        expect(findings(targetPositive, target("0"))).toMatchObject([
            {
                severity: "error",
                message: "the target is 0, and it must be above 0",
                fix: "say how many items one replica is for",
                path: "spec.triggers[0].metadata.listLength",
            },
        ]);
        expect(findings(targetPositive, target("-5"))).toMatchObject([
            { message: "the target is -5, and it must be above 0" },
        ]);
        expect(
            findings(targetPositive, scaledObject({ triggers: [cron({ desiredReplicas: "0" })] })),
        ).toMatchObject([{ fix: "give the replicas to keep while the window is open, 1 or more" }]);
        expect(findings(targetPositive, scaledObject({ triggers: [cpu({ value: "0" })] }))).toMatchObject([
            { fix: "use a percentage of the request, for example 70" },
        ]);
    });

    it("reports what KEDA rounds to 0, and not what it rounds up", () => {
        expect(findings(targetPositive, prometheus("0.0004"))).toMatchObject([
            { severity: "error", message: "the target 0.0004 becomes 0: KEDA keeps three decimals" },
        ]);
        expect(findings(targetPositive, prometheus("0.0005"))).toEqual([]);
        expect(findings(targetPositive, prometheus("1e-3"))).toEqual([]);
    });

    it("reports amounts of CPU and memory of 0, of KEDA and of an HPA", () => {
        const amount = (value: unknown) => cpu({ value }, { metricType: "AverageValue" });
        expect(findings(targetPositive, scaledObject({ triggers: [amount("0m")] }))).toMatchObject([
            {
                severity: "error",
                message: "the target is 0, and it must be above 0",
                path: "spec.triggers[0].metadata.value",
            },
        ]);
        expect(findings(targetPositive, scaledObject({ triggers: [amount("500m"), amount("2")] }))).toEqual(
            [],
        );
        const hpa = (goal: object) => horizontalPodAutoscaler({ metrics: [resourceMetric("cpu", goal)] });
        expect(findings(targetPositive, hpa({ type: "AverageValue", averageValue: 0 }))).toHaveLength(1);
        expect(findings(targetPositive, hpa({ type: "AverageValue", averageValue: 2 }))).toEqual([]);
        expect(findings(targetPositive, hpa({ type: "Utilization", averageUtilization: 0 }))).toMatchObject([
            { path: "spec.metrics[0].resource.target.averageUtilization" },
        ]);
    });

    it("reports amounts of 0 and less of what an adapter serves, and takes any above", () => {
        const external = (target: object) =>
            horizontalPodAutoscaler({
                metrics: [{ type: "External", external: { metric: { name: "a" }, target } }],
            });
        expect(findings(targetPositive, external({ type: "Value", value: "0" }))).toMatchObject([
            {
                severity: "error",
                message: "the target is 0, and it must be above 0",
                fix: "use an amount above 0",
                path: "spec.metrics[0].external.target.value",
            },
        ]);
        expect(findings(targetPositive, external({ type: "AverageValue", averageValue: -1 }))).toHaveLength(
            1,
        );
        expect(findings(targetPositive, external({ type: "AverageValue", averageValue: "1n" }))).toEqual([]);
        expect(findings(targetPositive, external({ type: "Value", value: unknown() }))).toMatchObject([
            { severity: "note", message: "the target is known only after apply, so it is not checked" },
        ]);
    });

    it("is quiet about defaults, spaces, and targets that a formula replaces", () => {
        expect(findings(targetPositive, target(undefined))).toEqual([]);
        expect(findings(targetPositive, target(" 7 "))).toEqual([]);
        expect(findings(targetPositive, target(""))).toEqual([]);
        const advanced = { scalingModifiers: { formula: "a", target: "5" } };
        expect(findings(targetPositive, target("0", { advanced }))).toEqual([]);
        expect(
            findings(targetPositive, scaledObject({ advanced, triggers: [cpu({ value: "0" })] })),
        ).toHaveLength(1);
    });

    it("notes a target that is not known, and leaves what is no number to trigger-metadata", () => {
        for (const object of [
            target(unknown()),
            scaledObject({ triggers: [cpu({ value: unknown() })] }),
            scaledObject({ triggers: [cpu({ value: secret() }, { metricType: "AverageValue" })] }),
        ]) {
            expect(findings(targetPositive, object)).toMatchObject([
                { severity: "note", message: "the target is known only after apply, so it is not checked" },
            ]);
        }
        const asAWhole = scaledObject({ triggers: [{ type: "redis", metadata: unknown() }] });
        expect(findings(targetPositive, asAWhole)).toEqual([]);
        for (const wrong of ["5k", 0, null, ["0"]])
            expect(findings(targetPositive, target(wrong))).toEqual([]);
    });

    it("asks what one job is for", () => {
        const zero = scaledJob({ triggers: [redis({ listLength: "0" }), cron({ desiredReplicas: "0" })] });
        expect(findings(targetPositive, zero).map(({ fix }) => fix)).toEqual([
            "say how many items one job is for",
            "give the jobs to keep while the window is open, 1 or more",
        ]);
    });
});
