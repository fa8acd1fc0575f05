import type { CronExpression } from "./cron-expression";

/** Minutes in a day and in a week of the wall clock, where no hour is skipped or repeated. */
const MINUTES_PER_DAY = 1440;
export const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;

/** A stretch of the week in minutes from Sunday 00:00; `to` is above `from` and may reach into the next week. */
export interface WeekStretch {
    readonly from: number;
    readonly to: number;
}

/** Whether an expression asks for the same times in every week. */
export function isWeekly({ dayOfMonth, month }: CronExpression): boolean {
    const isEvery = ({ isStar, allows }: CronExpression["dayOfMonth"]): boolean =>
        isStar && allows.every((allowed, value) => allowed || value === 0);
    return isEvery(dayOfMonth) && isEvery(month);
}

/** The minutes of the week at which a weekly expression fires, in their order. */
export function weekFirings({ minute, hour, dayOfWeek }: CronExpression): number[] {
    return Array.from({ length: MINUTES_PER_WEEK }, (_, at) => at).filter(
        (at) =>
            dayOfWeek.allows[Math.floor(at / MINUTES_PER_DAY)] === true &&
            hour.allows[Math.floor(at / 60) % 24] === true &&
            minute.allows[at % 60] === true,
    );
}

/**
 * For each minute of the week whether a window is open in it, by KEDA's rule: open where the next end comes before the
 * next start, or with it.
 */
export function openMinutes(starts: readonly number[], ends: readonly number[]): readonly boolean[] {
    const [nextStart, nextEnd] = [untilNext(starts), untilNext(ends)];
    return Array.from({ length: MINUTES_PER_WEEK }, (_, at) => (nextEnd[at] ?? 0) <= (nextStart[at] ?? 0));
}

/** For each minute of the week the minutes until the next firing that is later than its beginning. */
function untilNext(firings: readonly number[]): number[] {
    const until = new Array<number>(MINUTES_PER_WEEK).fill(Infinity);
    const fires = new Set(firings);
    let next = Infinity;
    // Twice around, since the week that begins continues the one that ends.
    for (let at = 2 * MINUTES_PER_WEEK - 1; at >= 0; at--) {
        until[at % MINUTES_PER_WEEK] = next - at;
        if (fires.has(at % MINUTES_PER_WEEK)) next = at;
    }
    return until;
}

/** The stretches in which something holds, each from a minute in which it begins to. */
export function stretches(holds: readonly boolean[]): WeekStretch[] {
    const begins = holds.flatMap((is, at) =>
        is && holds[(at + MINUTES_PER_WEEK - 1) % MINUTES_PER_WEEK] !== true ? [at] : [],
    );
    return begins.map((from) => {
        let to = from;
        while (holds[to % MINUTES_PER_WEEK] === true) to++;
        return { from, to };
    });
}

/**
 * Stretches as pairs of cron expressions; those of one time of day and one length share a pair.
 *
 * @example weekWindows([{ from: 1920, to: 2580 }, { from: 3360, to: 4020 }]) // [{ start: "0 8 * * 1,2", end: "0 19 * * 1,2" }]
 */
export function weekWindows(
    parts: readonly WeekStretch[],
): { readonly start: string; readonly end: string }[] {
    const groups = new Map<string, WeekStretch[]>();
    for (const part of parts) {
        const key = `${part.from % MINUTES_PER_DAY} ${part.to - part.from}`;
        groups.set(key, [...(groups.get(key) ?? []), part]);
    }
    return [...groups.values()].map((group) => ({
        start: cronOf(group.map(({ from }) => from)),
        end: cronOf(group.map(({ to }) => to % MINUTES_PER_WEEK)),
    }));
}

function cronOf(minutes: readonly number[]): string {
    const [first = 0] = minutes;
    const days = [...new Set(minutes.map((at) => Math.floor(at / MINUTES_PER_DAY)))].sort();
    const time = first % MINUTES_PER_DAY;
    return `${time % 60} ${Math.floor(time / 60)} * * ${days.length === 7 ? "*" : days.join(",")}`;
}
