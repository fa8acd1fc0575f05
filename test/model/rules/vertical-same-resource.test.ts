import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { verticalSameResource } from "../../../model/rules/vertical-same-resource";
import { findings } from "./support/findings";
import {
    LEAVE_OTHERS,
    container,
    containerPolicy,
    cpu,
    deployment,
    horizontalPodAutoscaler,
    redis,
    resourceMetric,
    scaledObject,
    unknown,
    verticalPodAutoscaler,
} from "./support/objects";

describe("vertical-same-resource", () => {
    const sizing = (resources: unknown, mode: unknown = "Recreate", more: object = {}) =>
        verticalPodAutoscaler({
            updatePolicy: { updateMode: mode },
            resourcePolicy: {
                containerPolicies: [
                    containerPolicy({ controlledResources: resources, ...more }),
                    LEAVE_OTHERS,
                ],
            },
        });
    const byAmount = horizontalPodAutoscaler({
        metrics: [resourceMetric("cpu", { type: "AverageValue", averageValue: "500m" })],
    });
    const found = (...objects: readonly Declared[]) => findings(verticalSameResource, ...objects);

    it("refuses CPU that both the HPA divides by and the VPA resizes", () => {
        for (const mode of ["Recreate", "Auto", "InPlaceOrRecreate", "InPlace"]) {
            expect(
                found(deployment(), horizontalPodAutoscaler(), sizing(["cpu", "memory"], mode)),
            ).toMatchObject([
                {
                    severity: "error",
                    message:
                        "it resizes cpu, and HorizontalPodAutoscaler worker divides the use of cpu by the request",
                    fix: 'size memory only, or set the mode to "Off", which only recommends',
                    path: "spec.resourcePolicy.containerPolicies[0].controlledResources",
                    resource: { kind: "VerticalPodAutoscaler" },
                },
            ]);
        }
    });

    it("refuses it of KEDA's CPU and memory triggers, each, with the one fix that is left", () => {
        const both = scaledObject({
            triggers: [
                redis(),
                cpu(),
                { type: "memory", metricType: "Utilization", metadata: { value: "70" } },
            ],
        });
        expect(found(deployment(), both, sizing(["memory", "cpu"]))).toMatchObject([
            { message: expect.stringContaining("ScaledObject worker divides the use of cpu") as string },
            {
                message: expect.stringContaining("ScaledObject worker divides the use of memory") as string,
                fix: 'set the mode to "Off", which only recommends',
            },
        ]);
    });

    it("refuses what is sized without a word: no policy at all, and a policy without resources", () => {
        const silent = verticalPodAutoscaler({ updatePolicy: undefined, resourcePolicy: undefined });
        expect(found(deployment(), horizontalPodAutoscaler(), silent)).toMatchObject([
            { severity: "error", path: "spec.resourcePolicy" },
        ]);
        expect(found(deployment(), horizontalPodAutoscaler(), sizing(undefined))).toHaveLength(1);
        // Which containers there are is not known here.
        expect(found(horizontalPodAutoscaler(), silent)).toHaveLength(1);
    });

    it("passes memory beside CPU, Off, other containers, other targets and triggers that ask a source", () => {
        expect(found(deployment(), horizontalPodAutoscaler(), sizing(["memory"]))).toEqual([]);
        expect(found(deployment(), horizontalPodAutoscaler(), sizing(["cpu"], "Off"))).toEqual([]);
        expect(
            found(deployment(), horizontalPodAutoscaler(), sizing(["cpu"], "Recreate", { mode: "Off" })),
        ).toEqual([]);
        expect(found(deployment(), scaledObject(), sizing(["cpu", "memory"]))).toEqual([]);
        const elsewhere = horizontalPodAutoscaler({
            scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "other" },
        });
        expect(found(deployment(), elsewhere, sizing(["cpu"]))).toEqual([]);
    });

    it("compares by container where the trigger measures one alone", () => {
        const measuring = (name: string) =>
            horizontalPodAutoscaler({
                metrics: [
                    {
                        type: "ContainerResource",
                        containerResource: {
                            name: "cpu",
                            container: name,
                            target: { type: "Utilization", averageUtilization: 70 },
                        },
                    },
                ],
            });
        const two = deployment({ containers: [container(), container({ name: "proxy" })] });
        expect(found(two, measuring("agent"), sizing(["cpu"]))).toHaveLength(1);
        expect(found(two, measuring("proxy"), sizing(["cpu"]))).toEqual([]);
        const sidecar = deployment({
            initContainers: [container({ name: "proxy", restartPolicy: "Always" })],
        });
        const everything = verticalPodAutoscaler({ resourcePolicy: undefined });
        expect(found(sidecar, measuring("proxy"), everything)).toEqual([]);
        expect(found(sidecar, measuring("agent"), everything)).toHaveLength(1);
    });

    it("warns of new pods only, and of an amount, and passes both together", () => {
        expect(found(deployment(), horizontalPodAutoscaler(), sizing(["cpu"], "Initial"))).toMatchObject([
            {
                severity: "warning",
                message:
                    "it gives new pods another request of cpu, and HorizontalPodAutoscaler worker divides the use of cpu by the request",
            },
        ]);
        expect(found(deployment(), byAmount, sizing(["cpu"]))).toMatchObject([
            {
                severity: "warning",
                message:
                    "it resizes cpu, and HorizontalPodAutoscaler worker scales on the use of cpu: the same load is answered twice",
            },
        ]);
        expect(found(deployment(), byAmount, sizing(["cpu"], "Initial"))).toEqual([]);
    });

    it("leaves what is not known to the rules that note it", () => {
        for (const vertical of [
            sizing(["cpu"], unknown()),
            sizing(unknown()),
            sizing(["cpu"], "Recreate", { containerName: unknown() }),
            verticalPodAutoscaler({ resourcePolicy: unknown() }),
        ]) {
            expect(found(deployment(), horizontalPodAutoscaler(), vertical)).toEqual([]);
        }
    });
});
