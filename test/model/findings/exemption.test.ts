import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Secret, Unknown } from "../../../model/declared";
import type { Exemption } from "../../../model/findings";
import { dayOf, isDay, isExemption, readExemptions, writeExemptions } from "../../../model/findings";

describe("the annotation of exemptions", () => {
    it("brings any reason back, whatever characters it has", () => {
        const exemption = fc.record(
            {
                rule: fc.stringMatching(/^[a-z]+(-[a-z]+)*$/),
                reason: fc.string({ unit: "binary", minLength: 1 }).filter((text) => text.trim() !== ""),
                until: fc.constantFrom("2027-01-31", "2028-02-29"),
            },
            { requiredKeys: ["rule", "reason"] },
        );
        fc.assert(
            fc.property(fc.array(exemption, { maxLength: 5 }), (exemptions) => {
                expect(readExemptions(writeExemptions(exemptions))).toEqual({ entries: exemptions });
            }),
        );
    });

    it("writes the same text for the same exemptions, in whatever order their members are", () => {
        const given: Exemption = { until: "2027-01-31", reason: "moving", rule: "scaler-paused" };
        expect(writeExemptions([given])).toBe(
            '[{"rule":"scaler-paused","reason":"moving","until":"2027-01-31"}]',
        );
    });

    it("can be written by hand, over several lines", () => {
        const text = `[
            { "reason": "one pod; moved by hand = fine", "rule": "disruption-budget-floor" }
        ]`;
        const [entry] = readExemptions(text)?.entries ?? [];
        expect(entry).toEqual({ rule: "disruption-budget-floor", reason: "one pod; moved by hand = fine" });
        expect(entry !== undefined && isExemption(entry)).toBe(true);
    });

    it.each([
        [5, "is not text"],
        ["disruption-budget-floor=moved", "is not valid JSON"],
        ['{"rule":"a"}', "is not a JSON list"],
        ['"a"', "is not a JSON list"],
        ["[]".padEnd(65_537), "has 65537 characters, more than 65536"],
    ])("says why %j cannot be read", (annotation, problem) => {
        expect(readExemptions(annotation)).toEqual({ entries: [], problem });
    });

    it.each([
        ["an exemption is an object with a rule and a reason", undefined, "scaler-paused"],
        ["an exemption names no rule", "rule", { reason: "x" }],
        ["an exemption names no rule", "rule", { rule: 5, reason: "x" }],
        ["the exemption of scaler-paused has no reason", "reason", { rule: "scaler-paused" }],
        ["the exemption of scaler-paused has no reason", "reason", { rule: "scaler-paused", reason: " \n" }],
        ['an exemption has no "untill"', "untill", { rule: "a", reason: "b", untill: "2027-01-31" }],
        ['until is "tomorrow", which is not a day', "until", { rule: "a", reason: "b", until: "tomorrow" }],
        ["until is 2027, which is not a day", "until", { rule: "a", reason: "b", until: 2027 }],
    ])("keeps %j of one entry to it", (message, member, entry) => {
        const sound = { rule: "a", reason: "b" };
        const [wrong, right] = readExemptions(JSON.stringify([entry, sound]))?.entries ?? [];
        expect(wrong).toMatchObject({ message, ...(member === undefined ? {} : { member }) });
        expect(wrong !== undefined && isExemption(wrong)).toBe(false);
        expect(right).toEqual(sound);
    });

    it("is absent where there is none, and where it is not known yet", () => {
        for (const annotation of [undefined, null, new Unknown("x", 1), new Secret("x")]) {
            expect(readExemptions(annotation)).toBeUndefined();
        }
        expect(readExemptions("[]")).toEqual({ entries: [] });
    });
});

describe("isDay", () => {
    it("takes days of the calendar only", () => {
        for (const day of ["2027-01-31", "2028-02-29", "0001-01-01"]) expect(isDay(day)).toBe(true);
        for (const day of ["2027-02-29", "2027-13-01", "2027-1-1", "20270131", "2027-01-31T00:00", ""]) {
            expect(isDay(day)).toBe(false);
        }
    });
});

describe("dayOf", () => {
    it("is the day in UTC, whatever the clock's own zone", () => {
        expect(dayOf(new Date("2026-12-31T23:59:59.999Z"))).toBe("2026-12-31");
        expect(dayOf(new Date("2027-01-01T00:30:00+02:00"))).toBe("2026-12-31");
    });
});
