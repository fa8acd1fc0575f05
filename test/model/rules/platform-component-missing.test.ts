import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import type { Platform } from "../../../model/platform";
import { platformComponentMissing } from "../../../model/rules/platform-component-missing";
import { findingsOn } from "./support/findings";
import {
    authentication,
    cpu,
    declared,
    deployment,
    horizontalPodAutoscaler,
    redis,
    scaledObject,
    unknown,
    verticalPodAutoscaler,
} from "./support/objects";
import { PAUSE, capacityBuffer } from "./support/warm-capacity";

const NOTHING: Platform = {
    keda: false,
    vpa: false,
    metricsServer: false,
    customMetrics: false,
    externalMetrics: false,
    capacityBuffers: false,
};
const metric = (type: string, member: string) =>
    horizontalPodAutoscaler({
        metrics: [
            {
                type,
                [member]: {
                    metric: { name: "waiting" },
                    target: { type: "AverageValue", averageValue: "5" },
                },
            },
        ],
    });
const job = declared({
    apiVersion: "keda.sh/v1alpha1",
    kind: "ScaledJob",
    metadata: { name: "worker" },
    spec: { triggers: [redis()] },
});
const recommending = verticalPodAutoscaler({ updatePolicy: { updateMode: "Off" } });

/** Each need that is missing, as `component path`. */
function missing(platform: Platform, ...objects: readonly Declared[]): string[] {
    return findingsOn(platform, platformComponentMissing, ...objects).map(
        ({ message, path }) => `${/platform\.(\w+)/.exec(message)?.[1] ?? ""} ${path}`,
    );
}

describe("platform-component-missing", () => {
    it.each<[string, Declared, readonly string[]]>([
        ["a ScaledObject", scaledObject(), ["keda spec"]],
        ["a ScaledJob", job, ["keda spec"]],
        [
            "a ScaledObject on CPU",
            scaledObject({ triggers: [redis(), cpu(), cpu()] }),
            ["keda spec", "metricsServer spec.triggers[1]"],
        ],
        ["an HPA on CPU", horizontalPodAutoscaler(), ["metricsServer spec.metrics[0]"]],
        ["an HPA on a metric of its pods", metric("Pods", "pods"), ["customMetrics spec.metrics[0]"]],
        ["an HPA on a metric of an object", metric("Object", "object"), ["customMetrics spec.metrics[0]"]],
        ["an HPA on an external metric", metric("External", "external"), ["externalMetrics spec.metrics[0]"]],
        ["a VPA", verticalPodAutoscaler(), ["metricsServer spec", "vpa spec"]],
        ["a CapacityBuffer", capacityBuffer(), ["capacityBuffers spec"]],
        ["a CapacityBuffer of which nothing is known", capacityBuffer(unknown()), ["capacityBuffers spec"]],
        ["placeholders", deployment({ containers: [PAUSE] }), []],
        ["a workload", deployment(), []],
        ["a login without a trigger", authentication("redis"), []],
    ])("reports what %s needs where the platform says that it is not there", (_what, object, needs) => {
        expect(missing(NOTHING, object).sort()).toEqual([...needs].sort());
        expect(missing({}, object)).toEqual([]);
        const present = Object.fromEntries(Object.keys(NOTHING).map((fact) => [fact, true]));
        expect(missing(present, object)).toEqual([]);
    });

    it("says what is missing, what for, and where that is said", () => {
        expect(
            findingsOn({ metricsServer: false }, platformComponentMissing, horizontalPodAutoscaler()),
        ).toMatchObject([
            {
                severity: "error",
                message:
                    "needs metrics-server for cpu, and platform.metricsServer says that the cluster has none",
                fix: "install metrics-server, or correct platform.metricsServer",
            },
        ]);
        const of = (object: Declared): string | undefined =>
            findingsOn({ vpa: false }, platformComponentMissing, object)[0]?.message;
        expect(of(recommending)).toBe(
            "needs the VerticalPodAutoscaler, and platform.vpa says that the cluster has none",
        );
        expect(of(verticalPodAutoscaler({ updatePolicy: { updateMode: "Initial" } }))).toContain(
            "with its admission controller, and",
        );
        expect(of(verticalPodAutoscaler())).toContain("with its admission controller and its updater");
    });

    it("says of a CapacityBuffer who would have to act on it, on every provider", () => {
        for (const provider of ["gke", "gke-autopilot", "eks", "eks-auto"] as const) {
            const platform = { provider, capacityBuffers: false };
            expect(findingsOn(platform, platformComponentMissing, capacityBuffer())).toMatchObject([
                {
                    severity: "error",
                    message:
                        "needs a node autoscaler that acts on CapacityBuffers, and platform.capacityBuffers says that the cluster has none",
                    fix: "install a node autoscaler that acts on CapacityBuffers, or correct platform.capacityBuffers",
                    resource: { kind: "CapacityBuffer", name: "headroom" },
                },
            ]);
            expect(missing({ provider }, capacityBuffer())).toEqual([]);
            expect(missing({ ...platform, capacityBuffers: true }, capacityBuffer())).toEqual([]);
        }
    });

    it("believes that what has a version is there, and metrics-server where the provider brings it", () => {
        expect(missing({ kedaVersion: "2.20" }, scaledObject())).toEqual([]);
        expect(missing({ provider: "gke" }, horizontalPodAutoscaler())).toEqual([]);
        expect(missing({ provider: "gke", metricsServer: false }, horizontalPodAutoscaler())).toHaveLength(1);
    });

    it("needs nothing that it does not know of triggers that are not known", () => {
        expect(missing(NOTHING, horizontalPodAutoscaler({ metrics: unknown() }))).toEqual([]);
        expect(missing(NOTHING, horizontalPodAutoscaler({ metrics: [{ type: unknown() }] }))).toEqual([]);
        expect(missing(NOTHING, scaledObject({ triggers: unknown() }))).toEqual(["keda spec"]);
    });
});
