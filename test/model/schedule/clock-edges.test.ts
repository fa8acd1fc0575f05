import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NamedWindow } from "../../../model/schedule";
import { firstOverlap, isActive, nextFire, readClockEdges, readWindow } from "../../../model/schedule";

const window = (name: string, start: string, end: string, timeZone = "Europe/Berlin"): NamedWindow => ({
    name,
    start,
    end,
    timeZone,
});

const NIGHT = window("night", "0 22 * * *", "0 6 * * *");
const WEEKEND_DAY = window("weekend", "0 8 * * 0,6", "0 18 * * 0,6");

function problems(...windows: NamedWindow[]) {
    const read = readClockEdges(windows);
    return "windows" in read ? [] : read;
}

function edges(...windows: NamedWindow[]) {
    const read = readClockEdges(windows);
    if (!("windows" in read)) throw new Error(JSON.stringify(read));
    return read;
}

const HOUR = 3600;
const WEEK = 7 * 24 * HOUR;
const MINUTE = 60;

/** Who acted last before an instant: the place of a window that started, or -1 where one ended or none acted yet. */
function replay(windows: readonly NamedWindow[], from: number, to: number): Map<number, number> {
    const { windows: read } = edges(...windows);
    const actions: [at: number, holds: number][] = [];
    for (const [index, { start, end, timeZone }] of read.entries()) {
        for (const [cron, holds] of [
            [start, index],
            [end, -1],
        ] as const) {
            let at = nextFire(cron, timeZone, from - 1);
            for (; at !== undefined && at < to; at = nextFire(cron, timeZone, at)) actions.push([at, holds]);
        }
    }
    actions.sort(([a], [b]) => a - b);
    let holds = read.findIndex((each) => isActive(each, from - 0.5));
    const seen = new Map<number, number>();
    for (let at = from; at < to; at += MINUTE) {
        while (actions[0] !== undefined && actions[0][0] <= at) holds = actions.shift()?.[1] ?? -1;
        seen.set(at, holds);
    }
    return seen;
}

describe("windows for a clock that sets and forgets", () => {
    it("are taken where starts and ends take turns and no two meet", () => {
        expect(edges(NIGHT, WEEKEND_DAY).shortestGapSeconds).toBe(2 * HOUR);
        expect(edges().windows).toEqual([]);
    });

    it("may not overlap: both are named, with the hour", () => {
        const [problem] = problems(NIGHT, window("late", "0 20 * * 5", "0 23 * * 5"));
        expect(problem).toMatchObject({
            index: 1,
            message:
                '"late" meets "night" on Friday 22:00 (Europe/Berlin): the action that comes last would hold for both',
        });
    });

    it("may not touch either, and may be a minute apart", () => {
        expect(problems(NIGHT, window("dawn", "0 6 * * *", "0 8 * * *"))[0]?.message).toContain(
            '"dawn" meets "night" on',
        );
        expect(problems(NIGHT, window("dawn", "1 6 * * *", "0 8 * * *"))).toEqual([]);
        expect(edges(NIGHT, window("dawn", "1 6 * * *", "0 8 * * *")).shortestGapSeconds).toBe(MINUTE);
    });

    it("may not meet in another zone", () => {
        expect(problems(NIGHT, window("india", "0 23 * * *", "0 1 * * *", "Asia/Kolkata"))).toEqual([]);
        expect(problems(NIGHT, window("india", "0 3 * * *", "0 4 * * *", "Asia/Kolkata"))[0]?.index).toBe(1);
    });

    it("have a start for each end", () => {
        expect(problems(window("workday", "0 8 * * 1-5", "0 19 * * *"))).toEqual([
            {
                index: 0,
                message:
                    "has two ends in a row, on Saturday 19:00 (Europe/Berlin) and on Sunday 19:00 (Europe/Berlin): whoever acts at its edges does not see when it is open",
                fix: "let each start have an end, on the same days, and none between 00:00 and 04:00, where the clock of this zone is changed",
            },
        ]);
        expect(problems(window("workday", "0 8 * * 1-5", "0 19 * * *", "UTC"))[0]?.fix).toBe(
            "let each start have an end, on the same days",
        );
    });

    it("do not start and end at once", () => {
        expect(problems(window("odd", "0 8 * * *", "0 8,12 * * *"))[0]?.message).toMatch(
            /^starts and ends at once, on /,
        );
    });

    it("keep out of the hour that the clock shows twice", () => {
        const dark = window("dark", "30 1 * * *", "0 6 * * *", "America/New_York");
        expect(problems(dark)[0]?.message).toContain("has two starts in a row");
        expect(problems({ ...dark, start: "0 3 * * *" })).toEqual([]);
    });

    it("keep out of the hour that the clock skips, also with both edges", () => {
        const skipped = {
            message:
                "does not come on the day that the clock is put forward in Europe/Berlin (2028-03-26 02:30)",
            fix: "move it out of that hour, or use UTC",
        };
        expect(problems(window("dark", "30 2 * * *", "0 6 * * *"))).toEqual([
            { index: 0, member: "start", ...skipped },
        ]);
        expect(problems(window("dark", "0 1 * * *", "30 2 * * *"))).toEqual([
            { index: 0, member: "end", ...skipped },
        ]);
        expect(problems(window("dark", "30 2 * * *", "45 2 * * *"))).toMatchObject([{ member: "start" }]);
        expect(problems(window("dark", "0 3 * * *", "0 6 * * *"))).toEqual([]);
        expect(problems(window("dark", "30 2 * * *", "0 6 * * *", "Asia/Kolkata"))).toEqual([]);
    });

    it("come in every year", () => {
        expect(problems(window("never", "0 0 30 2 *", "0 6 * * *"))).toEqual([
            {
                index: 0,
                member: "start",
                message: "never comes",
                fix: "give a date that exists in every year",
            },
        ]);
        expect(problems(window("never", "0 0 * * *", "0 6 31 4 *"))[0]?.member).toBe("end");
    });

    it("name their zone once, and a real one", () => {
        expect(problems(window("day", "TZ=UTC 0 8 * * *", "0 19 * * *"))[0]).toMatchObject({
            member: "start",
        });
        expect(problems(window("day", "0 8 * * *", "CRON_TZ=UTC 0 19 * * *"))[0]).toMatchObject({
            member: "end",
        });
        expect(problems(window("day", "0 8 * * *", "0 19 * * *", "Local"))[0]).toMatchObject({
            member: "timeZone",
        });
        expect(problems(window("day", "0 8 * *", "0 19 * * *", "Mars"))).toHaveLength(2);
    });

    it("are all read before one is refused", () => {
        const [unread, unpaired, ...others] = problems(
            window("day", "0 8 * *", "0 19 * * *"),
            window("workday", "0 8 * * 1-5", "0 19 * * *"),
        );
        expect(unread).toMatchObject({ index: 0, member: "start" });
        expect(unread?.message).toMatch(/^is wrong: /);
        expect(unpaired?.message).toMatch(/^has two ends in a row/);
        expect(others).toEqual([]);
    });

    it("leave behind what the windows say, minute by minute, also where the clock is changed", () => {
        const zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC"];
        const time = fc.tuple(fc.nat(59), fc.integer({ min: 4, max: 23 }));
        const arbitrary = fc.array(
            fc.record({ start: time, end: time, days: fc.constantFrom("*", "1-5", "0,6") }),
            { minLength: 1, maxLength: 3 },
        );
        // Weeks around the changes of March and October 2028 in Europe, and a quiet one.
        const weeks = fc.constantFrom(
            ...["2028-03-24", "2028-10-27", "2028-07-03"].map((day) => Date.parse(day) / 1000),
        );
        let accepted = 0;
        fc.assert(
            fc.property(arbitrary, fc.constantFrom(...zones), weeks, (parts, zone, from) => {
                const windows = parts.map(({ start, end, days }, index) =>
                    window(
                        `w${index}`,
                        `${start.join(" ")} * * ${days}`,
                        `${end.join(" ")} * * ${days}`,
                        zone,
                    ),
                );
                const read = readClockEdges(windows);
                if (!("windows" in read)) return;
                accepted++;
                for (const [at, holds] of replay(windows, from, from + WEEK)) {
                    expect(read.windows.findIndex((each) => isActive(each, at + 0.5))).toBe(holds);
                }
            }),
            { numRuns: 20, seed: 7 },
        );
        expect(accepted).toBeGreaterThan(4);
    });
});

describe("two windows", () => {
    function read(args: NamedWindow) {
        const result = readWindow(args);
        if (!("start" in result)) throw new Error(JSON.stringify(result));
        return result;
    }

    it("overlap only where both are open", () => {
        const dawn = window("dawn", "0 6 * * *", "0 8 * * *");
        expect(firstOverlap(read(NIGHT), read(dawn))).toBeUndefined();
        const early = window("early", "59 5 * * *", "0 8 * * *");
        expect(firstOverlap(read(NIGHT), read(early))).toBe(Date.parse("2028-01-01T04:59:00Z") / 1000);
    });
});
