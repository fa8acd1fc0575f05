import { describe, expect, it } from "vitest";
import { scaleBounds } from "../../../model/rules/scale-bounds";
import { allFindings, findings, findingsOn } from "./support/findings";
import { horizontalPodAutoscaler, scaledJob, scaledObject, unknown } from "./support/objects";

describe("scale-bounds", () => {
    const bounds = (minReplicaCount: unknown, maxReplicaCount: unknown) =>
        scaledObject({ minReplicaCount, maxReplicaCount });

    it("reports a floor above the ceiling with both ways out", () => {
        expect(findings(scaleBounds, bounds(5, 3))).toMatchObject([
            {
                severity: "error",
                message: "the floor 5 is above the ceiling 3",
                fix: "use a floor of 3 or less, or a ceiling of 5 or more",
                path: "spec.minReplicaCount",
            },
        ]);
        expect(
            findings(scaleBounds, horizontalPodAutoscaler({ minReplicas: 5, maxReplicas: 3 })),
        ).toMatchObject([{ path: "spec.minReplicas" }]);
    });

    it("reports a floor below 0 and a ceiling below 1, with KEDA's way to zero", () => {
        expect(findings(scaleBounds, bounds(-1, 0))).toMatchObject([
            {
                severity: "error",
                message: "the ceiling is 0, and no autoscaler accepts less than 1",
                fix: expect.stringContaining('autoscaling.keda.sh/paused-replicas: "0"') as string,
                path: "spec.maxReplicaCount",
            },
            {
                severity: "error",
                message: "the floor is -1",
                fix: "use 0 or more",
                path: "spec.minReplicaCount",
            },
        ]);
    });

    it("compares with the engine's own bounds where none is written", () => {
        expect(findings(scaleBounds, bounds(101, undefined))).toMatchObject([
            { message: "the floor 101 is above the ceiling 100" },
        ]);
        expect(findings(scaleBounds, bounds(100, null))).toEqual([]);
        expect(findings(scaleBounds, horizontalPodAutoscaler({ minReplicas: undefined }))).toEqual([]);
    });

    it("is quiet about equal bounds and a floor of 0", () => {
        expect(findings(scaleBounds, bounds(3, 3))).toEqual([]);
        expect(findings(scaleBounds, bounds(0, 1))).toEqual([]);
    });

    it("warns of an HPA with a floor of 0, which is behind a feature gate", () => {
        const metrics = [{ type: "External", external: {} }];
        expect(findings(scaleBounds, horizontalPodAutoscaler({ minReplicas: 0, metrics }))).toMatchObject([
            {
                severity: "warning",
                message: expect.stringContaining("HPAScaleToZero") as string,
                path: "spec.minReplicas",
            },
        ]);
        expect(findings(scaleBounds, horizontalPodAutoscaler({ minReplicas: 0 }))).toEqual([]);
    });

    it("takes that gate for on from Kubernetes 1.37, and leaves metrics of pods to another rule", () => {
        const atZero = (type: string) => horizontalPodAutoscaler({ minReplicas: 0, metrics: [{ type }] });
        expect(findingsOn({ kubernetesVersion: "1.37" }, scaleBounds, atZero("External"))).toEqual([]);
        expect(findingsOn({ kubernetesVersion: "1.36" }, scaleBounds, atZero("Object"))).toMatchObject([
            { severity: "warning", message: expect.stringContaining("from Kubernetes 1.37 on") as string },
        ]);
        expect(findings(scaleBounds, atZero("Pods"))).toEqual([]);
    });

    it("notes each bound that is not known, and leaves a wrong type to reading", () => {
        expect(findings(scaleBounds, bounds(unknown(), unknown()))).toMatchObject([
            { severity: "note", path: "spec.maxReplicaCount" },
            {
                severity: "note",
                message: "the floor is known only after apply, so what depends on it is not checked",
                path: "spec.minReplicaCount",
            },
        ]);
        for (const wrong of ["3", 2.5, 3_000_000_000, [], NaN]) {
            const found = allFindings(bounds(1, wrong));
            expect(found.find(({ path }) => path === "spec.maxReplicaCount")).toMatchObject({
                id: "field-type",
            });
        }
    });

    it("says what KEDA makes of more extra jobs than the ceiling, which its own ceiling does not compare", () => {
        expect(findings(scaleBounds, scaledJob({ minReplicaCount: 3, maxReplicaCount: 2 }))).toMatchObject([
            {
                severity: "error",
                message:
                    "the floor 3 is above the ceiling 2: KEDA runs 2 jobs at all times, and as many again for tasks",
                path: "spec.minReplicaCount",
            },
        ]);
        expect(findings(scaleBounds, scaledJob({ minReplicaCount: 2, maxReplicaCount: 2 }))).toEqual([]);
        const unstated = { minReplicaCount: 101, maxReplicaCount: undefined };
        expect(findings(scaleBounds, scaledJob(unstated))).toEqual([]);
        expect(findings(scaleBounds, scaledJob({ maxReplicaCount: 0 }))).toMatchObject([
            { fix: expect.stringContaining('autoscaling.keda.sh/paused: "true"') as string },
        ]);
        expect(findings(scaleBounds, scaledJob({ minReplicaCount: unknown() }))).toMatchObject([
            { severity: "note", path: "spec.minReplicaCount" },
        ]);
    });
});
