import { describe, expect, it } from "vitest";
import { hpaNameUnique } from "../../../model/rules/hpa-name-unique";
import { findings } from "./support/findings";
import { horizontalPodAutoscaler, scaledObject, unknown } from "./support/objects";

describe("hpa-name-unique", () => {
    const makes = (name: string, hpaName: unknown, target = name, metadata: object = {}) =>
        scaledObject(
            {
                scaleTargetRef: { name: target },
                ...(hpaName === undefined
                    ? {}
                    : { advanced: { horizontalPodAutoscalerConfig: { name: hpaName } } }),
            },
            { name, ...metadata },
        );
    const native = (name: string, target: string) =>
        horizontalPodAutoscaler(
            { scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: target } },
            { name },
        );

    it("reports the second ScaledObject of one HPA, chosen or by default", () => {
        for (const objects of [
            [makes("b", "same"), makes("a", "same")],
            [makes("a", "same"), makes("b", "same")],
        ]) {
            expect(findings(hpaNameUnique, ...objects)).toMatchObject([
                {
                    severity: "error",
                    message: "its HPA has the name of the HPA of ScaledObject a",
                    fix: "give advanced.horizontalPodAutoscalerConfig.name a name of its own",
                    path: "spec.advanced.horizontalPodAutoscalerConfig.name",
                    resource: { name: "b" },
                },
            ]);
        }
        expect(findings(hpaNameUnique, makes("a", "keda-hpa-b"), makes("b", undefined))).toMatchObject([
            { path: "metadata.name", resource: { name: "b" } },
        ]);
    });

    it("reports an HPA that KEDA would take away from its target", () => {
        expect(findings(hpaNameUnique, native("keda-hpa-a", "other"), makes("a", undefined))).toMatchObject([
            {
                severity: "error",
                message: "ScaledObject a takes the HPA keda-hpa-a over, and Deployment other has none then",
                fix: "give the HPA another name",
                path: "metadata.name",
                resource: { kind: "HorizontalPodAutoscaler" },
            },
        ]);
    });

    it("leaves an HPA of the same target to one-scaler-per-target", () => {
        expect(findings(hpaNameUnique, native("keda-hpa-a", "a"), makes("a", undefined))).toEqual([]);
    });

    it("is quiet about other names, other namespaces, and one object in two files", () => {
        expect(findings(hpaNameUnique, makes("a", undefined), makes("b", undefined))).toEqual([]);
        expect(findings(hpaNameUnique, makes("a", "same"), makes("b", "Same"))).toEqual([]);
        expect(findings(hpaNameUnique, makes("a", ""), makes("b", ""))).toEqual([]);
        const elsewhere = makes("b", "same", "b", { namespace: "elsewhere" });
        expect(findings(hpaNameUnique, makes("a", "same"), elsewhere)).toEqual([]);
        expect(findings(hpaNameUnique, makes("a", "same"), makes("a", "same"))).toEqual([]);
        expect(findings(hpaNameUnique, native("x", "a"), native("x", "a"))).toEqual([]);
    });

    it("joins names that are not known by identity, and never with a plain one", () => {
        const later = unknown("hpa");
        expect(findings(hpaNameUnique, makes("a", later), makes("b", unknown("hpa")))).toHaveLength(1);
        expect(findings(hpaNameUnique, makes("a", later), makes("b", unknown("other")))).toEqual([]);
        expect(findings(hpaNameUnique, makes("a", later), makes("b", "hpa"))).toEqual([]);
        const nameless = scaledObject({}, { name: unknown("n") });
        expect(findings(hpaNameUnique, nameless, makes("b", "keda-hpa-n"))).toEqual([]);
    });
});
