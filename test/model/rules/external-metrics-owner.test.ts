import { describe, expect, it } from "vitest";
import { externalMetricsOwner } from "../../../model/rules/external-metrics-owner";
import { findingsOn } from "./support/findings";
import { cpu, cron, horizontalPodAutoscaler, redis, scaledObject, unknown } from "./support/objects";

const external = horizontalPodAutoscaler({
    metrics: [
        {
            type: "Resource",
            resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 70 } },
        },
        {
            type: "External",
            external: { metric: { name: "backlog" }, target: { type: "Value", value: "5" } },
        },
    ],
});

describe("external-metrics-owner", () => {
    it("warns of KEDA's triggers where another adapter serves external metrics", () => {
        const scaler = scaledObject({ triggers: [cpu(), redis(), cron()] });
        expect(findingsOn({ externalMetrics: true }, externalMetricsOwner, scaler)).toMatchObject([
            {
                severity: "warning",
                message:
                    "KEDA serves this trigger by external.metrics.k8s.io, and platform.externalMetrics says that another adapter does",
                fix: "switch external metrics off in the other adapter; it may keep custom metrics",
                path: "spec.triggers[1]",
            },
        ]);
        expect(
            findingsOn({ externalMetrics: true }, externalMetricsOwner, scaledObject({ triggers: [cron()] })),
        ).toHaveLength(1);
    });

    it("is quiet about CPU and memory, and where nobody says so", () => {
        expect(
            findingsOn({ externalMetrics: true }, externalMetricsOwner, scaledObject({ triggers: [cpu()] })),
        ).toEqual([]);
        for (const platform of [{}, { externalMetrics: false }, { kedaVersion: "2.20" }]) {
            expect(findingsOn(platform, externalMetricsOwner, scaledObject())).toEqual([]);
        }
        expect(
            findingsOn(
                { externalMetrics: true },
                externalMetricsOwner,
                scaledObject({ triggers: unknown() }),
            ),
        ).toEqual([]);
    });

    it("warns of a native external metric where KEDA is there and no other adapter is named", () => {
        for (const platform of [{ keda: true }, { kedaVersion: "2.20" }]) {
            expect(findingsOn(platform, externalMetricsOwner, external)).toMatchObject([
                {
                    severity: "warning",
                    message:
                        "an adapter other than KEDA would have to serve this metric by external.metrics.k8s.io, which is KEDA's where it is installed",
                    path: "spec.metrics[1]",
                },
            ]);
        }
    });

    it("is quiet about it where an adapter is named, denied, or KEDA is not there", () => {
        for (const platform of [
            {},
            { keda: false },
            { externalMetrics: true },
            { keda: true, externalMetrics: true },
            { keda: true, externalMetrics: false },
        ]) {
            expect(findingsOn(platform, externalMetricsOwner, external)).toEqual([]);
        }
        expect(findingsOn({ keda: true }, externalMetricsOwner, horizontalPodAutoscaler())).toEqual([]);
    });
});
