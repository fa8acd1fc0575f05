import { describe, expect, it } from "vitest";
import { expandYear, isActive, readWindow, type Window, type WindowArgs } from "../../../model/schedule";
import { RECORDED_WINDOWS } from "./recorded-windows";

function window(args: WindowArgs): Window {
    const read = readWindow(args);
    if (!("start" in read)) throw new Error(JSON.stringify(read));
    return read;
}

describe("isActive", () => {
    it.each(RECORDED_WINDOWS)("answers as KEDA for $start to $end in $timeZone", ({ active, ...args }) => {
        const instants = Object.keys(active);
        const answers = instants.map((at) => [at, isActive(window(args), Date.parse(at) / 1000)]);
        expect(Object.fromEntries(answers)).toEqual(active);
    });

    it("counts a part of a second to the second that it is in", () => {
        const day = window({ start: "0 8 * * *", end: "0 18 * * *", timeZone: "UTC" });
        const eight = Date.UTC(2028, 0, 3, 8) / 1000;
        expect([isActive(day, eight - 0.1), isActive(day, eight + 0.1)]).toEqual([false, true]);
    });
});

describe("expandYear", () => {
    it.each(RECORDED_WINDOWS)("answers as KEDA for $start to $end in $timeZone", ({ active, ...args }) => {
        const instants = Object.keys(active).filter((at) => at.startsWith("2028"));
        const intervals = expandYear(window(args), 2028);
        const answers = instants.map((text) => {
            const at = Date.parse(text) / 1000;
            return [text, intervals.some(({ from, to }) => at >= from && at < to)];
        });
        expect(Object.fromEntries(answers)).toEqual(
            Object.fromEntries(instants.map((at) => [at, active[at]])),
        );
    });
});

describe("readWindow", () => {
    it("reports everything that is wrong at once, by member", () => {
        const problems = readWindow({ start: "61 8 * * *", end: "@daily", timeZone: "europe/berlin" });
        expect(problems).toEqual([
            { member: "start", field: "minute", message: "61 is above 59", fix: "use 0 to 59" },
            {
                member: "end",
                message: 'KEDA knows no descriptors such as "@daily"',
                fix: 'write "0 0 * * *"',
            },
            {
                member: "timeZone",
                message: '"europe/berlin" is not an IANA time zone',
                fix: 'write "Europe/Berlin"',
            },
        ]);
    });

    it("refuses an end that is written as the start, white space around it apart", () => {
        const problems = readWindow({ start: "0 8 * * *", end: " 0 8 * * * ", timeZone: "UTC" });
        expect(problems).toMatchObject([{ member: "end", message: "start and end are the same" }]);
    });

    it("takes an end that is the start in other words, as KEDA does", () => {
        expect(readWindow({ start: "0 8 * * *", end: "0  8 * * *", timeZone: "UTC" })).toHaveProperty(
            "start",
        );
    });
});
