import { output } from "@pulumi/pulumi";
import { afterEach, describe, expect, it } from "vitest";
import type { EksScheduledScalerArgs } from "../../../components/aws";
import { EksScheduledScaler } from "../../../components/aws";
import { refuseBy, throwNow } from "../../../components/refuse";
import type { Finding } from "../../../model";
import { resolveEksScheduledScaler } from "../../../model/scheduled";
import { HAS_PROVIDER_SCHEMAS, schemaProblems } from "../support/provider-schema";
import { record } from "../support/record";

const WORKDAY: EksScheduledScalerArgs = {
    autoScalingGroupName: "agents-spot-group",
    minNodes: 1,
    maxNodes: 20,
    schedules: [
        {
            name: "workday",
            start: "30 7 * * 1-5",
            end: "0 19 * * 1-5",
            timeZone: "Europe/Berlin",
            minNodes: 5,
        },
    ],
};

function recorded(args = WORKDAY) {
    return record((opts) => new EksScheduledScaler("agents", args, opts));
}

function messages(change: object): string[] {
    const args = { ...WORKDAY, ...change };
    return resolveEksScheduledScaler("agents", args).findings.map(({ message }) => message);
}

/** The minimum and the number of nodes that each action sets. */
async function sizes(change: object): Promise<unknown[][]> {
    const seen = await recorded({ ...WORKDAY, ...change });
    return seen.slice(1).map(({ inputs }) => [inputs["minSize"], inputs["desiredCapacity"]]);
}

describe("EksScheduledScaler", () => {
    it("is two actions for each window, with every size: the opening one moves the minimum only", async () => {
        const seen = await recorded();
        expect(
            seen.slice(1).map(({ type, name, parent, inputs }) => ({ type, name, parent, inputs })),
        ).toEqual([
            {
                type: "aws:autoscaling/schedule:Schedule",
                name: "agents-workday-opens",
                parent: "agents",
                inputs: {
                    autoscalingGroupName: "agents-spot-group",
                    scheduledActionName: "agents-workday-opens",
                    recurrence: "30 7 * * 1-5",
                    timeZone: "Europe/Berlin",
                    minSize: 5,
                    maxSize: -1,
                    desiredCapacity: -1,
                },
            },
            {
                type: "aws:autoscaling/schedule:Schedule",
                name: "agents-workday-closes",
                parent: "agents",
                inputs: {
                    autoscalingGroupName: "agents-spot-group",
                    scheduledActionName: "agents-workday-closes",
                    recurrence: "0 19 * * 1-5",
                    timeZone: "Europe/Berlin",
                    minSize: 1,
                    maxSize: -1,
                    desiredCapacity: -1,
                },
            },
        ]);
    });

    it("takes the nodes away at the end too where nothing else does", async () => {
        expect(await sizes({ hasNodeAutoscaler: false })).toEqual([
            [5, -1],
            [1, 1],
        ]);
        expect(await sizes({ hasNodeAutoscaler: false, desiredNodes: 3 })).toEqual([
            [5, -1],
            [1, 3],
        ]);
    });

    it("takes nodes away for a window of fewer, where nothing else does", async () => {
        const fewer = (minNodes: number) => WORKDAY.schedules.map((each) => ({ ...each, minNodes }));
        const args = { hasNodeAutoscaler: false, minNodes: 5 };
        expect(await sizes({ ...args, schedules: fewer(2) })).toEqual([
            [2, 2],
            [5, 5],
        ]);
        expect(await sizes({ ...args, desiredNodes: 8, schedules: fewer(8) })).toEqual([
            [8, -1],
            [5, 8],
        ]);
        expect(await sizes({ minNodes: 5, schedules: fewer(2) })).toEqual([
            [2, -1],
            [5, -1],
        ]);
    });

    it.runIf(HAS_PROVIDER_SCHEMAS)("gives no input that its provider does not have", async () => {
        const seen = await recorded({ ...WORKDAY, autoScalingGroupName: output("made-later") });
        expect(seen.slice(1).flatMap(({ type, inputs }) => schemaProblems(type, inputs))).toEqual([]);
        expect(seen[1]?.inputs["autoscalingGroupName"]).toBe("made-later");
    });
});

describe("an EksScheduledScaler that cannot work", () => {
    const [workday] = WORKDAY.schedules;

    afterEach(() => {
        refuseBy(throwNow);
    });

    it("registers nothing", async () => {
        const refused: Finding[] = [];
        refuseBy((_resource, _name, findings) => refused.push(...findings));
        expect(await recorded({ ...WORKDAY, schedules: [] })).toHaveLength(1);
        expect(refused.map(({ path }) => path)).toEqual(["schedules"]);
    });

    it.each<[string, object, string[]]>([
        [
            "a window above the group's maximum",
            { maxNodes: 4 },
            ["schedules[0].minNodes is 5, above maxNodes 4"],
        ],
        [
            "a window that changes nothing",
            { minNodes: 5 },
            ["schedules[0].minNodes is 5, as it is outside of the window"],
        ],
        ["bounds the wrong way round", { minNodes: 21 }, ["minNodes is 21, above maxNodes 20"]],
        [
            "replicas, which a group does not have",
            { schedules: [{ ...workday, minReplicas: 3 }] },
            ["schedules[0].minReplicas has no effect on an Auto Scaling group"],
        ],
        [
            "windows that meet",
            { schedules: [workday, { ...workday, name: "late", start: "0 18 * * 5", end: "0 22 * * 5" }] },
            [
                'schedules[1] "late" meets "workday" on Friday 18:00 (Europe/Berlin): the action that comes last would hold for both',
            ],
        ],
        [
            "a start in the hour that is skipped",
            { schedules: [{ ...workday, start: "30 2 * * *", end: "0 5 * * *" }] },
            [
                "schedules[0].start does not come on the day that the clock is put forward in Europe/Berlin (2028-03-26 02:30)",
            ],
        ],
        [
            "names that are taken",
            { schedules: [workday, { ...workday, start: "0 20 * * 5", end: "0 22 * * 5" }] },
            ['schedules[1].name is "workday", which is taken'],
        ],
        [
            "expressions that clocks read differently",
            { schedules: [{ ...workday, start: "30 7 ? * 1-5" }] },
            ['schedules[0].start has a "?", which only KEDA reads'],
        ],
        [
            "days of the month and of the week together",
            { schedules: [{ ...workday, end: "0 19 1-7 * 1-5", start: "30 7 1-7 * 1-5" }] },
            [
                "schedules[0].start names days of the month and of the week, which some clocks join by and, some by or",
                "schedules[0].end names days of the month and of the week, which some clocks join by and, some by or",
            ],
        ],
        [
            "a number of nodes that an autoscaler decides",
            { desiredNodes: 3 },
            ["desiredNodes has no effect: a node autoscaler decides how many nodes there are"],
        ],
        [
            "a number of nodes out of bounds",
            { hasNodeAutoscaler: false, desiredNodes: 21 },
            ["desiredNodes is 21, not between minNodes 1 and maxNodes 20"],
        ],
        [
            "an Output where a size belongs",
            { minNodes: output(1) },
            ["minNodes is an Output or a promise, whose value is not known before the program is applied"],
        ],
    ])("is refused with %s", (_what, change, expected) => {
        expect(messages(change)).toEqual(expected);
    });

    it("has as many windows as a group may have actions for", () => {
        const schedules = Array.from({ length: 63 }, (_, index) => ({
            name: `window-${index}`,
            start: `0 ${index % 24} ${Math.floor(index / 24) + 1} * *`,
            end: `30 ${index % 24} ${Math.floor(index / 24) + 1} * *`,
            timeZone: "UTC",
            minNodes: 5,
        }));
        expect(messages({ schedules: schedules.slice(0, 62) })).toEqual([]);
        expect(messages({ schedules })).toEqual([
            "schedules has 63 windows of two actions each for one Auto Scaling group, which may have 125",
        ]);
    });

    it("may open up to the maximum, and down to nothing", () => {
        expect(messages({ maxNodes: 5 })).toEqual([]);
        expect(messages({ schedules: [{ ...workday, minNodes: 0 }] })).toEqual([]);
    });
});
