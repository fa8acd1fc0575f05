import { describe, expect, it } from "vitest";
import { oneScalerPerTarget } from "../../../model/rules/one-scaler-per-target";
import { findings } from "./support/findings";
import { horizontalPodAutoscaler, scaledJob, scaledObject, unknown } from "./support/objects";

describe("one-scaler-per-target", () => {
    it("reports the second autoscaler of a target, KEDA's first", () => {
        const hpa = horizontalPodAutoscaler({}, { name: "legacy" });
        for (const objects of [
            [scaledObject(), hpa],
            [hpa, scaledObject()],
        ]) {
            expect(findings(oneScalerPerTarget, ...objects)).toMatchObject([
                {
                    severity: "error",
                    message: "Deployment worker is scaled by ScaledObject worker already",
                    fix: "merge the triggers into one scaler, or point this one at its own workload",
                    path: "spec.scaleTargetRef",
                    resource: { kind: "HorizontalPodAutoscaler", name: "legacy" },
                },
            ]);
        }
        expect(
            findings(oneScalerPerTarget, scaledObject({}, { name: "b" }), scaledObject({}, { name: "a" })),
        ).toMatchObject([{ message: expect.stringContaining("ScaledObject a already") as string }]);
    });

    it("is quiet about other targets, kinds and namespaces, and one object in two files", () => {
        const other = (spec: object, metadata: object = {}) =>
            scaledObject(spec, { name: "other", ...metadata });
        for (const second of [
            other({ scaleTargetRef: { name: "other" } }),
            other({ scaleTargetRef: { name: "worker", kind: "StatefulSet" } }),
            other({ scaleTargetRef: { name: "worker", apiVersion: "acme.example/v1" } }),
            other({}, { namespace: "staging" }),
            other({}, { namespace: undefined }),
            scaledObject(),
        ]) {
            expect(findings(oneScalerPerTarget, scaledObject(), second)).toEqual([]);
        }
    });

    it("is quiet where KEDA takes over that very HPA", () => {
        const takesOver = (name: string) =>
            scaledObject(
                { advanced: { horizontalPodAutoscalerConfig: { name } } },
                { annotations: { "scaledobject.keda.sh/transfer-hpa-ownership": "true" } },
            );
        const hpa = horizontalPodAutoscaler({}, { name: "legacy" });
        expect(findings(oneScalerPerTarget, takesOver("legacy"), hpa)).toEqual([]);
        expect(findings(oneScalerPerTarget, takesOver("other"), hpa)).toHaveLength(1);
    });

    it("warns where KEDA is told to let the HPA pass", () => {
        const annotations = { "validations.keda.sh/hpa-ownership": "false" };
        const hpa = horizontalPodAutoscaler({}, { name: "legacy", annotations });
        expect(findings(oneScalerPerTarget, scaledObject(), hpa)).toMatchObject([{ severity: "warning" }]);
    });

    it("joins what is not known by identity", () => {
        const [here, there] = [unknown("ns-a"), unknown("ns-b")];
        const first = scaledObject({}, { namespace: here });
        expect(
            findings(oneScalerPerTarget, first, scaledObject({}, { name: "b", namespace: unknown("ns-a") })),
        ).toHaveLength(1);
        expect(
            findings(oneScalerPerTarget, first, scaledObject({}, { name: "b", namespace: there })),
        ).toEqual([]);
        const target = { scaleTargetRef: { name: unknown("target") } };
        expect(
            findings(oneScalerPerTarget, scaledObject(target), scaledObject(target, { name: "b" })),
        ).toMatchObject([{ message: "Deployment (known after apply) is scaled by ScaledObject b already" }]);
    });

    it("does not take two scalers without a target for one target", () => {
        const nothing = { scaleTargetRef: {} };
        expect(
            findings(oneScalerPerTarget, scaledObject(nothing), scaledObject(nothing, { name: "b" })),
        ).toEqual([]);
    });

    it("has nothing to say of jobs, which no two scalers share", () => {
        expect(findings(oneScalerPerTarget, scaledJob(), scaledJob({}, { name: "other" }))).toEqual([]);
        expect(findings(oneScalerPerTarget, scaledJob(), scaledObject())).toEqual([]);
    });
});
