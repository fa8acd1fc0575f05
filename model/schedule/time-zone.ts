import { daysFromCivil, type LocalTime, SECONDS_PER_DAY, toLocalTime } from "./civil";
import { quote } from "./cron-problem";
import { zoneFix } from "./nearest-zone";
import { TIME_ZONE_NAMES } from "./time-zone-names";
import { trim } from "./white-space";
import { type OffsetSpan, ZoneOffsets } from "./zone-offsets";

/** Why KEDA could not load a time zone, and what to write instead. */
export interface TimeZoneProblem {
    /** What is wrong, one sentence without a full stop. */
    readonly message: string;
    /** What to change, as an instruction. */
    readonly fix: string;
}

/** A time zone of the IANA database. One object a name; its offsets are looked up once. */
export class TimeZone {
    readonly #offsets: ZoneOffsets;

    constructor(
        /** The name as it was written. */
        readonly name: string,
        /** The name under which its offsets are known. */
        source: string,
        /** What one should know about the name, though KEDA takes it. */
        readonly note?: string,
    ) {
        this.#offsets = new ZoneOffsets(source);
    }

    /** Seconds that the local clock is ahead of UTC at an instant (seconds since 1970 UTC). */
    offsetAt(instant: number): number {
        return this.#offsets.spanAt(instant).offset;
    }

    /** The stretch around an instant in which the offset certainly does not change. */
    spanAt(instant: number): OffsetSpan {
        return this.#offsets.spanAt(instant);
    }

    /** What the local clock and calendar show at an instant. */
    localTime(instant: number): LocalTime {
        return toLocalTime(instant + this.offsetAt(instant));
    }

    /**
     * The instant at which the local clock shows a time; values out of range carry over, the 32nd of a month is
     * the first of the next. A time that the clock skips or shows twice gives the instant that Go's `time.Date`
     * gives, since KEDA's schedules rest on that choice.
     */
    instantOf(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): number {
        const shown =
            daysFromCivil(year, month, 1) * SECONDS_PER_DAY +
            (day - 1) * SECONDS_PER_DAY +
            hour * 3600 +
            minute * 60 +
            second;
        const span = this.spanAt(shown);
        const instant = shown - span.offset;
        if (instant >= span.from && instant < span.to) return instant;
        return shown - this.offsetAt(instant);
    }

    /** The instants of a UTC year at which the offset changes, with the offsets before and after. */
    changesIn(year: number): readonly { at: number; before: number; after: number }[] {
        const spans = [...this.#offsets.spansOf(year - 1).slice(-1), ...this.#offsets.spansOf(year)];
        return spans.flatMap(({ to, offset: before }, index) => {
            const after = spans[index + 1]?.offset;
            return after === undefined || after === before ? [] : [{ at: to, before, after }];
        });
    }
}

const zones = new Map<string, TimeZone | TimeZoneProblem>();

function load(name: string): TimeZone | TimeZoneProblem {
    if (name === "") {
        return {
            message: "the time zone is empty",
            fix: 'name a zone of the IANA database, for example "Europe/Berlin" or "UTC"',
        };
    }
    if (name === "Local") {
        const note = 'Local is the zone of KEDA\'s own container, UTC unless it was changed: write "UTC"';
        return new TimeZone(name, "UTC", note);
    }
    if (!TIME_ZONE_NAMES.has(name)) {
        return { message: `${quote(name)} is not an IANA time zone`, fix: zoneFix(name, TIME_ZONE_NAMES) };
    }
    try {
        return new TimeZone(name, name);
    } catch {
        return {
            message: `${quote(name)} is an IANA time zone that this version of Node does not know`,
            fix: "use an older name of the zone, or a newer version of Node",
        };
    }
}

/**
 * Finds a time zone by its name, as KEDA does with Go's `time.LoadLocation` on Linux: upper and lower case count,
 * the database's links (`US/Eastern`, `Asia/Calcutta`) are names too, abbreviations and offsets are not. White
 * space around the name is dropped. `Local` is taken, with a note.
 *
 * Stricter than KEDA in one place: file names beside the database (`posix/UTC`, `posixrules`, `localtime`,
 * `Factory`) are refused.
 */
export function readTimeZone(name: string): TimeZone | TimeZoneProblem {
    const key = trim(name);
    const known = zones.get(key);
    if (known !== undefined) return known;
    const zone = load(key);
    if (zone instanceof TimeZone) zones.set(key, zone);
    return zone;
}
