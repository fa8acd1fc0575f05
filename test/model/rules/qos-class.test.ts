import { describe, expect, it } from "vitest";
import { qosClass } from "../../../model/rules/qos-class";
import { findings } from "./support/findings";
import { container, deployment, intent, scaledJob, unknown } from "./support/objects";
import { containerImage } from "../../../model/rules/container-image";

describe("qos-class", () => {
    const pod = (asked: unknown, resources: unknown) =>
        deployment({ containers: [container({ resources })] }, { metadata: intent({ qosClass: asked }) });
    const path = "spec.template.spec.containers";

    it("reports the class that the pods get instead, and why", () => {
        const resources = { requests: { cpu: "1", memory: "1Gi" }, limits: { memory: "1Gi" } };
        expect(findings(qosClass, pod("Guaranteed", resources))).toMatchObject([
            {
                severity: "error",
                message: expect.stringMatching(
                    /^the pods get the class Burstable, not Guaranteed: .*no cpu limit/,
                ) as string,
                fix: "give every container CPU and memory limits equal to its requests",
                path,
            },
        ]);
        expect(findings(qosClass, pod("Burstable", {}))).toMatchObject([
            { message: expect.stringContaining("get the class BestEffort, not Burstable") as string },
        ]);
    });

    it("is quiet where they get it, and where none was asked for", () => {
        const limits = { cpu: "1", memory: "1Gi" };
        expect(findings(qosClass, pod("Guaranteed", { limits }))).toEqual([]);
        expect(findings(qosClass, pod("BestEffort", {}))).toEqual([]);
        expect(findings(qosClass, deployment())).toEqual([]);
    });

    it("says what to ask for when the word is none of Kubernetes'", () => {
        for (const word of ["guaranteed", "constructor"]) {
            expect(findings(qosClass, pod(word, {}))[0]?.fix).toBe(
                "ask for Guaranteed, Burstable or BestEffort",
            );
        }
    });

    it("notes an amount that decides and is not known", () => {
        const limits = { cpu: unknown(), memory: "1Gi" };
        expect(findings(qosClass, pod("Guaranteed", { limits }))).toMatchObject([
            {
                severity: "note",
                message: expect.stringContaining("the class Guaranteed is not checked") as string,
            },
        ]);
        const metadata = intent({ qosClass: "Guaranteed" });
        const hidden = deployment({}, { metadata, spec: { template: unknown() } });
        expect(findings(qosClass, hidden)).toEqual([]);
        expect(findings(containerImage, hidden)).toMatchObject([{ severity: "note" }]);
    });

    it("holds for the pods of jobs", () => {
        expect(findings(qosClass, scaledJob({}, intent({ qosClass: "Guaranteed" })))).toMatchObject([
            { severity: "error", path: "spec.jobTargetRef.template.spec.containers" },
        ]);
        expect(findings(qosClass, scaledJob({}, intent({ qosClass: "Burstable" })))).toEqual([]);
    });
});
