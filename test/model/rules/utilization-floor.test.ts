import { describe, expect, it } from "vitest";
import { utilizationFloor } from "../../../model/rules/utilization-floor";
import { findings } from "./support/findings";
import {
    container,
    cpu,
    deployment,
    horizontalPodAutoscaler,
    resourceMetric,
    scaledJob,
    scaledObject,
    unknown,
} from "./support/objects";

describe("utilization-floor", () => {
    const requests = (amount: unknown) =>
        deployment({ containers: [container({ resources: { requests: { cpu: amount } } })] });
    const at = (value: string, trigger: object = {}) => scaledObject({ triggers: [cpu({ value }, trigger)] });

    it("reports the CPU at which the pool grows, and a request that is large enough", () => {
        expect(findings(utilizationFloor, at("65"), requests("100m"))).toMatchObject([
            {
                severity: "warning",
                message: "the pool grows at 65m of CPU a pod, which a runtime uses without any work",
                fix: "request 154m of CPU or more, or scale on the work that waits",
                path: "spec.triggers[0].metadata.value",
            },
        ]);
        expect(findings(utilizationFloor, at("65"), requests("154m"))).toEqual([]);
    });

    it("offers what is enough for any share, and not a thousandth more", () => {
        for (let percent = 1; percent <= 100; percent++) {
            const [, enough] =
                /request (\d+)m/.exec(
                    findings(utilizationFloor, at(String(percent)), requests("1m"))[0]?.fix ?? "",
                ) ?? [];
            expect(findings(utilizationFloor, at(String(percent)), requests(`${enough ?? ""}m`))).toEqual([]);
            const less = `${Number(enough) - 1}m`;
            expect(findings(utilizationFloor, at(String(percent)), requests(less))).toHaveLength(1);
        }
    });

    it("judges a tenth of a core as enough, to the very thousandth", () => {
        expect(findings(utilizationFloor, at("50"), requests("200m"))).toEqual([]);
        expect(findings(utilizationFloor, at("50"), requests("199m"))).toHaveLength(1);
        const amount = (value: string) => at(value, { metricType: "AverageValue" });
        expect(findings(utilizationFloor, amount("100m"), requests("1"))).toEqual([]);
        expect(findings(utilizationFloor, amount("99m"), requests("1"))).toMatchObject([
            { fix: "use 100m or more, or scale on the work that waits" },
        ]);
    });

    it("adds up what the measured containers request, sidecars too", () => {
        const both = deployment({
            containers: [container({ resources: { requests: { cpu: "50m" } } })],
            initContainers: [
                container({
                    name: "proxy",
                    restartPolicy: "Always",
                    resources: { requests: { cpu: "100m" } },
                }),
                container({ name: "prepare", resources: { requests: { cpu: "4" } } }),
            ],
        });
        expect(findings(utilizationFloor, at("70"), both)).toEqual([]);
        expect(findings(utilizationFloor, at("60"), both)[0]?.message).toContain("90m");
        const only = scaledObject({ triggers: [cpu({ containerName: "proxy" })] });
        expect(findings(utilizationFloor, only, both)[0]?.message).toContain("70m");
    });

    it("judges a native autoscaler, and neither memory nor a pool that never changes", () => {
        const hpa = (name: string) =>
            horizontalPodAutoscaler({
                metrics: [resourceMetric(name, { type: "Utilization", averageUtilization: 50 })],
            });
        expect(findings(utilizationFloor, hpa("cpu"), requests("10m"))).toHaveLength(1);
        expect(findings(utilizationFloor, hpa("memory"), requests("10m"))).toEqual([]);
        const steady = scaledObject({ minReplicaCount: 3, maxReplicaCount: 3, triggers: [cpu()] });
        expect(findings(utilizationFloor, steady, requests("10m"))).toEqual([]);
    });

    it("leaves what is not known, or wrong, to other rules", () => {
        for (const amount of [unknown(), undefined, "much"]) {
            expect(findings(utilizationFloor, at("70"), requests(amount))).toEqual([]);
        }
        expect(findings(utilizationFloor, at("0"), requests("100m"))).toEqual([]);
        expect(findings(utilizationFloor, at("70"))).toEqual([]);
        expect(findings(utilizationFloor, at("seventy"), requests("10m"))).toEqual([]);
    });

    it("leaves jobs to job-triggers, for which nothing is measured", () => {
        const small = container({ resources: { requests: { cpu: "1m" } } });
        const job = scaledJob({ triggers: [cpu()] }, {}, { containers: [small] });
        expect(findings(utilizationFloor, job)).toEqual([]);
    });
});
