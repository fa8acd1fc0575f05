import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
    type CronExpression,
    nextFire,
    readCronExpression,
    readTimeZone,
    type TimeZone,
} from "../../../model/schedule";

function next(text: string, zone: string, after: string): string | undefined {
    const at = nextFire(
        readCronExpression(text) as CronExpression,
        readTimeZone(zone) as TimeZone,
        Date.parse(after) / 1000,
    );
    return at === undefined ? undefined : new Date(at * 1000).toISOString().replace(".000Z", "Z");
}

describe("nextFire", () => {
    it.each([
        ["0 8 * * *", "UTC", "2028-01-03T07:59:59Z", "2028-01-03T08:00:00Z"],
        ["0 8 * * *", "UTC", "2028-01-03T08:00:00Z", "2028-01-04T08:00:00Z"],
        ["0 0 29 2 *", "UTC", "2028-03-01T00:00:00Z", "2032-02-29T00:00:00Z"],
        ["0 0 31 * *", "UTC", "2028-03-31T00:00:00Z", "2028-05-31T00:00:00Z"],
        ["0 0 1 1 *", "Asia/Tokyo", "2028-01-01T00:00:00Z", "2028-12-31T15:00:00Z"],
        ["0 8 13 * 5", "UTC", "2028-01-07T08:00:00Z", "2028-01-13T08:00:00Z"],
        ["0 8 */2 * 1", "UTC", "2028-01-09T08:00:00Z", "2028-01-10T08:00:00Z"],
        ["30 2 * * *", "Europe/Berlin", "2028-03-26T00:00:00Z", "2028-03-27T00:30:00Z"],
        ["30 1 * * *", "America/New_York", "2028-11-05T05:30:00Z", "2028-11-05T06:30:00Z"],
        ["0 8 * * 5", "Africa/Cairo", "2028-04-22T00:00:00Z", "2028-05-05T05:00:00Z"],
        ["0 8 * * 5", "Africa/Cairo", "2028-04-27T22:00:00Z", "2028-04-28T05:00:00Z"],
        ["0 8 * * 4", "Africa/Cairo", "2028-04-27T12:00:00Z", "2028-04-28T05:00:00Z"],
        ["TZ=Asia/Tokyo 0 9 * * *", "UTC", "2028-01-03T00:00:00Z", "2028-01-04T00:00:00Z"],
    ])("of %s in %s after %s is %s", (text, zone, after, expected) => {
        expect(next(text, zone, after)).toBe(expected);
    });

    it.each(["0 0 30 2 *", "0 0 31 4,6,9,11 *", ", * * * *", "* , * * *", "* * , * *", "* * * , *"])(
        "never comes for %s",
        (text) => {
            expect(next(text, "Europe/Berlin", "2028-01-01T00:00:00Z")).toBeUndefined();
        },
    );

    it("gives up after five years, where the century has no leap day", () => {
        expect(next("0 0 29 2 *", "UTC", "2096-03-01T00:00:00Z")).toBeUndefined();
    });

    it("comes after the instant, at a full minute that the expression allows", () => {
        const at = fc.integer({ min: Date.UTC(2026, 0) / 1000, max: Date.UTC(2030, 0) / 1000 });
        const zones = fc.constantFrom("UTC", "Europe/Berlin", "Australia/Lord_Howe", "America/Havana");
        fc.assert(
            fc.property(at, zones, fc.nat(59), fc.nat(23), (after, zone, minute, hour) => {
                const timeZone = readTimeZone(zone) as TimeZone;
                const expression = readCronExpression(`${minute} ${hour} * * *`) as CronExpression;
                const firing = nextFire(expression, timeZone, after) ?? 0;
                expect(firing).toBeGreaterThan(after);
                expect(timeZone.localTime(firing)).toMatchObject({ hour, minute, second: 0 });
            }),
        );
    });
});
