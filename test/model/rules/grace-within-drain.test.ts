import { describe, expect, it } from "vitest";
import { graceWithinDrain } from "../../../model/rules/grace-within-drain";
import { findings, findingsOn } from "./support/findings";
import { container, deployment, intent, scaledJob, scaledObject, unknown } from "./support/objects";

describe("grace-within-drain", () => {
    const pool = (podSpec: object, task: object = {}) =>
        [scaledObject(), deployment(podSpec, { metadata: intent({ task }) })] as const;
    const found = (podSpec: object, task?: object, nodeDrainSeconds = 600) =>
        findingsOn({ nodeDrainSeconds }, graceWithinDrain, ...pool(podSpec, task));

    it("reports a grace period that no drain waits for", () => {
        expect(found({ terminationGracePeriodSeconds: 3600 })).toMatchObject([
            {
                severity: "warning",
                message: "a pod asks for 3600 s to stop, and a node drain waits 600 s",
                path: "spec.template.spec.terminationGracePeriodSeconds",
                resource: { kind: "Deployment" },
            },
        ]);
        expect(found({}, {}, 29)).toHaveLength(1);
    });

    it("is quiet at the very number, and where the tasks end in time", () => {
        expect(found({ terminationGracePeriodSeconds: 600 })).toEqual([]);
        expect(found({ terminationGracePeriodSeconds: 601 })).toHaveLength(1);
        expect(found({ terminationGracePeriodSeconds: 3600 }, { p99Seconds: 600 })).toEqual([]);
        expect(found({ terminationGracePeriodSeconds: 3600 }, { p99Seconds: 601 })).toHaveLength(1);
        const hook = container({ lifecycle: { preStop: { sleep: { seconds: 5 } } } });
        const podSpec = { terminationGracePeriodSeconds: 3600, containers: [hook] };
        expect(found(podSpec, { p99Seconds: 596 })).toHaveLength(1);
    });

    it("is quiet about tasks that may be cut off, and where nothing is known of drains", () => {
        const podSpec = { terminationGracePeriodSeconds: 3600 };
        expect(found(podSpec, { interruptible: true })).toEqual([]);
        expect(findings(graceWithinDrain, ...pool(podSpec))).toEqual([]);
        expect(findingsOn({ nodeDrainSeconds: 600 }, graceWithinDrain, scaledObject())).toEqual([]);
    });

    it("leaves a grace period that is not known, or no number, to grace-covers-task", () => {
        expect(found({ terminationGracePeriodSeconds: unknown() }, { p99Seconds: 90 })).toEqual([]);
        expect(found({ terminationGracePeriodSeconds: "3600" })).toEqual([]);
    });

    it("notes a grace period that is not known where no task is declared", () => {
        expect(found({ terminationGracePeriodSeconds: unknown() }, {})).toMatchObject([{ severity: "note" }]);
    });

    it("offers a job to those that are none", () => {
        const seconds = { terminationGracePeriodSeconds: 3600 };
        expect(found(seconds)[0]?.fix).toBe(
            "hand tasks back within 600 s, let the drain wait longer, or run each task as a job that nothing drains",
        );
        const job = scaledJob({}, {}, seconds);
        expect(findingsOn({ nodeDrainSeconds: 600 }, graceWithinDrain, job)).toMatchObject([
            {
                fix: "hand tasks back within 600 s, or let the drain wait longer",
                path: "spec.jobTargetRef.template.spec.terminationGracePeriodSeconds",
            },
        ]);
    });
});
