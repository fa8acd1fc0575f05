import { describe, expect, it } from "vitest";
import {
    type CronExpression,
    type CronFieldSet,
    type CronProblem,
    readCronExpression,
} from "../../../model/schedule";

function read(text: string): CronExpression {
    const expression = readCronExpression(text);
    if (!("text" in expression)) throw new Error(JSON.stringify(expression));
    return expression;
}

function values({ allows }: CronFieldSet): number[] {
    return allows.flatMap((allowed, value) => (allowed ? [value] : []));
}

describe("readCronExpression", () => {
    it.each([
        ["5", [5]],
        ["+5", [5]],
        ["005", [5]],
        ["1,2,", [1, 2]],
        ["1,,2", [1, 2]],
        [",", []],
        ["5-10/2", [5, 7, 9]],
        ["50/4", [50, 54, 58]],
        ["*/20", [0, 20, 40]],
        ["*/61", [0]],
        ["*/9223372036854775807", [0]],
        ["?-5/30", [0, 30]],
    ])("reads the minutes %s", (minute, expected) => {
        expect(values(read(`${minute} * * * *`).minute)).toEqual(expected);
    });

    it("reads names of months and days in any case", () => {
        const { month, dayOfWeek } = read("0 8 * JAN-mar,dec mon-Fri");
        expect([values(month), values(dayOfWeek)]).toEqual([
            [1, 2, 3, 12],
            [1, 2, 3, 4, 5],
        ]);
    });

    it.each([
        ["*", true],
        ["?", true],
        ["*/1", true],
        ["*-3", true],
        ["1,*", true],
        ["*/2", false],
        ["1-31", false],
    ])("sees a star in the day of month %s: %s", (day, isStar) => {
        expect(read(`0 8 ${day} * *`).dayOfMonth.isStar).toBe(isStar);
    });

    it.each([
        "  0   8 * * *  ",
        "0\t8 * * *",
        "0\u00a08\u00a0*\u00a0*\u00a0*",
        " TZ=UTC 0 8 * * *",
        "TZ= 0 8 * * *",
    ])("takes %j", (text) => {
        expect(values(read(text).hour)).toEqual([8]);
    });

    it("keeps the zone of a prefix", () => {
        expect(read("CRON_TZ=Asia/Tokyo 0 8 * * *").timeZone?.name).toBe("Asia/Tokyo");
    });

    it.each([
        ["", undefined, "the expression is empty"],
        ["0 8 * *", undefined, "expected 5 fields, found 4"],
        ["0 0 8 * * *", undefined, "expected 5 fields, found 6"],
        ["TZ=UTC", undefined, '"TZ=UTC" has a zone and no fields'],
        ["TZ=UTC\t0 8 * * *", undefined, '"UTC\\t0" is not an IANA time zone'],
        ["@every 1h", undefined, 'KEDA knows no descriptors such as "@every 1h"'],
        ["60 * * * *", "minute", "60 is above 59"],
        ["* 24 * * *", "hour", "24 is above 23"],
        ["* * 0 * *", "day of month", "0 is below 1"],
        ["* * * 13 *", "month", "13 is above 12"],
        ["* * * * 7", "day of week", "7 is above 6"],
        ["* * * * MONDAY", "day of week", '"MONDAY" is not known'],
        ["* * L * *", "day of month", '"L" is not a value'],
        ["-5 * * * *", "minute", "a value is missing"],
        ["1- * * * *", "minute", "a value is missing"],
        ["1-2-3 * * * *", "minute", '"1-2-3" has more than one hyphen'],
        ["1/2/3 * * * *", "minute", '"1/2/3" has more than one slash'],
        ["*/0 * * * *", "minute", 'the step "0" is not a whole number above 0'],
        ["*/-1 * * * *", "minute", 'the step "-1" is not a whole number above 0'],
        ["5/ * * * *", "minute", 'the step "" is not a whole number above 0'],
        ["99999999999999999999 * * * *", "minute", '"99999999999999999999" is not a value'],
        ["* * * * fri-sun", "day of week", '"fri-sun" ends before it begins'],
        ["５ 8 * * *", "minute", '"５" is not a value'],
    ])("refuses %j, as KEDA does", (text, field, message) => {
        expect(readCronExpression(text)).toMatchObject([{ message, ...(field && { field }) }]);
    });

    it.each([
        ["* * * * 7", "use 0 to 6 or sun to sat; Sunday is 0"],
        ["* * * * fri-sun", "a range does not wrap around: write 5-6,0"],
        ["* 22-6 * * *", "a range does not wrap around: write 22-23,0-6"],
        ["* * * * Monday", "write the first three letters, mon"],
        ["* * L * *", "use 1 to 31; L, W and # are not supported here"],
    ])("says what to write instead of %s", (text, fix) => {
        expect(readCronExpression(text)).toMatchObject([{ fix }]);
    });

    it("reports every field that is wrong", () => {
        expect(readCronExpression("60 24 0 13 7")).toMatchObject([
            { field: "minute" },
            { field: "hour" },
            { field: "day of month" },
            { field: "month" },
            { field: "day of week" },
        ]);
    });

    it("cuts a long text in its message", () => {
        const [problem] = readCronExpression(`${"x".repeat(100_000)} * * * *`) as readonly CronProblem[];
        expect(problem?.message.length).toBeLessThan(100);
    });
});
