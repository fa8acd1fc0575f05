import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TimeZone, cronInUtc, nextFire, readCronExpression, readTimeZone } from "../../../model/schedule";

const FIXED = [
    "UTC",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "America/Bogota",
    "Pacific/Kiritimati",
    "Etc/GMT+12",
];
const START = Date.UTC(2028, 1, 20) / 1000;

/** When an expression fires from a day on, by the clock of a zone. */
function firings(text: string, timeZone: string, count = 60): number[] {
    const [expression, zone] = [readCronExpression(text), readTimeZone(timeZone)];
    if (!("minute" in expression) || !(zone instanceof TimeZone)) throw new Error(`cannot read ${text}`);
    const found: number[] = [];
    let at: number | undefined = START;
    while (at !== undefined && found.length < count) {
        at = nextFire(expression, zone, at);
        if (at !== undefined) found.push(at);
    }
    return found;
}

describe("a schedule in UTC", () => {
    it.each([
        ["0 8 * * 1-5", "UTC", "0 8 * * 1-5"],
        ["0 8 * * 1-5", "Asia/Tokyo", "0 23 * * 0-4"],
        ["0 8 * * mon,SUN", "Asia/Tokyo", "0 23 * * 0,6"],
        ["30 18 * * 1-5", "America/Bogota", "30 23 * * 1-5"],
        ["30 19 * * 1-5", "America/Bogota", "30 0 * * 2-6"],
        ["0 9 * * *", "Asia/Kolkata", "30 3 * * *"],
        ["*/30 * * * *", "Asia/Kolkata", "0,30 * * * *"],
        ["0 20 1 1 *", "Asia/Tokyo", "0 11 1 1 *"],
        ["TZ=Asia/Tokyo 0 8 * * 1-5", "UTC", "0 23 * * 0-4"],
        ["0 6-10 * * *", "Asia/Tokyo", "0 0-1,21-23 * * *"],
    ])("of %s in %s is %s", (text, zone, utc) => {
        expect(cronInUtc(text, zone)).toEqual({ text: utc });
    });

    const days = fc.constantFrom("*", "1-5", "0,6", "3", "0-6");
    const hours = fc.constantFrom("*", "8", "0", "23", "6-18", "22-23", "*/6", "0,12");
    const minutes = fc.constantFrom("0", "30", "*/15", "59", "10-20", "*");
    const dates = fc.constantFrom("*", "1", "31", "1,15");
    const months = fc.constantFrom("*", "*", "2", "6-8");

    it("fires at the same instants, wherever there is one", () => {
        let converted = 0;
        fc.assert(
            fc.property(
                fc.tuple(minutes, hours, dates, months, days),
                fc.constantFrom(...FIXED),
                (fields, zone) => {
                    const text = fields.join(" ");
                    const utc = cronInUtc(text, zone);
                    if (!("text" in utc)) return;
                    converted++;
                    expect(firings(utc.text, "UTC")).toEqual(firings(text, zone));
                },
            ),
            { numRuns: 150, seed: 7 },
        );
        expect(converted).toBeGreaterThan(60);
    });

    it.each([
        [
            "0 8 * * 1-5",
            "Europe/Berlin",
            "the clock of Europe/Berlin is put forward and back, and the schedule is kept in UTC the whole year",
        ],
        [
            "0 6-10 * * 1-5",
            "Asia/Tokyo",
            "by the clock of Asia/Tokyo no single expression in UTC fires so: in UTC some of its hours are on another day than the rest",
        ],
        [
            "0 8 1 * *",
            "Asia/Tokyo",
            "by the clock of Asia/Tokyo no single expression in UTC fires so: in UTC it is on another day, which the day of the month and the month cannot say",
        ],
        [
            "0,45 8 * * *",
            "Asia/Kolkata",
            "by the clock of Asia/Kolkata no single expression in UTC fires so: the minutes of some hours fall into other hours than the rest",
        ],
        ["0 8 * * 1-5", "Berlin", '"Berlin" is not an IANA time zone'],
        ["0 8 * *", "UTC", "expected 5 fields, found 4"],
        ["@daily", "UTC", '"@daily" has no five fields'],
    ])("of %s in %s does not exist", (text, zone, message) => {
        expect(cronInUtc(text, zone)).toMatchObject([{ message }]);
    });
});
