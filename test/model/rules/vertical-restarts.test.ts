import { describe, expect, it } from "vitest";
import { verticalRestarts } from "../../../model/rules/vertical-restarts";
import { findings } from "./support/findings";
import {
    container,
    deployment,
    intent,
    scaledObject,
    secret,
    unknown,
    verticalPodAutoscaler,
} from "./support/objects";

const EVICTING = ["Recreate", "Auto", "InPlaceOrRecreate"];
const SPARING = ["Off", "Initial", "InPlace"];

const mode = (updateMode: unknown, more: object = {}) =>
    verticalPodAutoscaler({ updatePolicy: { updateMode, ...more } });
const working = (task: object, podSpec: object = {}) => deployment(podSpec, { metadata: intent({ task }) });

describe("vertical-restarts: the only pod", () => {
    const found = (floor: unknown, least: unknown, name = "Recreate") =>
        findings(
            verticalRestarts,
            working({ coldStartSeconds: 45 }),
            scaledObject({ minReplicaCount: floor }),
            mode(name, { minReplicas: least }),
        );

    it("may be evicted where both numbers are 1", () => {
        for (const name of EVICTING) {
            expect(found(1, 1, name)).toMatchObject([
                {
                    severity: "warning",
                    message:
                        "minReplicas 1 lets VPA evict the only pod of a pool whose floor is 1; nothing works until the next one does, 45 s later",
                    fix: "use minReplicas 2, so that it waits until the pool has grown, or a floor of 2",
                    path: "spec.updatePolicy.minReplicas",
                },
            ]);
        }
        expect(found(0, 1)).toHaveLength(1);
    });

    it("stays where the floor, VPA's own number or the mode keeps it", () => {
        expect(found(2, 1)).toEqual([]);
        expect(found(1, 2)).toEqual([]);
        expect(found(1, undefined)).toEqual([]);
        for (const name of SPARING) expect(found(1, 1, name)).toEqual([]);
        expect(findings(verticalRestarts, deployment(), mode("Recreate", { minReplicas: 1 }))).toEqual([]);
    });

    it("is not guessed at where a number is not known", () => {
        expect(found(unknown(), 1)).toEqual([]);
        expect(found(1, unknown())).toEqual([]);
    });
});

describe("vertical-restarts: a task", () => {
    const found = (task: object, grace: unknown, name: unknown = "Recreate") =>
        findings(
            verticalRestarts,
            working(task, grace === undefined ? {} : { terminationGracePeriodSeconds: grace }),
            mode(name),
        );

    it("is cut where it takes longer than a pod may take to stop", () => {
        expect(found({ p99Seconds: 31 }, 30)).toMatchObject([
            {
                severity: "warning",
                message: "an evicted pod gets 30 s to stop, and the longest tasks take 31 s",
                fix: "use a grace period of 31 s or more, or the mode Initial, which evicts nothing",
                path: "spec.updatePolicy.updateMode",
            },
        ]);
        expect(found({ p99Seconds: 31 }, undefined)).toHaveLength(1);
    });

    it("is cut by the hook that runs before it is asked to stop, too", () => {
        const sleeping = (seconds: unknown) =>
            findings(
                verticalRestarts,
                working(
                    { p99Seconds: 20 },
                    { containers: [container({ lifecycle: { preStop: { sleep: { seconds } } } })] },
                ),
                mode("Recreate"),
            );
        expect(sleeping(11)).toMatchObject([
            {
                message:
                    "an evicted pod gets 30 s to stop, of which 11 s pass before it is asked to, and the longest tasks take 20 s",
                fix: "use a grace period of 31 s or more, or the mode Initial, which evicts nothing",
            },
        ]);
        expect(sleeping(10)).toEqual([]);
        expect(sleeping(unknown())).toMatchObject([{ severity: "note" }]);
    });

    it("is not cut where it ends in time, may be cut off, or nothing is evicted", () => {
        expect(found({ p99Seconds: 30 }, 30)).toEqual([]);
        expect(found({ p99Seconds: 90, interruptible: true }, 30)).toEqual([]);
        expect(found({ p99Seconds: 90, interruptible: false }, 30)).toHaveLength(1);
        for (const name of SPARING) expect(found({ p99Seconds: 90 }, 30, name)).toEqual([]);
        expect(found({}, 30)).toEqual([]);
    });

    it("is noted where the grace period is not known, once over all rules", () => {
        for (const hidden of [unknown(), secret()]) {
            expect(found({ p99Seconds: 90 }, hidden)).toMatchObject([
                {
                    severity: "note",
                    message: "the grace period is known only after apply, so it is not checked",
                    resource: { kind: "Deployment" },
                },
            ]);
        }
        const scaled = working({ p99Seconds: 90 }, { terminationGracePeriodSeconds: unknown() });
        expect(findings(verticalRestarts, scaled, scaledObject(), mode("Recreate"))).toEqual([]);
        expect(found({ p99Seconds: 90 }, "soon")).toEqual([]);
    });
});

describe("vertical-restarts: state in memory", () => {
    const found = (state: string, name: string) =>
        findings(verticalRestarts, scaledObject({}, intent({ task: { state } })), mode(name));

    it("is lost with each eviction", () => {
        for (const name of EVICTING) {
            expect(found("Memory", name)).toMatchObject([
                {
                    severity: "warning",
                    message: "the agent keeps its state in its pod, and each eviction loses it",
                    fix: "use the mode Initial, which evicts nothing, or keep the state outside of the pod",
                    path: "spec.updatePolicy.updateMode",
                },
            ]);
        }
    });

    it("is kept outside, on a volume, and where nothing is evicted", () => {
        expect([found("External", "Recreate"), found("Volume", "Recreate")]).toEqual([[], []]);
        for (const name of SPARING) expect(found("Memory", name)).toEqual([]);
    });
});
