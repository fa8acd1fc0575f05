import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileFloors, type CompiledFloors, type FloorWindow } from "../../model/schedule";
import { askKeda } from "./ask-cron";
import { throughYear } from "./cron-questions";

const SEED = Number(process.env["CRON_SEED"] ?? Date.now() % 2 ** 31);
const SCHEDULES = 150;
/**
 * Zones whose clocks change by a whole hour, and not at midnight: elsewhere KEDA's cron passes over a whole day in spring,
 * for the author's windows as for ours, and what was meant cannot be read from it (Santiago, Lord Howe).
 */
const ZONES = ["UTC", "Europe/Berlin", "Europe/London", "America/New_York", "Asia/Kolkata"];
/** No clock is ever put forward over these hours in the zones above. */
const NEVER_SKIPPED = { min: 4, max: 22 };

const days = fc
    .uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 })
    .map((list) => (list.length === 7 ? "*" : list.join(",")));
const edge = fc
    .tuple(fc.constantFrom(0, 15, 30, 45), fc.integer(NEVER_SKIPPED), days)
    .map(([minute, hour, list]) => `${minute} ${hour} * * ${list}`);

/** A floor, and windows with floors of their own in one zone. */
const schedules = fc
    .record({
        base: fc.nat({ max: 6 }),
        timeZone: fc.constantFrom(...ZONES),
        windows: fc.array(fc.record({ start: edge, end: edge, floor: fc.nat({ max: 6 }) }), {
            minLength: 1,
            maxLength: 4,
        }),
    })
    .map(({ base, timeZone, windows }) => ({
        base,
        windows: windows.map((window, index) => ({ ...window, name: `w${index}`, timeZone })),
    }))
    .filter(({ base, windows }) => "windows" in compileFloors(base, windows));

/** For each window, whether KEDA takes it for active at each instant. */
function activity(windows: readonly FloorWindow[], at: readonly number[]): readonly (readonly boolean[])[] {
    if (windows.length === 0) return [];
    const questions = windows.map(({ start, end, timeZone }) => ({ start, end, timezone: timeZone, at }));
    return askKeda(questions).map(({ active = [], error }) => {
        if (error !== undefined) throw new Error(error);
        return active;
    });
}

describe(`floors by the clock, seed ${SEED}`, () => {
    it("are by KEDA's own windows what the author means, through a year", () => {
        // Off the quarter of an hour, so that no edge is at the instant itself.
        const at = throughYear(2028).map((instant) => instant - (instant % 900) + 450);
        const given = fc.sample(schedules, { numRuns: SCHEDULES, seed: SEED });
        const different = given.flatMap(({ base, windows }) => {
            const made = compileFloors(base, windows) as CompiledFloors;
            const [meantBy, keptBy] = [activity(windows, at), activity(made.windows, at)];
            return at
                .map((instant, i) => {
                    const open = windows.filter((_, w) => meantBy[w]?.[i] === true);
                    const kept = made.windows.filter((_, w) => keptBy[w]?.[i] === true);
                    return {
                        instant,
                        meant: open.length === 0 ? base : Math.max(...open.map(({ floor }) => floor)),
                        kept: Math.max(made.floor, ...kept.map(({ floor }) => floor)),
                    };
                })
                .filter(({ meant, kept }) => meant !== kept)
                .map((difference) => ({ base, windows, ...difference }));
        });
        expect(different.slice(0, 3)).toEqual([]);
    });
});
