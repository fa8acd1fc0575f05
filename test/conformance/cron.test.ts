import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expandYear, type Interval, isActive, readWindow, type Window } from "../../model/schedule";
import { askKeda } from "./ask-cron";
import { cronQuestion, type CronQuestion, textQuestion, throughYear } from "./cron-questions";

const SEED = Number(process.env["CRON_SEED"] ?? Date.now() % 2 ** 31);
const QUESTIONS = 4000;
const YEARS = 200;

function read({ start, end, timezone }: CronQuestion): Window | undefined {
    const window = readWindow({ start, end, timeZone: timezone });
    return "start" in window ? window : undefined;
}

/** Whether an instant lies in one of the intervals; to be asked in ascending order. */
function membership(intervals: readonly Interval[]): (instant: number) => boolean {
    let index = 0;
    return (instant) => {
        while ((intervals[index]?.to ?? Infinity) <= instant) index++;
        return (intervals[index]?.from ?? Infinity) <= instant;
    };
}

describe(`KEDA's cron scaler, seed ${SEED}`, () => {
    it("is active when we say so", () => {
        const questions = fc.sample(cronQuestion, { numRuns: QUESTIONS, seed: SEED });
        const answers = askKeda(questions);
        const different = questions.flatMap((question, index) => {
            const { error, active = [] } = answers[index] ?? { id: "" };
            const window = read(question);
            if (window === undefined || error !== undefined) {
                return (window === undefined) === (error !== undefined) ? [] : [{ question, error }];
            }
            return question.at
                .filter((at, i) => isActive(window, at) !== active[i])
                .map((at) => ({ question: { ...question, at: [at] }, error: undefined }));
        });
        expect(different.slice(0, 5)).toEqual([]);
    });

    it("refuses what we refuse", () => {
        const questions = fc.sample(textQuestion, { numRuns: QUESTIONS, seed: SEED });
        const answers = askKeda(questions);
        const different = questions.filter(
            (question, index) => (read(question) === undefined) !== (answers[index]?.error !== undefined),
        );
        expect(different.slice(0, 5)).toEqual([]);
    });

    it("expands a year as it answers for each quarter of an hour around changes of the clock", () => {
        const year = 2028;
        const different = fc.sample(cronQuestion, { numRuns: YEARS, seed: SEED }).flatMap((question) => {
            const window = read(question);
            if (window === undefined) return [];
            const inside = membership(expandYear(window, year));
            return window.timeZone
                .changesIn(year)
                .flatMap(({ at }) => Array.from({ length: 480 }, (_, i) => at + (i - 240) * 900 + 1))
                .filter((instant) => inside(instant) !== isActive(window, instant))
                .map((instant) => ({ ...question, at: [instant] }));
        });
        expect(different.slice(0, 5)).toEqual([]);
    });

    it("is active through a year as we expand it", () => {
        const year = 2028;
        const at = throughYear(year);
        const questions = fc
            .sample(cronQuestion, { numRuns: YEARS, seed: SEED })
            .map((question) => ({ ...question, at }));
        const answers = askKeda(questions);
        const different = questions.flatMap((question, index) => {
            const window = read(question);
            if (window === undefined) return [];
            const inside = membership(expandYear(window, year));
            const bounds = {
                from: window.timeZone.instantOf(year, 1, 1),
                to: window.timeZone.instantOf(year + 1, 1, 1),
            };
            return at
                .map((instant, i) => ({ instant, keda: answers[index]?.active?.[i] }))
                .filter(({ instant }) => instant >= bounds.from && instant < bounds.to)
                .filter(({ instant, keda }) => inside(instant) !== keda)
                .map((answer) => ({ ...question, ...answer, at: [] }));
        });
        expect(different.slice(0, 5)).toEqual([]);
    });
});
