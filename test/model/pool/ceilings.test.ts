import { describe, expect, it } from "vitest";
import { manifests } from "../../../model/manifests";
import type { AutoscaledAgentPoolArgs, ScheduleArgs } from "../../../model/pool";
import { GATEWAY, WORKER, changed, refusals, resolved } from "./support/pools";

const NIGHT: ScheduleArgs = {
    name: "night",
    start: "0 22 * * *",
    end: "0 6 * * *",
    timeZone: "Europe/Berlin",
    maxReplicas: 5,
};
const WORKDAY: ScheduleArgs = {
    name: "workday",
    start: "0 8 * * 1-5",
    end: "0 19 * * 1-5",
    timeZone: "Europe/Berlin",
    minReplicas: 10,
};
const [queue] = WORKER.scale.triggers;

/** A worker with windows, between 0 and 40 replicas where nothing else is said. */
function pool(schedules: ScheduleArgs[], scale: object = {}): AutoscaledAgentPoolArgs {
    return changed(WORKER, ["scale"], { ...WORKER.scale, triggers: [queue], ...scale, schedules });
}

function made(args: AutoscaledAgentPoolArgs) {
    const declared = manifests(resolved(args));
    return {
        scaler: declared.find(({ role }) => role === "scaler"),
        clock: declared.filter(({ role }) => role?.startsWith("clock-")),
    };
}

describe("a ceiling by the clock", () => {
    it("is set by CronJobs, and left alone by updates; declared is the highest one of the day", () => {
        const { scaler, clock } = made(pool([NIGHT]));
        expect(scaler?.object["spec"]).toMatchObject({ maxReplicaCount: 40 });
        expect(scaler?.options.ignoreChanges).toEqual(["spec.maxReplicaCount"]);
        expect(clock.map(({ role, object }) => [role, object.kind, object.metadata["name"]])).toEqual([
            ["clock-account", "ServiceAccount", "research-clock"],
            ["clock-role", "Role", "research-clock"],
            ["clock-role-binding", "RoleBinding", "research-clock"],
            ["clock-night-opens", "CronJob", "research-night-opens"],
            ["clock-night-closes", "CronJob", "research-night-closes"],
        ]);
        const [opens, closes] = clock.slice(-2);
        expect(JSON.stringify(opens?.object)).toContain('{\\"spec\\":{\\"maxReplicaCount\\":5}}');
        expect(JSON.stringify(closes?.object)).toContain('{\\"spec\\":{\\"maxReplicaCount\\":40}}');
        expect(opens?.origin(["spec", "schedule"])).toEqual({ argument: "scale.schedules[0].start" });
        expect(closes?.origin(["spec", "schedule"])).toEqual({ argument: "scale.schedules[0].end" });
        expect(closes?.origin(["spec", "timeZone"])).toEqual({ argument: "scale.schedules[0].timeZone" });
        expect(opens?.origin(["spec", "jobTemplate"])).toEqual({
            argument: "scale.schedules[0].maxReplicas",
        });
    });

    it("makes no window of KEDA, and stands beside floors that keep their places", () => {
        const { scaler } = made(pool([NIGHT, WORKDAY]));
        const { triggers } = scaler?.object["spec"] as { triggers: { name?: string }[] };
        expect(triggers.map(({ name }) => name)).toEqual(["queue", "workday"]);
        expect(scaler?.origin(["spec", "triggers", 1, "metadata", "start"])).toEqual({
            argument: "scale.schedules[1].start",
        });
    });

    it("is one of the native autoscaler where that has the pool", () => {
        const args = changed(GATEWAY, ["scale"], { ...GATEWAY.scale, schedules: [NIGHT] });
        const { scaler, clock } = made(args);
        expect(scaler?.object.kind).toBe("HorizontalPodAutoscaler");
        expect(scaler?.options.ignoreChanges).toEqual(["spec.maxReplicas"]);
        expect(JSON.stringify(clock.at(-2)?.object)).toContain("horizontalpodautoscalers.autoscaling");
    });

    it("leaves a pool without one as it was", () => {
        const { scaler, clock } = made(pool([WORKDAY]));
        expect(clock).toEqual([]);
        expect(scaler?.options.ignoreChanges).toBeUndefined();
    });

    it("may be as low as the floor that holds in its time", () => {
        expect(refusals(pool([{ ...NIGHT, maxReplicas: 4 }], { minReplicas: 4 }))).toEqual([]);
        const early = { ...WORKDAY, start: "0 5 * * 1-5", minReplicas: 5 };
        expect(refusals(pool([NIGHT, early]))).toEqual([]);
        expect(refusals(pool([{ ...NIGHT, minReplicas: 1 }], { minReplicas: 6 }))).toEqual([]);
    });

    it.each<[string, ScheduleArgs[], object, string[]]>([
        [
            "below the floor of the pool",
            [{ ...NIGHT, maxReplicas: 3 }],
            { minReplicas: 4 },
            ["scale.schedules[0].maxReplicas is 3, below scale.minReplicas 4, which holds then too"],
        ],
        [
            "below the floor outside of a window that lowers it",
            [
                NIGHT,
                { ...NIGHT, name: "deep", start: "0 1 * * *", maxReplicas: undefined, minReplicas: 1 },
            ] as ScheduleArgs[],
            { minReplicas: 6 },
            [
                "scale.schedules[0].maxReplicas is 5, below scale.minReplicas 6, which holds on Saturday 00:00 (Europe/Berlin) too",
            ],
        ],
        [
            "below the floor of another window",
            [NIGHT, { ...WORKDAY, start: "30 5 * * 1-5" }],
            {},
            [
                'scale.schedules[0].maxReplicas is 5, below the floor 10 of "workday", which holds on Monday 05:30 (Europe/Berlin) too',
            ],
        ],
        [
            "no lower one",
            [{ ...NIGHT, maxReplicas: 40 }],
            {},
            [
                "scale.schedules[0].maxReplicas is 40, not below scale.maxReplicas 40, which is the highest ceiling of the day",
            ],
        ],
        [
            "two at once",
            [NIGHT, { ...NIGHT, name: "late", start: "0 23 * * 2", end: "0 3 * * 3" }],
            {},
            [
                'scale.schedules[1] "late" meets "night" on Tuesday 23:00 (Europe/Berlin): the action that comes last would hold for both',
            ],
        ],
        [
            "a cron expression that nobody reads",
            [WORKDAY, { ...NIGHT, start: "0 25 * * *" }],
            {},
            ["scale.schedules[1].start is wrong: 25 is above 23"],
        ],
        [
            "a name that makes that of a CronJob too long",
            [{ ...NIGHT, name: "n".repeat(37) }],
            {},
            [
                `scale.schedules[0].name makes the CronJob "research-${"n".repeat(37)}-closes", whose name has 53 characters; Kubernetes takes 52`,
            ],
        ],
    ])("is refused: %s", (_what, schedules, scale, messages) => {
        expect(refusals(pool(schedules, scale)).map(({ message }) => message)).toEqual(messages);
    });

    it("fits the name of a CronJob to the last character", () => {
        expect(refusals(pool([{ ...NIGHT, name: "n".repeat(36) }]))).toEqual([]);
    });
});
