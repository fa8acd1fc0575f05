import { daysFromCivil, SECONDS_PER_DAY, toLocalTime } from "./civil";

/** A stretch of time in which a zone's offset does not change; `to` is not in it. Long stretches are cut at years. */
export interface OffsetSpan {
    readonly from: number;
    readonly to: number;
    /** Seconds that the local clock is ahead of UTC. */
    readonly offset: number;
}

/** Offsets are looked up so often; no zone has changed twice within this time since 1970 but to undo an error. */
const PROBE_SECONDS = 7 * SECONDS_PER_DAY;

/**
 * The UTC offsets of one zone, found by probing `Intl`, which is slow, and kept: a year costs some eighty calls
 * once. The offsets are those of the running Node's time zone database.
 */
export class ZoneOffsets {
    readonly #format: Intl.DateTimeFormat;
    readonly #years = new Map<number, readonly OffsetSpan[]>();
    #last: OffsetSpan = { from: 0, to: 0, offset: 0 };

    /** @throws RangeError when `Intl` does not know the zone */
    constructor(timeZone: string) {
        this.#format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
    }

    /** The span that an instant, in seconds since 1970 UTC, lies in. */
    spanAt(instant: number): OffsetSpan {
        if (instant >= this.#last.from && instant < this.#last.to) return this.#last;
        const { year } = toLocalTime(instant);
        const span = this.spansOf(year).find(({ to }) => instant < to);
        if (span === undefined) throw new RangeError(`no offset at ${instant}`);
        this.#last = span;
        return span;
    }

    /** The spans of a calendar year in UTC, in their order. */
    spansOf(year: number): readonly OffsetSpan[] {
        const known = this.#years.get(year);
        if (known !== undefined) return known;
        const spans = this.#probe(
            daysFromCivil(year, 1, 1) * SECONDS_PER_DAY,
            daysFromCivil(year + 1, 1, 1) * SECONDS_PER_DAY,
        );
        this.#years.set(year, spans);
        return spans;
    }

    #probe(start: number, end: number): readonly OffsetSpan[] {
        const spans: OffsetSpan[] = [];
        let from = start;
        let offset = this.#offsetAt(start);
        for (let probe = start; probe < end; probe += PROBE_SECONDS) {
            const next = Math.min(probe + PROBE_SECONDS, end - 1);
            const after = this.#offsetAt(next);
            if (after === offset) continue;
            const to = this.#changeBetween(probe, next, offset);
            spans.push({ from, to, offset });
            from = to;
            offset = after;
        }
        spans.push({ from, to: end, offset });
        return spans;
    }

    /** The first second, between one with the offset and a later one without it, that does not have it. */
    #changeBetween(withOffset: number, without: number, offset: number): number {
        let [low, high] = [withOffset, without];
        while (high - low > 1) {
            const middle = Math.floor((low + high) / 2);
            if (this.#offsetAt(middle) === offset) low = middle;
            else high = middle;
        }
        return high;
    }

    #offsetAt(instant: number): number {
        const text = this.#format.format(instant * 1000);
        const [, sign, hours, minutes, seconds] =
            /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(text) ?? [];
        const size = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
        return sign === "-" ? -size : size;
    }
}
