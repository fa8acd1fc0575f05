import { describe, expect, it } from "vitest";
import { cronTolerance } from "../../../model/rules/cron-tolerance";
import { findings, findingsOn } from "./support/findings";
import { cron, redis, scaledObject, unknown } from "./support/objects";

describe("cron-tolerance", () => {
    const window = (desiredReplicas: unknown, spec: object = {}) =>
        scaledObject({ maxReplicaCount: 100, triggers: [redis(), cron({ desiredReplicas })], ...spec });
    const up = (tolerance: unknown) => ({
        advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleUp: { tolerance } } } },
    });
    const path = "spec.triggers[1].metadata.desiredReplicas";

    it("reports where a window may rest, and how many to ask for", () => {
        expect(findings(cronTolerance, window("45"))).toMatchObject([
            {
                severity: "warning",
                message: "the window of 45 replicas may rest at 41: the HPA leaves alone what is within 10 %",
                fix: "set the tolerance of behavior.scaleUp to 0 (Kubernetes 1.35), or ask for 49",
                path,
            },
        ]);
    });

    it("is quiet up to ten replicas, and at a tolerance that is small enough", () => {
        expect(findings(cronTolerance, window("10"))).toEqual([]);
        expect(findings(cronTolerance, window("11"))).toHaveLength(1);
        for (const tolerance of ["0", 0, "10m"]) {
            expect(findings(cronTolerance, window("45", up(tolerance)))).toEqual([]);
        }
        expect(findings(cronTolerance, window("45", up("50m")))[0]?.message).toContain("rest at 43");
    });

    it("counts what the floor keeps, and what the ceiling leaves", () => {
        expect(findings(cronTolerance, window("45", { minReplicaCount: 45 }))).toEqual([]);
        expect(findings(cronTolerance, window("45", { minReplicaCount: 43 }))[0]?.message).toContain(
            "rest at 43",
        );
        expect(findings(cronTolerance, window("45", { maxReplicaCount: 10 }))).toEqual([]);
    });

    it("offers the tolerance only where the cluster keeps it", () => {
        const fix = (kubernetesVersion: string) =>
            findingsOn({ kubernetesVersion }, cronTolerance, window("45"))[0]?.fix;
        expect(fix("1.34")).toBe("ask for 49");
        expect(fix("1.35")).toContain("Kubernetes 1.35");
    });

    it("is quiet where a formula decides, and for a ratio", () => {
        const formula = { advanced: { scalingModifiers: { formula: "a", target: "1" } } };
        expect(findings(cronTolerance, window("45", formula))).toEqual([]);
        const ratio = scaledObject({
            triggers: [{ ...cron({ desiredReplicas: "45" }), metricType: "Value" }],
        });
        expect(findings(cronTolerance, ratio)).toEqual([]);
    });

    it("notes a tolerance that is not known, and leaves other numbers to their rules", () => {
        expect(findings(cronTolerance, window("45", up(unknown())))).toMatchObject([
            {
                severity: "note",
                message:
                    "how close a window must come to its number is known only after apply, so it is not checked",
            },
        ]);
        expect(findings(cronTolerance, window(unknown()))).toEqual([]);
        expect(findings(cronTolerance, window("many"))).toEqual([]);
        expect(findings(cronTolerance, window("45", { maxReplicaCount: unknown() }))).toHaveLength(1);
    });
});
