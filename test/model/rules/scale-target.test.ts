import { describe, expect, it } from "vitest";
import { scaleTarget } from "../../../model/rules/scale-target";
import { findings } from "./support/findings";
import { horizontalPodAutoscaler, scaledJob, scaledObject, unknown } from "./support/objects";

describe("scale-target", () => {
    it("reports a ScaledObject and an HPA that name no target", () => {
        for (const scaleTargetRef of [undefined, null, {}, { name: "" }, "worker"]) {
            expect(findings(scaleTarget, scaledObject({ scaleTargetRef }))).toMatchObject([
                {
                    severity: "error",
                    message: "the autoscaler names no target",
                    fix: "give spec.scaleTargetRef.name, in the same namespace",
                    path: "spec.scaleTargetRef.name",
                },
            ]);
        }
        const hpa = horizontalPodAutoscaler({
            scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment" },
        });
        expect(findings(scaleTarget, hpa)).toHaveLength(1);
    });

    it("asks an HPA for kind and API version too, which KEDA alone assumes", () => {
        expect(
            findings(scaleTarget, horizontalPodAutoscaler({ scaleTargetRef: { name: "worker" } })),
        ).toMatchObject([
            {
                severity: "error",
                message: "the target has no apiVersion, and an HPA assumes none",
                fix: "write it, for example apiVersion: apps/v1",
                path: "spec.scaleTargetRef.apiVersion",
            },
            { message: "the target has no kind, and an HPA assumes none", path: "spec.scaleTargetRef.kind" },
        ]);
        expect(findings(scaleTarget, scaledObject())).toEqual([]);
        expect(findings(scaleTarget, horizontalPodAutoscaler())).toEqual([]);
    });

    it("takes a name that is known only after apply for a name", () => {
        expect(findings(scaleTarget, scaledObject({ scaleTargetRef: { name: unknown() } }))).toEqual([]);
        expect(findings(scaleTarget, horizontalPodAutoscaler({ scaleTargetRef: unknown() }))).toEqual([]);
    });

    it("asks nothing of a ScaledJob, which has no target", () => {
        expect(findings(scaleTarget, scaledJob())).toEqual([]);
    });
});
