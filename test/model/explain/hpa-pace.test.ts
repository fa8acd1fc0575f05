import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PaceRules, PaceStep } from "../../../model/explain";
import { fastestWay } from "../../../model/explain";

const RULES: PaceRules = { windowSeconds: 0, select: "Max", policies: undefined };
const pods = (value: number, periodSeconds: number) => ({ type: "Pods" as const, value, periodSeconds });
const percent = (value: number, periodSeconds: number) => ({
    type: "Percent" as const,
    value,
    periodSeconds,
});

const way = (
    from: number,
    to: number,
    rules: Partial<PaceRules>,
): readonly (readonly [number, number])[] | undefined =>
    fastestWay(from, to, { ...RULES, ...rules })?.map(
        ({ seconds, replicas }) => [seconds, replicas] as const,
    );

describe("the fastest way of an HPA", () => {
    it.each([
        [
            "without behavior: twice as many, and 4 at least",
            1,
            20,
            {},
            [
                [0, 4],
                [15, 8],
                [30, 16],
                [45, 20],
            ],
        ],
        ["without behavior: down all at once, after the window", 20, 2, { windowSeconds: 300 }, [[285, 2]]],
        [
            "by a number of pods in each period",
            1,
            5,
            { policies: [pods(2, 60)] },
            [
                [0, 3],
                [60, 5],
            ],
        ],
        [
            "by a share, which is rounded up",
            3,
            10,
            { policies: [percent(50, 30)] },
            [
                [0, 5],
                [30, 8],
                [60, 10],
            ],
        ],
        [
            "down by a share, which leaves less than the exact rest",
            10,
            5,
            { policies: [percent(15, 15)] },
            [
                [0, 8],
                [15, 6],
                [30, 5],
            ],
        ],
        [
            "by the larger of two",
            1,
            12,
            { policies: [percent(100, 15), pods(4, 15)] },
            [
                [0, 5],
                [15, 10],
                [30, 12],
            ],
        ],
        [
            "by the smaller of two",
            4,
            10,
            { select: "Min", policies: [percent(100, 15), pods(4, 30)] },
            [
                [0, 8],
                [30, 10],
            ],
        ],
        ["after a window of its own", 1, 3, { windowSeconds: 60, policies: [pods(9, 15)] }, [[45, 3]]],
        [
            "in periods that are no multiple of the look",
            1,
            3,
            { policies: [pods(1, 20)] },
            [
                [0, 2],
                [30, 3],
            ],
        ],
        ["not at all where there is no way to go", 4, 4, {}, []],
    ] as const)("goes %s", (_what, from, to, rules, steps) => {
        expect(way(from, to, rules as Partial<PaceRules>)).toEqual(steps);
    });

    it("allows 111 replicas from 100 by 10 %, since the controller counts in binary fractions", () => {
        expect(way(100, 500, { policies: [percent(10, 60)] })?.[0]).toEqual([0, 111]);
    });

    it("is none where the direction is off, or a share of too few never becomes one", () => {
        expect(way(1, 2, { select: "Disabled" })).toBeUndefined();
        expect(way(1, 1_000_000, { policies: [pods(1, 1800)] })).toBeUndefined();
    });

    const policy = fc.record({
        type: fc.constantFrom("Pods" as const, "Percent" as const),
        value: fc.integer({ min: 1, max: 200 }),
        periodSeconds: fc.integer({ min: 1, max: 1800 }),
    });
    const rules = fc.record({
        windowSeconds: fc.integer({ min: 0, max: 3600 }),
        select: fc.constantFrom("Max" as const, "Min" as const),
        policies: fc.oneof(fc.constant(undefined), fc.array(policy, { minLength: 1, maxLength: 3 })),
    });
    const bound = fc.integer({ min: 1, max: 300 });

    it("moves towards its goal only, ends there, and looks every 15 s", () => {
        fc.assert(
            fc.property(bound, bound, rules, (from, to, given) => {
                const steps: readonly PaceStep[] = fastestWay(from, to, given) ?? [];
                const path = [from, ...steps.map(({ replicas }) => replicas)];
                const isOneWay = path.every((value, i) =>
                    to >= from ? value >= (path[i - 1] ?? from) : value <= (path[i - 1] ?? from),
                );
                expect(isOneWay).toBe(true);
                expect(steps.every(({ seconds }) => seconds % 15 === 0)).toBe(true);
                if (steps.length > 0) expect(path.at(-1)).toBe(to);
            }),
        );
    });

    it("never adds more pods in a period than the one policy allows", () => {
        const one = fc.record({
            value: fc.integer({ min: 1, max: 20 }),
            period: fc.integer({ min: 15, max: 600 }),
        });
        fc.assert(
            fc.property(bound, one, (to, { value, period }) => {
                const steps = fastestWay(1, to, { ...RULES, policies: [pods(value, period)] }) ?? [];
                for (const [index, { seconds, replicas }] of steps.entries()) {
                    const first = steps.findIndex((each) => each.seconds > seconds - period);
                    const before = steps[first - 1]?.replicas ?? 1;
                    expect(first).toBeLessThanOrEqual(index);
                    expect(replicas - before).toBeLessThanOrEqual(value);
                }
            }),
        );
    });

    it("is never later by rules that allow more", () => {
        fc.assert(
            fc.property(
                bound,
                fc.array(policy, { minLength: 1, maxLength: 2 }),
                policy,
                (to, policies, more) => {
                    const seconds = (list: typeof policies): number =>
                        fastestWay(1, to, { ...RULES, policies: list })?.at(-1)?.seconds ??
                        (to === 1 ? 0 : Infinity);
                    expect(seconds([...policies, more])).toBeLessThanOrEqual(seconds(policies));
                },
            ),
        );
    });
});
