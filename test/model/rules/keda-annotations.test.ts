import { describe, expect, it } from "vitest";
import { kedaAnnotations } from "../../../model/rules/keda-annotations";
import { allFindings, findings } from "./support/findings";
import { horizontalPodAutoscaler, scaledJob, scaledObject, secret, unknown } from "./support/objects";

describe("keda-annotations", () => {
    const annotated = (annotations: unknown) => scaledObject({}, { annotations });
    const pathOf = (key: string): string => `metadata.annotations["${key}"]`;

    it("reports a boolean that KEDA takes for true", () => {
        for (const key of [
            "autoscaling.keda.sh/paused",
            "autoscaling.keda.sh/paused-scale-in",
            "autoscaling.keda.sh/paused-scale-out",
            "autoscaling.keda.sh/force-activation",
        ]) {
            for (const value of ["no", "off", "", "tRue"]) {
                expect(findings(kedaAnnotations, annotated({ [key]: value }))).toMatchObject([
                    {
                        severity: "warning",
                        message: `${key} is ${JSON.stringify(value)}, and KEDA takes anything but true and false for true`,
                        fix: 'write "true", or remove it',
                        path: pathOf(key),
                    },
                ]);
            }
            for (const value of ["true", "False", "1", "t"]) {
                expect(findings(kedaAnnotations, annotated({ [key]: value }))).toEqual([]);
            }
        }
    });

    it("refuses a number of replicas that is none", () => {
        const key = "autoscaling.keda.sh/paused-replicas";
        for (const value of ["many", "", "-1", "1.5", "2147483648"]) {
            expect(findings(kedaAnnotations, annotated({ [key]: value }))).toMatchObject([
                {
                    severity: "error",
                    message: `${key} is ${JSON.stringify(value)}, not a number of replicas: KEDA deletes its HPA and then stops`,
                    path: pathOf(key),
                },
            ]);
        }
        for (const value of ["0", "7", "+5", "2147483647"]) {
            expect(findings(kedaAnnotations, annotated({ [key]: value }))).toEqual([]);
        }
    });

    it("reports permissions that have the wrong value or stand on the wrong object", () => {
        const transfer = "scaledobject.keda.sh/transfer-hpa-ownership";
        expect(findings(kedaAnnotations, annotated({ [transfer]: "True" }))).toMatchObject([
            { message: `${transfer} is "True", and only "true" takes an HPA over` },
        ]);
        expect(findings(kedaAnnotations, annotated({ [transfer]: "true" }))).toEqual([]);
        const ownership = "validations.keda.sh/hpa-ownership";
        expect(findings(kedaAnnotations, annotated({ [ownership]: "true" }))).toMatchObject([
            {
                severity: "warning",
                message: `${ownership} has no effect on a ScaledObject: KEDA reads it on the other HPA`,
                path: pathOf(ownership),
            },
        ]);
        const hpa = (value: string) => horizontalPodAutoscaler({}, { annotations: { [ownership]: value } });
        expect(findings(kedaAnnotations, hpa("true"))).toMatchObject([
            { message: `${ownership} is "true", and only "false" lets a ScaledObject pass` },
        ]);
        expect(findings(kedaAnnotations, hpa("false"))).toEqual([]);
    });

    it("reports names that KEDA does not know, and leaves everybody else's alone", () => {
        expect(findings(kedaAnnotations, annotated({ "autoscaling.keda.sh/pause": "true" }))).toMatchObject([
            {
                severity: "warning",
                message:
                    'KEDA knows no annotation "autoscaling.keda.sh/pause", and ignores it without a word',
                fix: "did you mean autoscaling.keda.sh/paused?",
            },
        ]);
        expect(findings(kedaAnnotations, annotated({ "scaledjob.keda.sh/x": "y" }))[0]?.fix).toBe(
            "remove it",
        );
        expect(
            findings(kedaAnnotations, annotated({ "keda.sh/x": "y", "acme.example/paused": "no" })),
        ).toEqual([]);
    });

    it("notes what is known only after apply, one annotation or all of them", () => {
        for (const value of [unknown(), secret()]) {
            expect(
                findings(kedaAnnotations, annotated({ "autoscaling.keda.sh/paused": value })),
            ).toMatchObject([{ severity: "note", path: pathOf("autoscaling.keda.sh/paused") }]);
            expect(findings(kedaAnnotations, annotated(value))).toMatchObject([
                { severity: "note", path: "metadata.annotations" },
            ]);
        }
    });

    it("leaves a boolean that is no text to reading", () => {
        const found = allFindings(annotated({ "autoscaling.keda.sh/paused": true }));
        expect(found).toMatchObject([
            { id: "field-type", message: `${pathOf("autoscaling.keda.sh/paused")} is true, not text` },
        ]);
    });

    it("reports what KEDA reads on a ScaledObject only, and judges what it reads on a ScaledJob", () => {
        const job = (key: string, value: unknown) => scaledJob({}, { annotations: { [key]: value } });
        for (const key of [
            "autoscaling.keda.sh/paused-replicas",
            "autoscaling.keda.sh/paused-scale-in",
            "autoscaling.keda.sh/force-activation",
            "scaledobject.keda.sh/transfer-hpa-ownership",
            "validations.keda.sh/hpa-ownership",
        ]) {
            expect(findings(kedaAnnotations, job(key, "0"))).toMatchObject([
                {
                    severity: "warning",
                    message: `${key} has no effect on a ScaledJob`,
                    fix: 'remove it; autoscaling.keda.sh/paused: "true" is all that makes a ScaledJob stand still',
                    path: pathOf(key),
                },
            ]);
            expect(findings(kedaAnnotations, job(key, unknown()))).toMatchObject([{ severity: "warning" }]);
        }
        expect(findings(kedaAnnotations, job("scaledjob.keda.sh/job-excluded-labels", "team"))).toEqual([]);
        const paused = "autoscaling.keda.sh/paused";
        expect(findings(kedaAnnotations, job(paused, "true"))).toEqual([]);
        expect(findings(kedaAnnotations, job(paused, "no"))).toHaveLength(1);
        expect(findings(kedaAnnotations, job(paused, secret()))).toMatchObject([{ severity: "note" }]);
    });
});
