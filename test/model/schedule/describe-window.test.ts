import { describe, expect, it } from "vitest";
import {
    describeWindow,
    expandYear,
    formatLocalTime,
    formatWeekTime,
    readWindow,
    REFERENCE_YEAR,
    type Window,
} from "../../../model/schedule";

const HOUR = 3600;

function window(start: string, end: string, timeZone = "UTC"): Window {
    const read = readWindow({ start, end, timeZone });
    if (!("start" in read)) throw new Error(JSON.stringify(read));
    return read;
}

function longest(of: Window): string {
    const { longest: interval } = describeWindow(of);
    if (interval === undefined) return "never";
    return `${formatWeekTime(of.timeZone, interval.from)} to ${formatWeekTime(of.timeZone, interval.to)}`;
}

describe("expandYear", () => {
    it("covers a year of the zone, cut at its ends", () => {
        const nights = expandYear(window("0 22 * * *", "0 6 * * *", "Asia/Tokyo"), 2028);
        const newYear = Date.UTC(2027, 11, 31, 15) / 1000;
        expect(nights.length).toBe(367);
        expect(nights[0]).toEqual({ from: newYear, to: newYear + 6 * HOUR });
        expect(nights.at(-1)?.to).toBe(Date.UTC(2028, 11, 31, 15) / 1000);
    });

    it("has the leap day", () => {
        const leapDay = Date.UTC(2028, 1, 29) / 1000;
        expect(expandYear(window("0 8 29 2 *", "0 9 29 2 *"))).toEqual([
            { from: leapDay + 8 * HOUR, to: leapDay + 9 * HOUR },
        ]);
    });

    it("merges windows that touch", () => {
        expect(
            expandYear(window("0 8,12 * * *", "0 12,18 * * *")).every(
                ({ from, to }) => to - from === 10 * HOUR,
            ),
        ).toBe(true);
    });

    it("gives a window of minutes its minutes", () => {
        const minutes = expandYear(window("*/2 * * * *", "1/2 * * * *"), 2028);
        expect(minutes.length).toBe((366 * 24 * 60) / 2);
        expect(minutes.every(({ from, to }) => to - from === 60)).toBe(true);
    });
});

describe("describeWindow", () => {
    it("finds nothing odd in office hours", () => {
        const monday = Date.UTC(2028, 0, 3, 8) / 1000;
        expect(describeWindow(window("0 8 * * 1-5", "0 18 * * 1-5"))).toEqual({
            longest: { from: monday, to: monday + 10 * HOUR },
            activeShare: (260 * 10) / (366 * 24),
            hoursPerWeek: ((260 * 10) / (366 * 24)) * 168,
            usualSeconds: 10 * HOUR,
            startNeverFires: false,
            endNeverFires: false,
            startIsEnd: false,
            repeatedStarts: { count: 0 },
            repeatedEnds: { count: 0 },
            lostStarts: [],
            lostEnds: [],
        });
    });

    it("shows a weekday start that runs through the weekend", () => {
        const weekend = window("30 6 * * 1-5", "10 22 * * *", "Europe/London");
        const { usualSeconds, repeatedEnds, repeatedStarts } = describeWindow(weekend);
        expect(longest(weekend)).toBe("Friday 06:30 to Sunday 22:10");
        expect(usualSeconds).toBe(15 * HOUR + 40 * 60);
        expect(repeatedStarts.count).toBe(0);
        expect(repeatedEnds.count).toBe(105);
    });

    it("shows starts that begin nothing", () => {
        const friday = window("0 8 * * *", "0 18 * * 5");
        const { repeatedStarts } = describeWindow(friday);
        expect(longest(friday)).toBe("Friday 08:00 to Friday 18:00");
        expect(repeatedStarts.count).toBe(313);
        expect(formatWeekTime(friday.timeZone, repeatedStarts.first?.from ?? 0)).toBe("Saturday 08:00");
        expect(formatWeekTime(friday.timeZone, repeatedStarts.first?.to ?? 0)).toBe("Sunday 08:00");
    });

    it("pairs windows that touch", () => {
        const { repeatedStarts, repeatedEnds } = describeWindow(window("0 8,12 * * *", "0 12,18 * * *"));
        expect([repeatedStarts.count, repeatedEnds.count]).toEqual([0, 0]);
    });

    it("does not pair a start with an end that comes together with it", () => {
        expect(describeWindow(window("0 8,12 * * *", "0 8 * * *")).repeatedStarts.count).toBe(366);
    });

    it("sees a firing at the very beginning of the year", () => {
        expect(describeWindow(window("0 0 1 1 *", "0 0 2 1 *"))).toMatchObject({
            startNeverFires: false,
            activeShare: 1 / 366,
        });
    });

    it("knows an end that is the start in other words, which is always active", () => {
        const { startIsEnd, activeShare } = describeWindow(window("0 8 * * *", "00 8 * * *"));
        expect([startIsEnd, activeShare]).toEqual([true, 1]);
    });

    it.each([
        ["0 0 30 2 *", "0 8 * * *", { startNeverFires: true, endNeverFires: false, activeShare: 1 }],
        ["0 8 * * *", "0 0 30 2 *", { startNeverFires: false, endNeverFires: true, activeShare: 0 }],
        ["0 0 30 2 *", "0 0 31 2 *", { startNeverFires: true, endNeverFires: true, activeShare: 1 }],
    ])("knows an edge that never fires: %s to %s", (start, end, expected) => {
        expect(describeWindow(window(start, end))).toMatchObject(expected);
    });

    it("names the edges that are lost when the clock is put forward", () => {
        const lost = (start: string, end: string, zone: string): string[] => {
            const { lostStarts, lostEnds } = describeWindow(window(start, end, zone));
            return [...lostStarts, ...lostEnds].map(({ localTime }) => formatLocalTime(localTime));
        };
        expect(lost("30 2 * * *", "0 5 * * *", "Europe/Berlin")).toEqual(["2028-03-26 02:30"]);
        expect(lost("0 1 * * *", "0 0 * * *", "America/Santiago")).toEqual(["2028-09-03 00:00"]);
        expect(lost("15 2 * * *", "0 5 * * *", "Australia/Lord_Howe")).toEqual(["2028-10-01 02:15"]);
        expect(lost("*/30 * * * *", "15/30 * * * *", "Europe/Berlin")).toEqual([]);
        expect(lost("30 2 * * *", "0 5 * * *", "UTC")).toEqual([]);
    });

    it("judges a leap year", () => {
        expect(new Date(Date.UTC(REFERENCE_YEAR, 1, 29)).getUTCDate()).toBe(29);
    });
});
