import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cronOverlap } from "../../../model/rules/cron-overlap";
import { findings } from "./support/findings";
import { cron, redis, scaledJob, scaledObject, secret, unknown } from "./support/objects";

describe("cron-overlap", () => {
    const daily = (from: number, to: number, desiredReplicas: unknown, more: object = {}) =>
        cron({ start: `0 ${from} * * *`, end: `0 ${to} * * *`, desiredReplicas, ...more });
    const found = (...triggers: readonly object[]) => findings(cronOverlap, scaledObject({ triggers }));

    it("reports a window inside one that keeps more", () => {
        expect(found(daily(8, 19, "10"), daily(12, 13, "2"))).toMatchObject([
            {
                severity: "warning",
                message:
                    "the window keeps 2, and all the while cron #1 keeps 10: the largest number counts, so this window has no effect",
                fix: "remove this window, or take its time out of the others",
                path: "spec.triggers[1].metadata.desiredReplicas",
            },
        ]);
    });

    it("reports a window inside several that take over from one another", () => {
        expect(found(daily(8, 12, "5"), daily(9, 15, "3"), daily(12, 18, "4"))).toMatchObject([
            {
                message:
                    "the window keeps 3, and all the while other windows keep 4 or more: the largest number counts, so this window has no effect",
                path: "spec.triggers[1].metadata.desiredReplicas",
            },
        ]);
        // One hour is left in which it counts.
        expect(found(daily(8, 12, "5"), daily(9, 15, "3"), daily(13, 18, "4"))).toEqual([]);
    });

    it("reports the second of two that keep the same", () => {
        expect(found(daily(8, 19, "3"), daily(8, 19, "3"))).toMatchObject([
            { path: "spec.triggers[1].metadata.desiredReplicas" },
        ]);
        expect(found(daily(9, 10, "3"), daily(8, 19, "3"))).toEqual([]);
    });

    it("is quiet at the very edge, and about windows that overlap in part or raise", () => {
        expect(found(daily(8, 19, "10"), daily(12, 19, "2"))).toHaveLength(1);
        expect(found(daily(8, 19, "10"), daily(12, 20, "2"))).toEqual([]);
        expect(found(daily(8, 19, "2"), daily(12, 13, "10"))).toEqual([]);
        expect(found(daily(8, 12, "2"), daily(12, 19, "10"))).toEqual([]);
        expect(found(daily(8, 19, "10"), redis())).toEqual([]);
    });

    it("follows time zones over the year", () => {
        const utc = daily(7, 18, "10", { timezone: "UTC" });
        // In Berlin 09:00 to 19:00 is 07:00 to 17:00 UTC in summer, and 08:00 to 18:00 in winter.
        expect(found(utc, daily(9, 19, "2"))).toHaveLength(1);
        expect(found(utc, daily(8, 19, "2"))).toEqual([]);
        expect(found(daily(8, 19, "10"), cron({ desiredReplicas: "2" }))).toHaveLength(1);
        expect(found(cron({ desiredReplicas: "10" }), daily(8, 19, "2"))).toEqual([]);
    });

    it("is quiet about other scalers, jobs and formulas", () => {
        const triggers = [daily(8, 19, "10"), daily(12, 13, "2")];
        const other = scaledObject({ triggers: [triggers[1]] }, { name: "other" });
        expect(findings(cronOverlap, scaledObject({ triggers: [triggers[0]] }), other)).toEqual([]);
        expect(findings(cronOverlap, scaledJob({ triggers }))).toEqual([]);
        const advanced = { scalingModifiers: { formula: "a + b", target: "1" } };
        expect(findings(cronOverlap, scaledObject({ triggers, advanced }))).toEqual([]);
    });

    it("leaves windows that are always or never open, not known, or none at all to other rules", () => {
        const inside = daily(12, 13, "2");
        expect(found(daily(8, 8, "10"), inside)).toEqual([]);
        expect(found(daily(8, 8, "10", { end: "0 8 * * 0-6" }), inside)).toEqual([]);
        expect(found(cron({ start: "0 0 30 2 *", desiredReplicas: "10" }), inside)).toEqual([]);
        expect(found(daily(8, 19, "many"), inside)).toEqual([]);
        expect(found(daily(8, 19, "0"), daily(9, 10, "0"))).toEqual([]);
        for (const hidden of [unknown(), secret()]) {
            expect(found(daily(8, 19, hidden), inside)).toEqual([]);
            expect(found(daily(8, 19, "10", { start: hidden }), inside)).toEqual([]);
            expect(findings(cronOverlap, scaledObject({ triggers: hidden }))).toEqual([]);
        }
    });

    it("agrees with the hours of the day", () => {
        const hour = fc.integer({ min: 0, max: 23 });
        const windows = fc.array(
            fc
                .record({ from: hour, to: hour, replicas: fc.integer({ min: 1, max: 4 }) })
                .filter(({ from, to }) => from !== to),
            { minLength: 1, maxLength: 4 },
        );
        const isOpen = ({ from, to }: { from: number; to: number }, at: number): boolean =>
            from < to ? at >= from && at < to : at >= from || at < to;
        fc.assert(
            fc.property(windows, (given) => {
                const triggers = given.map(({ from, to, replicas }) =>
                    daily(from, to, String(replicas), { timezone: "UTC" }),
                );
                const useless = given.flatMap((window, index) => {
                    const counts = Array.from({ length: 24 }, (_, at) => at).some(
                        (at) =>
                            isOpen(window, at) &&
                            !given.some(
                                (other, place) =>
                                    isOpen(other, at) &&
                                    (other.replicas > window.replicas ||
                                        (other.replicas === window.replicas && place < index)),
                            ),
                    );
                    return counts ? [] : [`spec.triggers[${index}].metadata.desiredReplicas`];
                });
                expect(
                    found(...triggers)
                        .map(({ path }) => path)
                        .sort(),
                ).toEqual(useless);
            }),
            { numRuns: 60 },
        );
    });
});
