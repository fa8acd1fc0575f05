import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isActive, readCronExpression, readWindow, type CronExpression } from "../../../model/schedule";
import {
    isWeekly,
    MINUTES_PER_WEEK,
    openMinutes,
    stretches,
    weekFirings,
    weekWindows,
} from "../../../model/schedule/week";

/** Sunday, 2 January 2028, 00:00 UTC. */
const SUNDAY = Date.UTC(2028, 0, 2) / 1000;
const MINUTE = 60;

function cron(text: string): CronExpression {
    const read = readCronExpression(text);
    if (!("text" in read)) throw new Error(JSON.stringify(read));
    return read;
}

const at = (day: number, hour: number, minute = 0): number => (day * 24 + hour) * 60 + minute;

describe("a week of the wall clock", () => {
    it("is the same every week only where no day of the month and no month is named", () => {
        expect(["0 8 * * *", "*/5 * * * 1-5", "0 8 */1 * *"].map((text) => isWeekly(cron(text)))).toEqual([
            true,
            true,
            true,
        ]);
        expect(["0 8 1 * *", "0 8 * 1-11 *", "0 8 */2 * *"].map((text) => isWeekly(cron(text)))).toEqual([
            false,
            false,
            false,
        ]);
    });

    it("has the firings of an expression, from Sunday on", () => {
        expect(weekFirings(cron("30 8 * * 0,6"))).toEqual([at(0, 8, 30), at(6, 8, 30)]);
        expect(weekFirings(cron("0,30 0 * * *"))).toHaveLength(14);
    });

    it("is open in the minutes in which KEDA's rule says so, over the end of the week too", () => {
        const open = openMinutes(weekFirings(cron("0 22 * * 5")), weekFirings(cron("0 6 * * 1")));
        const edges = [at(5, 21, 59), at(5, 22), at(6, 12), at(0, 3), at(1, 5, 59), at(1, 6)];
        expect(edges.map((minute) => open[minute])).toEqual([false, true, true, true, true, false]);
    });

    it("falls into stretches, of which one may reach into the next week", () => {
        const holds = Array.from(
            { length: MINUTES_PER_WEEK },
            (_, minute) => minute < 60 || minute >= at(6, 23),
        );
        expect(stretches(holds)).toEqual([{ from: at(6, 23), to: MINUTES_PER_WEEK + 60 }]);
        expect(stretches(holds.map(() => false))).toEqual([]);
    });

    it("is written as cron with one pair for the days that are alike", () => {
        const evening = (day: number): { from: number; to: number } => ({
            from: at(day, 18),
            to: at(day, 26),
        });
        expect(weekWindows([evening(5), evening(1), { from: at(0, 9, 5), to: at(0, 10) }])).toEqual([
            { start: "0 18 * * 1,5", end: "0 2 * * 2,6" },
            { start: "5 9 * * 0", end: "0 10 * * 0" },
        ]);
        expect(weekWindows([0, 1, 2, 3, 4, 5, 6].map(evening))).toEqual([
            { start: "0 18 * * *", end: "0 2 * * *" },
        ]);
    });

    it("is open exactly when the window is active in a zone without clock changes", () => {
        const days = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 });
        const edge = fc
            .tuple(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 23 }), days)
            .map(([minute, hour, list]) => `${minute} ${hour} * * ${list.join(",")}`);
        fc.assert(
            fc.property(edge, edge, fc.nat({ max: MINUTES_PER_WEEK - 1 }), (start, end, minute) => {
                const window = readWindow({ start, end, timeZone: "UTC" });
                fc.pre("start" in window);
                const open = openMinutes(weekFirings(cron(start)), weekFirings(cron(end)));
                // Half a minute after it began: all firings of the minute itself have passed.
                return open[minute] === isActive(window, SUNDAY + minute * MINUTE + MINUTE / 2);
            }),
        );
    });
});
