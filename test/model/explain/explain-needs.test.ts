import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { explain } from "../../../model/explain";
import { readFleet } from "../../../model/fleet";
import type { Platform } from "../../../model/platform";
import { cpu, horizontalPodAutoscaler, redis, scaledObject } from "../rules/support/objects";

function needs(object: Declared, platform: Platform = {}): string[] {
    return explain(readFleet([object], platform)).flatMap(({ sentences }) =>
        sentences.filter(({ topic }) => topic === "needs").map(({ text }) => text),
    );
}

const metrics = (...types: readonly (readonly [type: string, member: string])[]): Declared =>
    horizontalPodAutoscaler({
        metrics: types.map(([type, member]) => ({
            type,
            [member]: { metric: { name: "waiting" }, target: { type: "AverageValue", averageValue: "5" } },
        })),
    });

describe("what a scaler needs of its cluster", () => {
    it("is KEDA for its own kinds, and metrics-server for CPU and memory, each once", () => {
        expect(needs(scaledObject({ triggers: [redis(), redis()] }))).toEqual([
            "Needs KEDA; platform.keda does not say whether the cluster has it.",
        ]);
        expect(
            needs(scaledObject({ triggers: [cpu(), cpu()] }), { kedaVersion: "2.20", provider: "gke" }),
        ).toEqual([
            "Needs KEDA, which the cluster has.",
            "Needs metrics-server for cpu, which the cluster has.",
        ]);
    });

    it("is an adapter for what the native autoscaler reads from one", () => {
        const platform = { customMetrics: false, externalMetrics: true };
        expect(
            needs(metrics(["Pods", "pods"], ["Object", "object"], ["External", "external"]), platform),
        ).toEqual([
            "Needs an adapter for custom.metrics.k8s.io, which the cluster does not have.",
            "Needs an adapter for external.metrics.k8s.io, which the cluster has.",
        ]);
        expect(needs(horizontalPodAutoscaler())).toEqual([
            "Needs metrics-server for cpu; platform.metricsServer does not say whether the cluster has it.",
        ]);
    });
});
