import { describe, expect, it } from "vitest";
import { graceCoversTask } from "../../../model/rules/grace-covers-task";
import { findings } from "./support/findings";
import { deployment, intent, scaledJob, scaledObject, secret, unknown } from "./support/objects";

describe("grace-covers-task", () => {
    const pool = (podSpec: object, task: object = { p99Seconds: 90 }) =>
        [scaledObject(), deployment(podSpec, { metadata: intent({ task }) })] as const;
    const path = "spec.template.spec.terminationGracePeriodSeconds";

    it("reports the default of 30 s, and a shorter one that is written", () => {
        expect(findings(graceCoversTask, ...pool({}))).toMatchObject([
            {
                severity: "warning",
                message: "a pod gets 30 s to stop, and the longest tasks take 90 s",
                fix: "use a grace period of 90 s or more, or hand tasks back before stopping",
                path,
                resource: { kind: "Deployment" },
            },
        ]);
        expect(findings(graceCoversTask, ...pool({ terminationGracePeriodSeconds: 0 }))).toMatchObject([
            { message: "a pod gets 0 s to stop, and the longest tasks take 90 s" },
        ]);
    });

    it("is quiet at the very number, for short tasks, and where no task is declared", () => {
        expect(findings(graceCoversTask, ...pool({ terminationGracePeriodSeconds: 90 }))).toEqual([]);
        expect(findings(graceCoversTask, ...pool({ terminationGracePeriodSeconds: 89 }))).toHaveLength(1);
        expect(findings(graceCoversTask, ...pool({}, { p99Seconds: 30 }))).toEqual([]);
        expect(findings(graceCoversTask, ...pool({}, {}))).toEqual([]);
    });

    it("reads the intent of the scaler where the workload is somebody else's", () => {
        const scaler = scaledObject({}, intent({ task: { p99Seconds: 90.5 } }));
        expect(findings(graceCoversTask, scaler, deployment())[0]?.fix).toContain("91 s");
        expect(findings(graceCoversTask, scaler)).toEqual([]);
    });

    it("notes a grace period that is not known, or that is somewhere in a pod that is not", () => {
        for (const podSpec of [
            { terminationGracePeriodSeconds: unknown() },
            { terminationGracePeriodSeconds: secret() },
        ]) {
            expect(findings(graceCoversTask, ...pool(podSpec))).toMatchObject([{ severity: "note", path }]);
        }
        const metadata = intent({ task: { p99Seconds: 90 } });
        const hidden = deployment({}, { metadata, spec: { template: unknown() } });
        expect(findings(graceCoversTask, scaledObject(), hidden)).toMatchObject([{ severity: "note", path }]);
    });

    it("does not take text for the default", () => {
        expect(findings(graceCoversTask, ...pool({ terminationGracePeriodSeconds: "120" }))).toMatchObject([
            { severity: "error", message: "the grace period is not a whole number of seconds", path },
        ]);
    });

    it("holds for the pods of jobs, whose intent stands on the ScaledJob", () => {
        const task = intent({ task: { p99Seconds: 90 } });
        expect(findings(graceCoversTask, scaledJob({}, task))).toMatchObject([
            {
                path: "spec.jobTargetRef.template.spec.terminationGracePeriodSeconds",
                resource: { kind: "ScaledJob" },
            },
        ]);
        expect(findings(graceCoversTask, scaledJob({}, task, { terminationGracePeriodSeconds: 90 }))).toEqual(
            [],
        );
    });
});
