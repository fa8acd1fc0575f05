import { describe, expect, it } from "vitest";
import { manifests } from "../../../model/manifests";
import type { AutoscaledAgentPoolArgs, ScheduleArgs } from "../../../model/pool";
import { GATEWAY, WORKER, changed, refusals, resolved } from "./support/pools";

const [queue] = WORKER.scale.triggers;
const WORKDAY: ScheduleArgs = {
    name: "workday",
    start: "0 8 * * 1-5",
    end: "0 19 * * 1-5",
    timeZone: "Europe/Berlin",
    minReplicas: 3,
};
const NIGHT: ScheduleArgs = {
    ...WORKDAY,
    name: "night",
    start: "0 22 * * *",
    end: "0 6 * * *",
    minReplicas: 1,
};

const pool = (schedules: object[], scale: object = {}): AutoscaledAgentPoolArgs =>
    changed(WORKER, ["scale"], { ...WORKER.scale, triggers: [queue], ...scale, schedules });

function scaler(args: AutoscaledAgentPoolArgs) {
    const found = manifests(resolved(args)).find(({ role }) => role === "scaler");
    if (found === undefined) throw new Error("no scaler");
    return found;
}

describe("schedules", () => {
    it("become windows of KEDA beside the triggers, each traced back to its argument", () => {
        const { object, origin } = scaler(pool([WORKDAY]));
        expect(object["spec"]).toMatchObject({
            minReplicaCount: 0,
            triggers: [
                { type: "redis" },
                {
                    type: "cron",
                    name: "workday",
                    metadata: {
                        start: WORKDAY.start,
                        end: WORKDAY.end,
                        timezone: "Europe/Berlin",
                        desiredReplicas: "3",
                    },
                },
            ],
        });
        expect(origin(["spec", "triggers", 1, "metadata", "timezone"])).toEqual({
            argument: "scale.schedules[0].timeZone",
        });
        expect(origin(["spec", "triggers", 1, "metadata", "desiredReplicas"])).toEqual({
            argument: "scale.schedules[0].minReplicas",
        });
    });

    it("below the floor make it the lower one, with a window around them, and say so", () => {
        const args = pool([NIGHT], { minReplicas: 4 });
        const { object, origin } = scaler(args);
        expect(object["spec"]).toMatchObject({
            minReplicaCount: 1,
            triggers: [
                {},
                {
                    name: "outside-night",
                    metadata: { start: "0 6 * * *", end: "0 22 * * *", desiredReplicas: "4" },
                },
            ],
        });
        expect(origin(["spec", "triggers", 1, "metadata", "start"])).toEqual({ argument: "scale.schedules" });
        expect(resolved(args).values).toContainEqual({
            path: "scale.minReplicas",
            value: 1,
            source: "derived",
            reason: "KEDA's windows only raise the floor: it is 1 always, and 4 outside of the windows that go below it",
        });
    });

    it("to zero let the pool sleep", () => {
        const args = pool([{ ...NIGHT, minReplicas: 0 }], { minReplicas: 4 });
        expect(scaler(args).object["spec"]).toMatchObject({ minReplicaCount: 0, cooldownPeriod: 300 });
    });

    it("make KEDA the engine", () => {
        const args = changed(GATEWAY, ["scale"], { ...GATEWAY.scale, schedules: [WORKDAY] });
        expect(resolved(args).scale.engine).toBe("Keda");
        expect(
            refusals(changed(args, ["scale", "engine"], "HorizontalPodAutoscaler")).map(
                ({ message }) => message,
            ),
        ).toEqual(["scale.schedules[0].minReplicas needs KEDA, and the engine is HorizontalPodAutoscaler"]);
    });

    it.each([
        [
            "bounds of something else than a pool",
            [{ ...WORKDAY, minNodes: 3, warmReplicas: 2 }],
            [
                "scale.schedules[0].warmReplicas has no effect on a pool",
                "scale.schedules[0].minNodes has no effect on a pool",
            ],
        ],
        [
            "a window that says nothing",
            [{ ...WORKDAY, minReplicas: undefined }],
            ["scale.schedules[0] says nothing about the window"],
        ],
        [
            "two of one name",
            [WORKDAY, { ...NIGHT, name: "workday" }],
            ['scale.schedules[1].name is "workday", which is taken'],
        ],
        [
            "expressions and zones that KEDA cannot read, all of them",
            [{ ...WORKDAY, start: "0 25 * * *", timeZone: "Mars" }],
            [
                "scale.schedules[0].start is wrong: 25 is above 23",
                'scale.schedules[0].timeZone is wrong: "Mars" is not an IANA time zone',
            ],
        ],
        [
            "a window that changes nothing",
            [{ ...WORKDAY, minReplicas: 0 }],
            ["scale.schedules[0].minReplicas is wrong: has no effect: outside of it the floor is 0 too"],
        ],
    ])("are refused: %s", (_what, schedules, messages) => {
        expect(refusals(pool(schedules)).map(({ message }) => message)).toEqual(messages);
    });
});

describe("the tolerance of a pool with windows", () => {
    const tolerances = (
        kubernetesVersion: string | undefined,
        minReplicas: number,
        triggers: object[] = [queue ?? {}],
        scaleUp: object = {},
    ): unknown => {
        const args = pool([{ ...WORKDAY, minReplicas }], { triggers, behavior: { scaleUp } });
        const platform = kubernetesVersion === undefined ? {} : { kubernetesVersion };
        const { scaleUp: up, scaleDown: down } = resolved({ ...args, platform }).scale.behavior ?? {};
        return [up?.tolerance, down?.tolerance];
    };

    it("is 0 where a window would else rest below its number, and the cluster knows the field", () => {
        expect(tolerances("1.35", 11)).toEqual([0, 0]);
        expect(tolerances("1.35", 10)).toEqual([undefined, undefined]);
        expect(tolerances("1.34", 11)).toEqual([undefined, undefined]);
        expect(tolerances(undefined, 11)).toEqual([undefined, undefined]);
    });

    it("is what is given, and the cluster's own beside a number that moves all the time", () => {
        expect(tolerances("1.35", 20, undefined, { tolerance: 0.05 })).toEqual([0.05, 0]);
        expect(tolerances("1.35", 20, [{ cpu: { averageUtilization: 70 } }])).toEqual([undefined, undefined]);
    });

    it("says at how many replicas the window would rest", () => {
        const args = pool([{ ...WORKDAY, minReplicas: 45 }], { maxReplicas: 60 });
        const { values } = resolved({ ...args, platform: { kubernetesVersion: "1.36" } });
        expect(values.find(({ path }) => path === "scale.behavior.scaleUp.tolerance")?.reason).toBe(
            "a window of 45 replicas would rest at 41: Kubernetes leaves alone what is within 10 %",
        );
    });
});

describe("standing still", () => {
    const annotations = (scale: object): unknown => scaler(pool([], scale)).object.metadata["annotations"];

    it.each([
        [{ pause: "Everything" }, { "autoscaling.keda.sh/paused": "true" }],
        [{ pause: "ScaleIn" }, { "autoscaling.keda.sh/paused-scale-in": "true" }],
        [{ pause: "ScaleOut" }, { "autoscaling.keda.sh/paused-scale-out": "true" }],
        [{ pausedReplicas: 0 }, { "autoscaling.keda.sh/paused-replicas": "0" }],
    ])("is told to KEDA for %j, and nothing is waited for", (scale, expected) => {
        expect(annotations(scale)).toEqual(expected);
    });

    it("is refused twice, and on the native autoscaler", () => {
        expect(
            refusals(pool([], { pause: "ScaleIn", pausedReplicas: 2 })).map(({ message }) => message),
        ).toEqual(["scale.pause has no effect: pausedReplicas stops everything"]);
        const native = changed(GATEWAY, ["scale"], {
            ...GATEWAY.scale,
            engine: "HorizontalPodAutoscaler",
            pausedReplicas: 1,
            scaleToZeroWhenIdle: true,
        });
        expect(refusals(native).map(({ message }) => message)).toEqual([
            "scale.scaleToZeroWhenIdle needs KEDA, and the engine is HorizontalPodAutoscaler",
            "scale.pausedReplicas needs KEDA, and the engine is HorizontalPodAutoscaler",
        ]);
        expect(resolved(changed(native, ["scale", "engine"], undefined)).scale.engine).toBe("Keda");
    });
});

describe("going to zero above a floor", () => {
    it("is KEDA's idle number, with the cooldown and the interval that it needs", () => {
        const { object } = scaler(
            pool([], { minReplicas: 4, scaleToZeroWhenIdle: true, cooldownSeconds: 60 }),
        );
        expect(object["spec"]).toMatchObject({
            minReplicaCount: 4,
            idleReplicaCount: 0,
            cooldownPeriod: 60,
            pollingInterval: 15,
        });
        expect(
            scaler(pool([], { minReplicas: 4, scaleToZeroWhenIdle: false })).object["spec"],
        ).not.toHaveProperty("idleReplicaCount");
    });

    it("is refused where the floor is zero anyway", () => {
        expect(refusals(pool([], { scaleToZeroWhenIdle: true })).map(({ message }) => message)).toEqual([
            "scale.scaleToZeroWhenIdle has no effect: minReplicas is 0, and the pool goes to zero anyway",
        ]);
    });
});
