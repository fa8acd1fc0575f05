import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CronExpression, Declared, Finding, Window, TimeZone } from "../../../model";
import { allowsDay, isActive, readCronExpression, readTimeZone, readWindow } from "../../../model";
import type { EksSpotNodeGroupArgs, NodeScheduleArgs } from "../../../model/aws";
import { resolveEksSpotNodeGroup } from "../../../model/aws";
import { nodePools } from "../../../model/node-pool";

const TYPES = ["m7i.xlarge", "m7a.xlarge", "m6i.xlarge", "m5.xlarge"];
const BASE = 1;

function resolve(schedules: NodeScheduleArgs[], more: Partial<EksSpotNodeGroupArgs> = {}) {
    return resolveEksSpotNodeGroup("spot", {
        clusterName: "agents",
        nodeRoleArn: "arn:aws:iam::111122223333:role/nodes",
        subnetIds: ["subnet-a"],
        profile: nodePools.eksSpot({ name: "spot", instanceTypes: TYPES }),
        instanceTypes: TYPES,
        spot: { minSize: BASE, maxSize: 20 },
        schedules,
        ...more,
    });
}

const WORKDAY: NodeScheduleArgs = {
    name: "workday",
    start: "0 8 * * 1-5",
    end: "0 19 * * 1-5",
    timeZone: "Europe/Berlin",
    minSize: 5,
};

function paths(findings: readonly Finding[]): (string | undefined)[] {
    return findings.map(({ path }) => path);
}

describe("windows of a node group", () => {
    it("are accepted one after the other, also over midnight and in several zones", () => {
        const night = { ...WORKDAY, name: "night", start: "0 22 * * *", end: "0 5 * * *" };
        const tokyo = {
            ...WORKDAY,
            name: "tokyo",
            start: "0 15 * * *",
            end: "30 15 * * *",
            timeZone: "Asia/Tokyo",
        };
        expect(resolve([WORKDAY, night]).findings).toEqual([]);
        // 15:00 in Tokyo is 07:00 or 08:00 in Berlin.
        expect(paths(resolve([WORKDAY, tokyo]).findings)).toEqual(["schedules[1]"]);
        expect(resolve([WORKDAY, { ...tokyo, start: "0 12 * * *", end: "0 13 * * *" }]).findings).toEqual([]);
    });

    it("that overlap are refused, and so are two that meet", () => {
        const evening = { ...WORKDAY, name: "evening", start: "0 18 * * 1-5", end: "0 21 * * 1-5" };
        expect(paths(resolve([WORKDAY, evening]).findings)).toEqual(["schedules[1]"]);
        expect(paths(resolve([WORKDAY, { ...evening, start: "0 19 * * 1-5" }]).findings)).toEqual([
            "schedules[1]",
        ]);
        expect(resolve([WORKDAY, { ...evening, start: "1 19 * * 1-5" }]).findings).toEqual([]);
    });

    it("of different groups may overlap", () => {
        const base = { ...WORKDAY, name: "base", part: "OnDemandBase" as const };
        const onDemandBase = { minSize: 1, maxSize: 6 };
        expect(resolve([WORKDAY, base], { onDemandBase }).findings).toEqual([]);
        expect(paths(resolve([WORKDAY, base]).findings)).toEqual(["schedules[1].part"]);
    });

    it("of different groups may not share a name, which their actions have", () => {
        const base = { ...WORKDAY, part: "OnDemandBase" as const };
        const onDemandBase = { minSize: 1, maxSize: 6 };
        expect(paths(resolve([WORKDAY, base], { onDemandBase }).findings)).toEqual(["schedules[1].name"]);
    });

    it("say of each size where it comes from", () => {
        const base = { ...WORKDAY, name: "base", part: "OnDemandBase" as const };
        const { declared } = resolve([base, WORKDAY], { onDemandBase: { minSize: 1, maxSize: 6 } });
        const actions = declared.filter(({ type }) => type === "aws:autoscaling/schedule:Schedule");
        expect(actions.map((action) => [action.role, action.origin(["minSize"]).argument])).toEqual([
            ["workday-opens", "schedules[1].minSize"],
            ["workday-closes", "spot.minSize"],
            ["base-opens", "schedules[0].minSize"],
            ["base-closes", "onDemandBase.minSize"],
        ]);
    });

    it("raise the floor, to the ceiling at the most", () => {
        expect(paths(resolve([{ ...WORKDAY, minSize: 20 }]).findings)).toEqual([]);
        expect(paths(resolve([{ ...WORKDAY, minSize: 21 }]).findings)).toEqual(["schedules[0].minSize"]);
        expect(paths(resolve([{ ...WORKDAY, minSize: BASE }]).findings)).toEqual(["schedules[0].minSize"]);
        expect(paths(resolve([{ ...WORKDAY, minSize: BASE + 1 }]).findings)).toEqual([]);
    });

    it.each([
        ["starts again before it ends", { start: "0 8 * * 1-5", end: "0 19 * * 5" }, ["schedules[0]"]],
        ["ends on days without a start", { start: "0 8 * * 1-5", end: "0 19 * * *" }, ["schedules[0]"]],
        ["never starts", { start: "0 8 31 2 *", end: "0 19 1 3 *" }, ["schedules[0].start"]],
        ["ends as it starts", { start: "0 8 * * 1,2", end: "0 8 * * 1-2" }, ["schedules[0]"]],
        [
            "starts in the hour that is skipped",
            { start: "30 2 * * *", end: "0 5 * * *" },
            ["schedules[0].start"],
        ],
        [
            "starts in the hour that is shown twice",
            { start: "30 1 * * *", end: "0 5 * * *", timeZone: "America/New_York" },
            ["schedules[0]"],
        ],
        ["is in whatever zone the clock is in", { timeZone: "Local" }, ["schedules[0].timeZone"]],
    ])("of which one %s is refused", (_what, times, wanted) => {
        expect(paths(resolve([{ ...WORKDAY, ...times }]).findings)).toEqual(wanted);
    });

    it.each([
        "@daily",
        "0 8 * * MON",
        "*/5 8 * * *",
        "* 8 * * *",
        "0 8 1 * 1",
        "0 8 * *",
        "TZ=UTC 0 8 * * *",
    ])("are not written as %j, which Auto Scaling may read otherwise", (start) => {
        expect(paths(resolve([{ ...WORKDAY, start }]).findings)).toEqual(["schedules[0].start"]);
    });

    it("name a zone that exists, and themselves once", () => {
        expect(paths(resolve([{ ...WORKDAY, timeZone: "Berlin" }]).findings)).toEqual([
            "schedules[0].timeZone",
        ]);
        const night = { ...WORKDAY, start: "0 22 * * *", end: "0 5 * * *" };
        expect(paths(resolve([WORKDAY, night]).findings)).toEqual(["schedules[1].name"]);
    });

    it("are as many as a group may have actions for", () => {
        const windows = Array.from({ length: 63 }, (_, index) => ({
            ...WORKDAY,
            name: `window-${index}`,
            start: `0 ${index % 24} ${Math.floor(index / 24) + 1} * *`,
            end: `30 ${index % 24} ${Math.floor(index / 24) + 1} * *`,
            timeZone: "UTC",
        }));
        expect(resolve(windows.slice(0, 62)).findings).toEqual([]);
        expect(resolve(windows).findings.map(({ message }) => message)).toEqual([
            "schedules has 63 windows of two actions each for one Auto Scaling group, which may have 125",
        ]);
        const [first, ...others] = windows;
        const base = { ...first, name: "base", part: "OnDemandBase" as const } as NodeScheduleArgs;
        const onDemandBase = { minSize: 1, maxSize: 6 };
        expect(resolve([base, ...others], { onDemandBase }).findings).toEqual([]);
    });
});

const MINUTE = 60;
const DAYS = 7;
/** Monday, 3 January 2028, in the middle of a winter without changes of the clock. */
const MONDAY = Date.UTC(2028, 0, 3) / 1000;

/** The scheduled actions, read by a cron of the test's own. */
function actionsOf(declared: readonly Declared[]) {
    return declared
        .filter(({ type }) => type === "aws:autoscaling/schedule:Schedule")
        .map(({ object }) => ({
            expression: readCronExpression(object["recurrence"] as string) as CronExpression,
            zone: readTimeZone(object["timeZone"] as string) as TimeZone,
            minSize: object["minSize"] as number,
        }));
}

function fires({ expression, zone }: ReturnType<typeof actionsOf>[number], instant: number): boolean {
    const local = zone.localTime(instant);
    const { minute, hour, month } = expression;
    return (
        minute.allows[local.minute] === true &&
        hour.allows[local.hour] === true &&
        month.allows[local.month] === true &&
        allowsDay(expression, local)
    );
}

const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 45));
const schedule = fc
    .record({
        start: time,
        end: time,
        days: fc.constantFrom("*", "1-5", "1,3", "0,6"),
        endDays: fc.constantFrom("same", "same", "same", "*"),
        timeZone: fc.constantFrom("UTC", "Europe/Berlin", "Asia/Tokyo"),
        minSize: fc.integer({ min: BASE + 1, max: 20 }),
    })
    .map(({ start, end, days, endDays, ...rest }) => ({
        ...rest,
        start: `${start[1]} ${start[0]} * * ${days}`,
        end: `${end[1]} ${end[0]} * * ${endDays === "same" ? days : endDays}`,
    }));
const schedules = fc
    .array(schedule, { minLength: 1, maxLength: 3 })
    .map((all): NodeScheduleArgs[] => all.map((each, index) => ({ ...each, name: `window-${index}` })));

describe("the actions of accepted windows", () => {
    it("keep at every minute of a week the floor that the windows ask for", () => {
        let accepted = 0;
        fc.assert(
            fc.property(schedules, (given) => {
                const { declared, findings } = resolve(given);
                if (findings.length > 0) return;
                accepted++;
                const actions = actionsOf(declared);
                const windows = given.map((each) => [readWindow(each) as Window, each.minSize] as const);
                const wrong: string[] = [];
                let floor = BASE;
                // The week before shows where the week begins.
                for (let at = MONDAY - DAYS * 86_400; at < MONDAY + DAYS * 86_400; at += MINUTE) {
                    for (const action of actions) if (fires(action, at)) floor = action.minSize;
                    if (at < MONDAY) continue;
                    const open = windows.filter(([window]) => isActive(window, at + 1));
                    const wanted = Math.max(BASE, ...open.map(([, minSize]) => minSize));
                    if (floor !== wanted) wrong.push(`${at}: ${floor}, not ${wanted}`);
                }
                expect(wrong).toEqual([]);
            }),
            { numRuns: 40, seed: 7 },
        );
        expect(accepted).toBeGreaterThan(8);
    });
});
