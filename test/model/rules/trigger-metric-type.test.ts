import { describe, expect, it } from "vitest";
import { triggerMetricType } from "../../../model/rules/trigger-metric-type";
import { findings } from "./support/findings";
import { cpu, horizontalPodAutoscaler, redis, scaledObject, unknown } from "./support/objects";

describe("trigger-metric-type", () => {
    const typed = (metricType: unknown) => scaledObject({ triggers: [redis({}, { metricType })] });

    it("reports CPU and memory without one", () => {
        for (const metricType of [undefined, null, ""]) {
            expect(
                findings(triggerMetricType, scaledObject({ triggers: [cpu({}, { metricType })] })),
            ).toMatchObject([
                {
                    severity: "error",
                    message: "cpu has no metricType, and KEDA assumes none",
                    fix: expect.stringContaining(
                        "Utilization (percent of the request) or AverageValue",
                    ) as string,
                    path: "spec.triggers[0]",
                },
            ]);
        }
    });

    it("reports one that the scaler cannot have", () => {
        expect(findings(triggerMetricType, typed("Utilization"))).toMatchObject([
            {
                severity: "error",
                message: 'redis cannot have metricType "Utilization"',
                fix: "use AverageValue or Value",
                path: "spec.triggers[0].metricType",
            },
        ]);
        expect(findings(triggerMetricType, typed("averageValue"))).toHaveLength(1);
        expect(
            findings(triggerMetricType, scaledObject({ triggers: [cpu({}, { metricType: "Value" })] })),
        ).toMatchObject([{ fix: "use Utilization or AverageValue" }]);
        const kafka = { type: "kafka", metadata: {}, metricType: "Utilization" };
        expect(findings(triggerMetricType, scaledObject({ triggers: [kafka] }))).toMatchObject([
            { message: 'kafka cannot have metricType "Utilization"' },
        ]);
    });

    it("is quiet about KEDA's default and what the scaler has", () => {
        for (const metricType of [undefined, null, "", "AverageValue", "Value"]) {
            expect(findings(triggerMetricType, typed(metricType))).toEqual([]);
        }
        expect(findings(triggerMetricType, scaledObject({ triggers: [cpu()] }))).toEqual([]);
        expect(findings(triggerMetricType, horizontalPodAutoscaler())).toEqual([]);
    });

    it("is quiet where KEDA ignores what is given", () => {
        for (const type of ["pulsar", "splunk-observability"]) {
            const trigger = { type, metadata: {}, metricType: "Utilization" };
            expect(findings(triggerMetricType, scaledObject({ triggers: [trigger] }))).toEqual([]);
        }
    });

    it("notes one that is not known", () => {
        expect(findings(triggerMetricType, typed(unknown()))).toMatchObject([
            { severity: "note", path: "spec.triggers[0].metricType" },
        ]);
        const resource = scaledObject({ triggers: [cpu({}, { metricType: unknown() })] });
        expect(findings(triggerMetricType, resource)).toMatchObject([{ severity: "note" }]);
    });
});
