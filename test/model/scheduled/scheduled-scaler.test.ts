import { describe, expect, it } from "vitest";
import type { ScheduleArgs } from "../../../model/pool";
import type { ScheduledScalerArgs } from "../../../model/scheduled";
import { resolveScheduledScaler } from "../../../model/scheduled";

const NIGHT: ScheduleArgs = {
    name: "night",
    start: "0 22 * * *",
    end: "0 6 * * *",
    timeZone: "Europe/Berlin",
    maxReplicas: 5,
};
/** The same window with other bounds. */
function night(bounds: Partial<ScheduleArgs>): ScheduleArgs {
    const { name, start, end, timeZone } = NIGHT;
    return { name, start, end, timeZone, ...bounds };
}

const CEILING: ScheduledScalerArgs = {
    namespace: "agents",
    target: { kind: "ScaledObject", name: "research" },
    outside: { maxReplicas: 40 },
    schedules: [NIGHT],
};
const WORKDAY: ScheduleArgs = { ...NIGHT, start: "0 8 * * 1-5", end: "0 19 * * 1-5", name: "workday" };
const FLOOR: ScheduledScalerArgs = {
    namespace: "agents",
    target: { kind: "Deployment", name: "gateway" },
    outside: { minReplicas: 2 },
    schedules: [{ name: "workday", start: WORKDAY.start, end: WORKDAY.end, timeZone: "UTC", minReplicas: 6 }],
};

function messages(args: unknown, name = "clock"): string[] {
    return resolveScheduledScaler(name, args as ScheduledScalerArgs).findings.map(({ message }) => message);
}

function patches(args: ScheduledScalerArgs): string[] {
    const { declared, findings } = resolveScheduledScaler("clock", args);
    expect(findings).toEqual([]);
    return declared.flatMap(({ object }) => /--patch=(.*?}})/.exec(JSON.stringify(object))?.[1] ?? []);
}

describe("a workload scaled by the clock", () => {
    it("gets a ScaledObject that asks for its floors and for nothing more", () => {
        const { declared, findings } = resolveScheduledScaler("clock", FLOOR);
        expect(findings).toEqual([]);
        expect(declared.map(({ object }) => object)).toEqual([
            {
                apiVersion: "keda.sh/v1alpha1",
                kind: "ScaledObject",
                metadata: { name: "clock", namespace: "agents" },
                spec: {
                    scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "gateway" },
                    minReplicaCount: 2,
                    maxReplicaCount: 6,
                    triggers: [
                        {
                            type: "cron",
                            name: "workday",
                            metadata: {
                                start: "0 8 * * 1-5",
                                end: "0 19 * * 1-5",
                                timezone: "UTC",
                                desiredReplicas: "6",
                            },
                        },
                    ],
                },
            },
        ]);
        expect(declared[0]?.origin(["spec", "triggers", 0])).toEqual({ argument: "schedules[0]" });
        const labelled = resolveScheduledScaler("clock", { ...FLOOR, labels: { team: "a" } });
        expect(labelled.declared[0]?.object.metadata).toMatchObject({ labels: { team: "a" } });
    });

    it("goes below its floor at night, without a window of 0 replicas", () => {
        const schedules = [night({ minReplicas: 0 })];
        const { declared } = resolveScheduledScaler("clock", { ...FLOOR, schedules });
        expect(declared[0]?.object["spec"]).toMatchObject({
            minReplicaCount: 0,
            maxReplicaCount: 2,
            triggers: [{ name: "outside-night", metadata: { desiredReplicas: "2" } }],
        });
    });

    it.each<[string, object, string[]]>([
        [
            "a ceiling, since nothing asks for more",
            { ...FLOOR, schedules: [NIGHT] },
            ["schedules[0].maxReplicas has no effect on a Deployment"],
        ],
        [
            "no floor outside",
            { ...FLOOR, outside: {} },
            ['outside.minReplicas is not given, and the window "workday" must be followed by something'],
        ],
        [
            "a floor of 0 where it is 0 anyway",
            { ...FLOOR, outside: { minReplicas: 0 }, schedules: [{ ...FLOOR.schedules[0], minReplicas: 0 }] },
            ["schedules[0].minReplicas is wrong: has no effect: outside of it the floor is 0 too"],
        ],
        [
            "a start that is the end",
            { ...FLOOR, schedules: [{ ...FLOOR.schedules[0], end: WORKDAY.start }] },
            ["schedules[0].end is wrong: start and end are the same"],
        ],
        [
            "an image",
            { ...FLOOR, image: "kubectl" },
            ["image has no effect: KEDA keeps the floors of a workload"],
        ],
    ])("is refused with %s", (_what, args, expected) => {
        expect(messages(args)).toEqual(expected);
    });
});

describe("bounds set by the clock", () => {
    it("are those of the window at its start, and those outside at its end", () => {
        expect(patches(CEILING)).toEqual([
            '{\\"spec\\":{\\"maxReplicaCount\\":5}}',
            '{\\"spec\\":{\\"maxReplicaCount\\":40}}',
        ]);
        expect(
            patches({
                ...CEILING,
                target: { kind: "CapacityBuffer", name: "room" },
                outside: { warmReplicas: 1 },
                schedules: [night({ warmReplicas: 4 })],
            }),
        ).toEqual(['{\\"spec\\":{\\"replicas\\":4}}', '{\\"spec\\":{\\"replicas\\":1}}']);
    });

    it("touch only what a window gives", () => {
        const { start, end } = WORKDAY;
        const schedules = [NIGHT, night({ name: "workday", start, end, minReplicas: 8 })];
        expect(patches({ ...CEILING, outside: { minReplicas: 1, maxReplicas: 40 }, schedules })).toEqual([
            '{\\"spec\\":{\\"maxReplicaCount\\":5}}',
            '{\\"spec\\":{\\"maxReplicaCount\\":40}}',
            '{\\"spec\\":{\\"minReplicaCount\\":8}}',
            '{\\"spec\\":{\\"minReplicaCount\\":1}}',
        ]);
    });

    it.each<[string, object, string[]]>([
        [
            "a bound that the target does not have",
            { ...CEILING, target: { kind: "CapacityBuffer", name: "room" } },
            [
                "schedules[0].maxReplicas has no effect on a CapacityBuffer",
                "outside.maxReplicas has no effect on a CapacityBuffer",
            ],
        ],
        [
            "nothing to go back to",
            { ...CEILING, outside: {} },
            ['outside.maxReplicas is not given, and the window "night" must be followed by something'],
        ],
        [
            "a ceiling below the floor in force",
            { ...CEILING, outside: { minReplicas: 6, maxReplicas: 40 } },
            ['schedules[0].maxReplicas makes a floor of 6 above the ceiling of 5 in the window "night"'],
        ],
        [
            "a floor above the ceiling in force",
            {
                ...CEILING,
                outside: { minReplicas: 1, maxReplicas: 40 },
                schedules: [night({ minReplicas: 41 })],
            },
            ['schedules[0].minReplicas makes a floor of 41 above the ceiling of 40 in the window "night"'],
        ],
        [
            "bounds outside that are the wrong way round",
            {
                ...CEILING,
                outside: { minReplicas: 41, maxReplicas: 40 },
                schedules: [{ ...NIGHT, minReplicas: 1 }],
            },
            ["outside.maxReplicas makes a floor of 41 above the ceiling of 40 outside of the windows"],
        ],
        [
            "a window that changes nothing",
            { ...CEILING, schedules: [{ ...NIGHT, maxReplicas: 40 }] },
            ["schedules[0].maxReplicas is 40, as it is outside of the window"],
        ],
        [
            "windows that meet",
            {
                ...CEILING,
                schedules: [NIGHT, { ...NIGHT, name: "dawn", start: "0 6 * * *", end: "0 8 * * *" }],
            },
            [
                'schedules[1] "dawn" meets "night" on Saturday 06:00 (Europe/Berlin): the action that comes last would hold for both',
            ],
        ],
        [
            "KEDA's own autoscaler",
            { ...CEILING, target: { kind: "HorizontalPodAutoscaler", name: "keda-hpa-research" } },
            [
                'target.name is "keda-hpa-research", an autoscaler that KEDA writes back to what its ScaledObject says',
            ],
        ],
        [
            "a native autoscaler at 0 in a cluster that may be too old",
            {
                ...CEILING,
                target: { kind: "HorizontalPodAutoscaler", name: "gateway" },
                outside: { minReplicas: 1 },
                schedules: [night({ minReplicas: 0 })],
            },
            ["schedules[0].minReplicas is 0, which the native autoscaler takes from Kubernetes 1.37 on"],
        ],
        ["no window", { ...CEILING, schedules: [] }, ["schedules is empty"]],
        [
            "a kind that it does not know",
            { ...CEILING, target: { kind: "DaemonSet", name: "a" } },
            ['target.kind is "DaemonSet"'],
        ],
    ])("are refused: %s", (_what, args, expected) => {
        expect(messages(args)).toEqual(expected);
    });

    it("take a floor that is the ceiling, and 0 of the native autoscaler where the cluster does", () => {
        expect(messages({ ...CEILING, outside: { minReplicas: 5, maxReplicas: 40 } })).toEqual([]);
        const native = {
            ...CEILING,
            target: { kind: "HorizontalPodAutoscaler", name: "gateway" },
            outside: { minReplicas: 1 },
            schedules: [night({ minReplicas: 0 })],
        };
        expect(messages({ ...native, platform: { kubernetesVersion: "1.37" } })).toEqual([]);
    });

    it("need a name that objects can have", () => {
        expect(messages(CEILING, "My_Clock")).toEqual(['name is "My_Clock", which is not an RFC 1123 label']);
        expect(messages(CEILING, "c".repeat(40))).toEqual([
            `schedules[0].name makes the CronJob "${"c".repeat(40)}-night-closes", whose name has 53 characters; Kubernetes takes 52`,
        ]);
    });
});
