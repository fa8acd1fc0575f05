import { describe, expect, it } from "vitest";
import { scaleMaxStated } from "../../../model/rules/scale-max-stated";
import { findings } from "./support/findings";
import { horizontalPodAutoscaler, scaledJob, scaledObject, unknown } from "./support/objects";

describe("scale-max-stated", () => {
    it("warns of KEDA's ceiling of 100", () => {
        expect(findings(scaleMaxStated, scaledObject({ maxReplicaCount: undefined }))).toMatchObject([
            {
                severity: "warning",
                message: "no maxReplicaCount is given, so the ceiling is KEDA's 100",
                fix: "write the most replicas that you would pay for",
                path: "spec.maxReplicaCount",
            },
        ]);
        expect(findings(scaleMaxStated, scaledObject({ maxReplicaCount: null }))).toHaveLength(1);
    });

    it("refuses an HPA without one, as the API server does", () => {
        expect(findings(scaleMaxStated, horizontalPodAutoscaler({ maxReplicas: undefined }))).toMatchObject([
            {
                severity: "error",
                message: "no maxReplicas is given, and the API server requires it",
                path: "spec.maxReplicas",
            },
        ]);
    });

    it("is quiet about any ceiling that is written, also one that is not known yet", () => {
        expect(findings(scaleMaxStated, scaledObject({ maxReplicaCount: 100 }))).toEqual([]);
        expect(findings(scaleMaxStated, scaledObject({ maxReplicaCount: unknown() }))).toEqual([]);
    });

    it("counts jobs where there are some", () => {
        expect(findings(scaleMaxStated, scaledJob())).toEqual([]);
        expect(findings(scaleMaxStated, scaledJob({ maxReplicaCount: undefined }))).toMatchObject([
            {
                severity: "warning",
                message:
                    "no maxReplicaCount is given, so up to KEDA's 100 jobs run at once, beside the extra ones",
            },
        ]);
    });
});
