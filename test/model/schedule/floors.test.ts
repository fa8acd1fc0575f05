import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
    compileFloors,
    isActive,
    readWindow,
    type CompiledFloors,
    type FloorWindow,
} from "../../../model/schedule";

const window = (name: string, floor: number, start: string, end: string, timeZone = "UTC"): FloorWindow => ({
    name,
    floor,
    start,
    end,
    timeZone,
});

const WORKDAY = window("workday", 8, "0 8 * * 1-5", "0 19 * * 1-5");
const NIGHT = window("night", 1, "0 22 * * *", "0 6 * * *");
const WEEKEND = window("weekend", 0, "0 20 * * 5", "0 7 * * 1");

function compiled(base: number, ...windows: FloorWindow[]): CompiledFloors {
    const result = compileFloors(base, windows);
    if (!("windows" in result)) throw new Error(JSON.stringify(result));
    return result;
}

/** Whether a window is open at an instant. */
function isOpen({ start, end, timeZone }: FloorWindow, instant: number): boolean {
    const read = readWindow({ start, end, timeZone });
    if (!("start" in read)) throw new Error(JSON.stringify(read));
    return isActive(read, instant);
}

/** The floor that the author means, and the one that KEDA keeps. */
function floorsAt(base: number, windows: readonly FloorWindow[], instant: number): readonly [number, number] {
    const open = windows.filter((each) => isOpen(each, instant));
    const meant = open.length === 0 ? base : Math.max(...open.map(({ floor }) => floor));
    const made = compiled(base, ...windows);
    const kept = made.windows.filter((each) => isOpen(each, instant)).map(({ floor }) => floor);
    return [meant, Math.max(made.floor, ...kept)];
}

describe("floors by the clock", () => {
    it("stay as they are where windows only raise the floor", () => {
        expect(compiled(2, WORKDAY)).toEqual({ floor: 2, windows: [{ ...WORKDAY, from: [0] }] });
        expect(compiled(2)).toEqual({ floor: 2, windows: [] });
    });

    it("begin at the lowest floor, and make a window of the time outside of the one that lowers it", () => {
        expect(compiled(3, NIGHT)).toEqual({
            floor: 1,
            windows: [
                {
                    name: "outside-night",
                    floor: 3,
                    start: "0 6 * * *",
                    end: "0 22 * * *",
                    timeZone: "UTC",
                    from: [0],
                },
            ],
        });
    });

    it("hold the time outside of several windows that go below, where it is the same every week", () => {
        const { floor, windows } = compiled(3, NIGHT, WEEKEND);
        expect(floor).toBe(0);
        expect(windows.map(({ name, floor: replicas, start, end }) => [name, replicas, start, end])).toEqual([
            ["outside-1", 3, "0 7 * * 1", "0 22 * * 1"],
            ["outside-2", 3, "0 6 * * 2,3,4", "0 22 * * 2,3,4"],
            ["outside-3", 3, "0 6 * * 5", "0 20 * * 5"],
            ["night", 1, "0 22 * * *", "0 6 * * *"],
        ]);
    });

    it("need no window for the base where the windows that go below are always open", () => {
        const day = window("day", 1, "0 6 * * *", "0 18 * * *");
        const rest = window("rest", 2, "0 18 * * *", "0 6 * * *");
        expect(compiled(5, day, rest)).toMatchObject({ floor: 1, windows: [{ name: "rest" }] });
    });

    it.each([
        [
            "a window that changes nothing",
            3,
            [window("same", 3, "0 8 * * *", "0 9 * * *")],
            [{ index: 0, member: "floor", message: "has no effect: outside of it the floor is 3 too" }],
        ],
        [
            "windows that go below in two zones",
            3,
            [WORKDAY, NIGHT, { ...WEEKEND, timeZone: "Europe/Berlin" }],
            [
                {
                    index: 1,
                    message: expect.stringContaining('goes below the floor as "weekend" does') as string,
                },
            ],
        ],
        [
            "windows that go below of which one is tied to dates",
            3,
            [NIGHT, window("holidays", 0, "0 0 24 12 *", "0 0 2 1 *")],
            [{ index: 0, message: expect.stringContaining("not the same in every week") as string }],
        ],
        [
            "a window that goes below whose start and end may come together on a date",
            3,
            [window("odd", 1, "0 8 1 * *", "0 8 * * 1")],
            [{ index: 0, message: "goes below the floor, and its starts and ends may come together" }],
        ],
        [
            "expressions that KEDA cannot read, of every window",
            3,
            [window("a", 1, "61 8 * * *", "0 9 * * *"), window("b", 1, "0 8 * * *", "0 9 * * *", "Mars")],
            [
                { index: 0, member: "start", message: "61 is above 59" },
                { index: 1, member: "timeZone" },
            ],
        ],
    ])("are refused: %s", (_what, base, windows, problems) => {
        expect(compileFloors(base, windows)).toMatchObject(problems);
    });

    it("are right too where a start comes together with an end, which KEDA takes for open", () => {
        const odd = window("odd", 0, "30 3 * * 0", "30 3 * * 0,1");
        for (let day = 2; day < 9; day++) {
            const [meant, kept] = floorsAt(2, [odd], Date.UTC(2028, 0, day, 12) / 1000);
            expect(kept).toBe(meant);
        }
    });

    it("keep a window that says what the floor says, where another goes below it", () => {
        const lunch = window("lunch", 3, "0 1 * * *", "0 2 * * *");
        const { windows } = compiled(3, NIGHT, lunch);
        expect(windows.map(({ name }) => name)).toEqual(["outside-night", "lunch"]);
        const two = Date.UTC(2028, 0, 5, 1, 30) / 1000;
        expect(floorsAt(3, [NIGHT, lunch], two)).toEqual([3, 3]);
    });

    it("are at every instant what the author means, whatever the windows", () => {
        const days = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 });
        const edge = fc
            .tuple(fc.constantFrom(0, 15, 30), fc.integer({ min: 0, max: 23 }), days)
            .map(([minute, hour, list]) => `${minute} ${hour} * * ${list.join(",")}`);
        const any = fc
            .tuple(edge, edge, fc.nat({ max: 6 }))
            .map(([start, end, floor]) => window("w", floor, start, end));
        const windows = fc.array(any, { maxLength: 4 });
        fc.assert(
            fc.property(fc.nat({ max: 6 }), windows, fc.nat({ max: 20_000 }), (base, given, minutes) => {
                fc.pre("windows" in compileFloors(base, given));
                // Between two quarters of an hour, so that no edge is in the same minute.
                const instant = Date.UTC(2028, 0, 2, 0, 7) / 1000 + minutes * 15 * 60;
                const [meant, kept] = floorsAt(base, given, instant);
                expect(kept).toBe(meant);
            }),
            { numRuns: 500 },
        );
    });

    it("are what the author means on days on which the clock changes", () => {
        const night = { ...NIGHT, timeZone: "Europe/Berlin" };
        for (const [month, day] of [
            [2, 26],
            [9, 29],
        ] as const) {
            for (let minutes = 7; minutes < 1440; minutes += 15) {
                const [meant, kept] = floorsAt(3, [night], Date.UTC(2028, month, day, 0, minutes) / 1000);
                expect(kept).toBe(meant);
            }
        }
    });
});
