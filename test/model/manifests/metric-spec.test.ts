import { output } from "@pulumi/pulumi";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { Unknown } from "../../../model/declared";
import { parseQuantity } from "../../../model/capacity";
import { known, readFleet } from "../../../model/fleet";
import { manifests } from "../../../model/manifests";
import type { AutoscaledAgentPoolArgs } from "../../../model/pool";
import { Signal } from "../../../model/triggers";
import { GATEWAY, changed, resolved } from "../pool/support/pools";

const scaledOn = (...triggers: readonly object[]): AutoscaledAgentPoolArgs =>
    changed(GATEWAY, ["scale", "triggers"], triggers);

function scalerOf(args: AutoscaledAgentPoolArgs): Declared {
    const found = manifests(resolved(args)).find(({ role }) => role === "scaler");
    if (found === undefined) throw new Error("no scaler");
    return found;
}

const metricsOf = (args: AutoscaledAgentPoolArgs): unknown =>
    (scalerOf(args).object["spec"] as { metrics: unknown }).metrics;

const OBJECT = {
    metricName: "requests",
    describedObject: { apiVersion: "networking.k8s.io/v1", kind: "Ingress", name: "gateway" },
    target: "0.5",
    signal: "Ratio",
};

describe("the metrics of a HorizontalPodAutoscaler", () => {
    it("are those of the pods, of another object and from outside, as their signals say", () => {
        const triggers = [
            { cpu: { averageUtilization: 70 } },
            { podsMetric: { metricName: "waiting", averageValue: "1500m" } },
            { objectMetric: OBJECT },
            {
                externalMetric: {
                    metricName: "backlog",
                    target: "30",
                    signal: "Total",
                    matchLabels: { queue: "tasks" },
                },
            },
        ];
        expect(scalerOf(scaledOn(...triggers)).type).toBe(
            "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
        );
        expect(metricsOf(scaledOn(...triggers))).toEqual([
            {
                type: "Resource",
                resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 70 } },
            },
            {
                type: "Pods",
                pods: {
                    metric: { name: "waiting" },
                    target: { type: "AverageValue", averageValue: "1500m" },
                },
            },
            {
                type: "Object",
                object: {
                    describedObject: { apiVersion: "networking.k8s.io/v1", kind: "Ingress", name: "gateway" },
                    metric: { name: "requests" },
                    target: { type: "Value", value: "500m" },
                },
            },
            {
                type: "External",
                external: {
                    metric: { name: "backlog", selector: { matchLabels: { queue: "tasks" } } },
                    target: { type: "AverageValue", averageValue: "30" },
                },
            },
        ]);
    });

    it("carry Outputs as the leaves that stand for them", () => {
        const name = output("gateway");
        const described = { ...OBJECT, describedObject: { ...OBJECT.describedObject, name } };
        expect(metricsOf(scaledOn({ objectMetric: described }))).toMatchObject([
            {
                object: {
                    describedObject: {
                        name: new Unknown("scale.triggers[0].objectMetric.describedObject.name", name),
                    },
                },
            },
        ]);
    });

    it("lead each place back to the argument that decides it", () => {
        const { origin } = scalerOf(
            scaledOn(
                { podsMetric: { metricName: "waiting", averageValue: "10" } },
                { objectMetric: { ...OBJECT, matchLabels: { a: "b" } } },
            ),
        );
        const places: readonly (readonly [readonly (string | number)[], string])[] = [
            [["spec", "metrics", 0], "scale.triggers[0].podsMetric"],
            [
                ["spec", "metrics", 0, "pods", "target", "averageValue"],
                "scale.triggers[0].podsMetric.averageValue",
            ],
            [["spec", "metrics", 1, "object", "metric", "name"], "scale.triggers[1].objectMetric.metricName"],
            [["spec", "metrics", 1, "object", "target", "value"], "scale.triggers[1].objectMetric.target"],
            [
                ["spec", "metrics", 1, "object", "metric", "selector", "matchLabels", "a"],
                "scale.triggers[1].objectMetric.matchLabels.a",
            ],
            [
                ["spec", "metrics", 1, "object", "describedObject", "kind"],
                "scale.triggers[1].objectMetric.describedObject.kind",
            ],
        ];
        for (const [path, argument] of places) expect(origin(path)).toEqual({ argument });
    });

    it("mean the same when they are read again", () => {
        const amount = fc
            .tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom("", "m", "k", "Mi", "e2"))
            .map(([digits, suffix]) => `${digits}${suffix}`);
        const signal = fc.constantFrom(...Object.values(Signal));
        fc.assert(
            fc.property(amount, signal, (target, meaning) => {
                const args = scaledOn({ externalMetric: { metricName: "backlog", target, signal: meaning } });
                const [trigger] = readFleet([scalerOf(args)]).scalers[0]?.triggers ?? [];
                const quantity = parseQuantity(target);
                expect("toNumber" in quantity ? quantity.toNumber() : undefined).toBe(
                    trigger === undefined ? "none" : known(trigger.target),
                );
                expect(trigger?.effectiveMetricType).toBe(meaning === "Total" ? "AverageValue" : "Value");
                expect(trigger?.name.value).toBe("backlog");
            }),
        );
    });

    it("are waited for like any other, except where the pool may be empty", () => {
        const external = { externalMetric: { metricName: "backlog", target: "30", signal: "Total" } };
        const atZero = {
            ...changed(scaledOn(external), ["scale", "minReplicas"], 0),
            platform: { kubernetesVersion: "1.37" },
        };
        const annotations = (args: AutoscaledAgentPoolArgs): unknown =>
            manifests(resolved(args))[0]?.object.metadata["annotations"];
        expect(annotations(atZero)).toMatchObject({ "pulumi.com/skipAwait": "true" });
        expect(annotations(scaledOn(external))).not.toHaveProperty(["pulumi.com/skipAwait"]);
        expect(scalerOf(atZero).object["spec"]).toMatchObject({ minReplicas: 0 });
    });
});
