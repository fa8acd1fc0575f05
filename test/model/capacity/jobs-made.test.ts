import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JobRules } from "../../../model/capacity";
import { jobBounds, jobDemand, jobsMade, mostJobs } from "../../../model/capacity";

const RULES: JobRules = {
    extra: 0,
    most: 10,
    strategy: "default",
    deduction: 0,
    percentage: 0,
    calculation: "max",
};
const rulesOf = (more: Partial<JobRules>): JobRules => ({ ...RULES, ...more });
const reading = (value: number, target = 1, isActive = true) => ({ value, target, isActive });
const asking = (queue: number, asked = queue) => ({ queue, asked, isActive: true });

const rules: fc.Arbitrary<JobRules> = fc.record({
    extra: fc.nat(5),
    most: fc.nat(20),
    strategy: fc.constantFrom("default", "custom", "accurate", "eager"),
    deduction: fc.integer({ min: -3, max: 5 }),
    percentage: fc.constantFrom(0, 0.3, 0.5, 1, 1.5),
    calculation: fc.constantFrom("max", "min", "avg", "sum"),
});
const readings = fc.array(
    fc.record({
        value: fc.oneof(fc.nat(60), fc.double({ min: 0, max: 60, noNaN: true })),
        target: fc.constantFrom(0.5, 1, 2, 7),
        isActive: fc.boolean(),
    }),
    { maxLength: 4 },
);

describe("the bounds of a ScaledJob", () => {
    it("take the extra jobs off the ceiling that is written, and not off KEDA's own", () => {
        expect(jobBounds(0, 40)).toEqual({ extra: 0, most: 40 });
        expect(jobBounds(3, 40)).toEqual({ extra: 3, most: 37 });
        expect(jobBounds(40, 40)).toEqual({ extra: 40, most: 0 });
        expect(jobBounds(20, undefined)).toEqual({ extra: 20, most: 100 });
    });

    it("count the ceiling twice where more extra jobs are asked for: 3 above 2 ran 4 on a cluster", () => {
        expect(jobBounds(3, 2)).toEqual({ extra: 2, most: 2 });
        expect(mostJobs(rulesOf(jobBounds(3, 2)))).toBe(4);
    });
});

describe("what triggers ask for", () => {
    it("is the number divided by the target, rounded up, within the ceiling", () => {
        expect(jobDemand([reading(23, 5)], RULES)).toEqual({ queue: 23, asked: 5, isActive: true });
        expect(jobDemand([reading(25, 5)], RULES)).toEqual({ queue: 25, asked: 5, isActive: true });
        expect(jobDemand([reading(500, 5)], RULES)).toEqual({ queue: 500, asked: 10, isActive: true });
        expect(jobDemand([reading(0)], RULES)).toEqual({ queue: 0, asked: 0, isActive: false });
        expect(jobDemand([reading(9, 0)], RULES)).toMatchObject({ asked: 0 });
    });

    it("compares the numbers of several triggers, not what they ask for", () => {
        const few = reading(10, 1);
        const many = reading(100, 100);
        expect(jobDemand([few, many], rulesOf({ calculation: "max" }))).toMatchObject({
            queue: 100,
            asked: 1,
        });
        expect(jobDemand([few, many], rulesOf({ calculation: "min" }))).toMatchObject({
            queue: 10,
            asked: 10,
        });
        expect(jobDemand([few, many], rulesOf({ calculation: "sum", most: 50 }))).toMatchObject({
            queue: 110,
            asked: 11,
        });
        expect(jobDemand([few, many], rulesOf({ calculation: "avg", most: 50 }))).toMatchObject({
            queue: 55,
            asked: 6,
        });
    });

    it("leaves out what is not active, and is there without any where extra jobs are", () => {
        const asleep = reading(50, 1, false);
        expect(jobDemand([asleep, reading(3)], RULES)).toEqual({ queue: 3, asked: 3, isActive: true });
        expect(jobDemand([asleep], RULES)).toEqual({ queue: 0, asked: 0, isActive: false });
        expect(jobDemand([asleep], rulesOf({ extra: 1 }))).toEqual({ queue: 0, asked: 0, isActive: true });
    });
});

describe("the jobs that KEDA makes", () => {
    // Numbers of KEDA's own tests (2.20.2 scale_jobs_test.go): asked, running, pending, ceiling.
    it.each([
        ["default", 3, 2, 0, 5, 1],
        ["default", 2, 0, 0, 5, 2],
        ["accurate", 3, 2, 0, 5, 3],
        ["accurate", 5, 2, 0, 5, 3],
        ["accurate", 3, 4, 2, 10, 1],
        ["accurate", 5, 4, 2, 5, 1],
        ["accurate", 3, 3, 3, 5, 0],
        ["accurate", 15, 15, 15, 20, 0],
        ["accurate", 20, 15, 10, 20, 5],
        ["eager", 4, 3, 0, 10, 4],
        ["eager", 4, 7, 0, 10, 3],
        ["eager", 4, 1, 6, 10, 3],
        ["eager", 15, 0, 0, 10, 10],
    ] as const)(
        "with %s for %d, %d running, %d pending, at most %d, are %d",
        (strategy, asked, running, pending, most, made) => {
            expect(jobsMade(asking(asked), rulesOf({ strategy, most }), running, pending)).toBe(made);
        },
    );

    it("are fewer by the deduction and by a share of the running ones with custom, and may pass the ceiling", () => {
        const custom = rulesOf({ strategy: "custom", deduction: 1, percentage: 0.5, most: 5 });
        expect(jobsMade(asking(3), custom, 2, 0)).toBe(1);
        expect(jobsMade(asking(10, 5), { ...custom, deduction: 0 }, 5, 0)).toBe(3);
        expect(jobsMade(asking(2), { ...custom, deduction: 2, percentage: 0 }, 9, 0)).toBe(0);
    });

    it("are never more than the number, but with eager, where one task may start several", () => {
        expect(jobsMade({ queue: 1, asked: 2, isActive: true }, RULES, 0, 0)).toBe(1);
        expect(jobsMade({ queue: 1, asked: 2, isActive: true }, rulesOf({ strategy: "eager" }), 0, 0)).toBe(
            2,
        );
    });

    it("fill up the extra ones first, and only those", () => {
        const extra = rulesOf({ extra: 3, strategy: "accurate" });
        expect(jobsMade(asking(8), extra, 1, 0)).toBe(2);
        expect(jobsMade(asking(8), extra, 3, 0)).toBe(8);
        expect(jobsMade({ queue: 0, asked: 0, isActive: true }, extra, 0, 0)).toBe(3);
    });

    it("are none where no trigger is active", () => {
        fc.assert(
            fc.property(rules, fc.nat(30), (given, running) => {
                const inactive = { queue: 9, asked: 9, isActive: false };
                expect(jobsMade(inactive, given, running, 0)).toBe(0);
            }),
        );
    });

    it("are whole and never negative, and never pass the ceiling but with custom", () => {
        fc.assert(
            fc.property(rules, readings, fc.nat(30), fc.nat(30), (given, read, running, some) => {
                const pending = Math.min(some, running);
                const made = jobsMade(jobDemand(read, given), given, running, pending);
                expect(Number.isInteger(made) && made >= 0).toBe(true);
                if (given.strategy === "custom") return;
                expect(running + made).toBeLessThanOrEqual(Math.max(running, given.extra + given.most));
            }),
        );
    });

    it("do not become fewer with more tasks, nor more with more jobs that have not started", () => {
        fc.assert(
            fc.property(
                rules,
                fc.nat(50),
                fc.nat(50),
                fc.nat(30),
                fc.nat(30),
                (given, a, b, running, some) => {
                    const pending = Math.min(some, running);
                    const made = (value: number, held: number) =>
                        jobsMade(jobDemand([reading(value, 2)], given), given, running, held);
                    const [fewer, more] = [Math.min(a, b), Math.max(a, b)];
                    expect(made(more, pending)).toBeGreaterThanOrEqual(made(fewer, pending));
                    expect(made(a, pending)).toBeLessThanOrEqual(made(a, 0));
                },
            ),
        );
    });

    it("end, with default for a number that stays, where each task has a job", () => {
        fc.assert(
            fc.property(fc.nat(40), fc.nat(40), (tasks, most) => {
                const given = rulesOf({ most });
                const first = jobsMade(jobDemand([reading(tasks)], given), given, 0, 0);
                expect(first).toBe(Math.min(tasks, most));
                expect(jobsMade(jobDemand([reading(tasks)], given), given, first, 0)).toBe(0);
            }),
        );
    });

    it("start none twice, with accurate, for tasks whose jobs have not started", () => {
        fc.assert(
            fc.property(fc.nat(40), fc.nat(40), (tasks, most) => {
                const given = rulesOf({ most, strategy: "accurate" });
                const first = jobsMade(jobDemand([reading(tasks)], given), given, 0, 0);
                expect(first).toBe(Math.min(tasks, most));
                expect(jobsMade(jobDemand([reading(tasks)], given), given, first, first)).toBe(0);
            }),
        );
    });
});

describe("the most jobs that can run", () => {
    it("are the ceiling, and with custom what its share leaves: 4 and 0.5 ran 8 on a cluster, 4 and 0 did not end", () => {
        expect(mostJobs(rulesOf({ extra: 3, most: 37 }))).toBe(40);
        const custom = rulesOf({ strategy: "custom", most: 4 });
        expect(mostJobs({ ...custom, percentage: 0.5 })).toBe(8);
        expect(mostJobs({ ...custom, percentage: 0 })).toBe(Infinity);
        expect(mostJobs({ ...custom, percentage: 1 })).toBe(4);
        expect(mostJobs({ ...custom, percentage: 2 })).toBe(4);
        expect(mostJobs({ ...custom, most: 1, percentage: 1.5, deduction: -1 })).toBe(2);
        expect(mostJobs({ ...custom, percentage: 0.5, deduction: 4 })).toBe(0);
        expect(mostJobs({ ...custom, percentage: 0.5, deduction: 1, extra: 2 })).toBe(8);
    });

    it("are reached by a number that stays at the ceiling, and never passed", () => {
        fc.assert(
            fc.property(rules, fc.array(fc.nat(30), { minLength: 40, maxLength: 40 }), (given, numbers) => {
                const limit = mostJobs(given);
                let running = 0;
                for (const number of numbers) {
                    running += jobsMade(jobDemand([reading(number)], given), given, running, 0);
                    expect(running).toBeLessThanOrEqual(limit);
                }
                for (let look = 0; look < 60; look++) {
                    running += jobsMade(jobDemand([reading(1000)], given), given, running, 0);
                }
                if (limit !== Infinity) expect(running).toBeLessThanOrEqual(limit);
                if (given.strategy === "accurate") expect(running).toBe(limit);
            }),
        );
    });
});
