import { describe, expect, it } from "vitest";
import { cronPairing } from "../../../model/rules/cron-pairing";
import { findings } from "./support/findings";
import { cron, scaledObject, unknown } from "./support/objects";

describe("cron-pairing", () => {
    const window = (start: unknown, end: unknown, timezone = "Europe/Berlin") =>
        scaledObject({ triggers: [cron({ start, end, timezone })] });

    it("reports the window that stays open over the weekend (kedacore/keda#4677)", () => {
        expect(findings(cronPairing, window("30 6 * * 1-5", "10 22 * * *"))).toMatchObject([
            {
                severity: "warning",
                message:
                    "starts and ends do not pair: the window stays open from Friday 06:30 to Sunday 22:10, 63.7 h and not 15.7 h",
                fix: 'give both the same days: end "10 22 * * 1-5"',
                path: "spec.triggers[0].metadata.end",
            },
        ]);
    });

    it("reports the window that starts and yet stays closed", () => {
        expect(findings(cronPairing, window("0 8 * * *", "0 18 * * 1-5"))).toMatchObject([
            {
                severity: "warning",
                message:
                    "starts and ends do not pair: the window starts and yet stays closed from Saturday 08:00 to Sunday 08:00",
                fix: 'give both the same days: end "0 18 * * *"',
                path: "spec.triggers[0].metadata.start",
            },
        ]);
    });

    it("gives dates where the window is tied to them", () => {
        const [found] = findings(cronPairing, window("0 8 1 * *", "0 18 1,15 * *"));
        expect(found?.message).toContain("from 2028-01-01 08:00 to 2028-01-15 18:00");
    });

    it("follows an edge in the zone that it names itself", () => {
        const [found] = findings(cronPairing, window("TZ=Asia/Tokyo 0 8 * * 1-5", "0 22 * * *"));
        expect(found?.message).toContain("from Friday 00:00 to Sunday 22:00");
    });

    it("reports a start that is its end in other words", () => {
        expect(findings(cronPairing, window("0 8 * * 1-5", "0 8 * * MON-FRI"))).toMatchObject([
            {
                severity: "warning",
                message: "start and end always come together: KEDA takes the window for always open",
                path: "spec.triggers[0].metadata.end",
            },
        ]);
    });

    it("is quiet about windows that pair: overnight, over the weekend, over the year, in every zone", () => {
        for (const [start, end] of [
            ["0 8 * * 1-5", "0 19 * * 1-5"],
            ["0 22 * * 1-5", "0 6 * * 2-6"],
            ["0 18 * * 5", "0 8 * * 1"],
            ["0 0 24 12 *", "0 0 2 1 *"],
            ["0 8,14 * * *", "0 12,18 * * *"],
            ["0,30 * * * *", "15,45 * * * *"],
        ] as const) {
            for (const zone of ["UTC", "Europe/Berlin", "Australia/Lord_Howe"]) {
                expect(findings(cronPairing, window(start, end, zone))).toEqual([]);
            }
        }
    });

    it("does not take a clock change for a window that does not pair", () => {
        for (const [start, end] of [
            ["30 2 * * *", "30 4 * * *"],
            ["0 1 * * *", "30 2 * * *"],
        ] as const) {
            expect(findings(cronPairing, window(start, end))).toEqual([]);
            expect(findings(cronPairing, window(start, end, "America/New_York"))).toEqual([]);
        }
    });

    it("leaves an edge that never comes, or that is not known, to the rules that own it", () => {
        expect(findings(cronPairing, window("0 8 30 2 *", "0 9 * * *"))).toEqual([]);
        expect(findings(cronPairing, window(unknown(), "0 9 * * *"))).toEqual([]);
    });

    it("follows so many firings and no more, and says so", () => {
        const dense = Array.from({ length: 8 }, (_, index) =>
            cron({ start: `*/1 0-22 ${index + 1} * *`, end: `*/1 * ${index + 1} * *` }),
        );
        const found = findings(cronPairing, scaledObject({ triggers: dense }));
        const notes = found.filter(({ severity }) => severity === "note");
        expect(notes.length).toBeGreaterThan(0);
        expect(notes.length).toBeLessThan(dense.length);
        expect(notes[0]?.message).toContain("not followed");
    });
});
