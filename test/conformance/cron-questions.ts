import fc from "fast-check";

/** A cron trigger, and the instants at which KEDA is asked whether it is active. */
export interface CronQuestion {
    readonly timezone: string;
    readonly start: string;
    readonly end: string;
    readonly at: readonly number[];
}

/** Zones whose clocks change at midnight, by half an hour, by two hours, around Ramadan, or never. */
const ZONES = [
    "UTC",
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "US/Pacific",
    "America/Sao_Paulo",
    "America/Santiago",
    "America/Havana",
    "America/Nuuk",
    "America/St_Johns",
    "Asia/Kolkata",
    "Asia/Beirut",
    "Asia/Kathmandu",
    "Asia/Gaza",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Atlantic/Azores",
    "Antarctica/Troll",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Apia",
];

const HOUR = 3600;
const DAY = 24 * HOUR;

function field(min: number, max: number, words: readonly string[]): fc.Arbitrary<string> {
    const value = fc.integer({ min, max });
    const word = words.length === 0 ? value.map(String) : fc.constantFrom(...words);
    const range = fc.tuple(value, value).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
    const step = fc.integer({ min: 1, max: max + 1 });
    const part = fc.oneof(
        { weight: 6, arbitrary: value.map(String) },
        { weight: 1, arbitrary: word },
        { weight: 2, arbitrary: range },
        { weight: 1, arbitrary: fc.tuple(range, step).map(([r, s]) => `${r}/${s}`) },
        { weight: 1, arbitrary: fc.tuple(value, step).map(([v, s]) => `${v}/${s}`) },
        { weight: 1, arbitrary: step.map((s) => `*/${s}`) },
        { weight: 1, arbitrary: fc.constantFrom("*", "?", "*-3") },
    );
    return fc.oneof(
        { weight: 4, arbitrary: part },
        { weight: 1, arbitrary: fc.tuple(part, part).map(([a, b]) => `${a},${b}`) },
    );
}

const often = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.oneof({ weight: 3, arbitrary: fc.constant("*") }, { weight: 2, arbitrary });

/** Expressions near midnight and near the hours at which clocks change, among any others. */
const expression = fc
    .tuple(
        fc.oneof(fc.constantFrom("0", "30", "59"), field(0, 59, [])),
        fc.oneof(fc.constantFrom("0", "1", "2", "3", "23"), field(0, 23, [])),
        often(field(1, 31, [])),
        often(field(1, 12, ["JAN", "mar", "Oct", "dec"])),
        often(field(0, 6, ["SUN", "mon", "Fri", "sat"])),
    )
    .map((fields) => fields.join(" "));

const prefixed = fc.oneof(
    { weight: 15, arbitrary: expression },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...ZONES), expression).map(([z, e]) => `TZ=${z} ${e}`) },
);

/** Instants around the ends of months, the leap day and the weekends at which clocks change. */
function instants(year: number): fc.Arbitrary<number> {
    const monthEnd = fc.integer({ min: 0, max: 11 }).map((month) => Date.UTC(year, month + 1, 0) / 1000);
    const leapDay = fc.constant(Date.UTC(year, 1, 29) / 1000);
    const weekend = fc
        .tuple(fc.constantFrom(2, 3, 8, 9, 10), fc.integer({ min: 0, max: 35 }))
        .map(([month, day]) => Date.UTC(year, month, day) / 1000);
    const minutes = fc.integer({ min: -1440, max: 2880 }).map((minute) => minute * 60);
    const second = fc.constantFrom(0, 0, 0, 1, 30, 59);
    const day = fc.oneof(monthEnd, leapDay, weekend, weekend);
    return fc
        .tuple(day, minutes, second)
        .map(([d, m, s]) => Math.max(d + m + s, Date.UTC(2000, 0, 2) / 1000));
}

/** A random question. */
export const cronQuestion: fc.Arbitrary<CronQuestion> = fc
    .constantFrom(2009, 2018, 2024, 2027, 2028, 2030)
    .chain((year) =>
        fc.record({
            timezone: fc.constantFrom(...ZONES),
            start: prefixed,
            end: prefixed,
            at: fc
                .array(instants(year), { minLength: 8, maxLength: 16 })
                .map((at) => at.sort((a, b) => a - b)),
        }),
    )
    .filter(({ start, end }) => start !== end);

const PIECES = ["*", "?", "/", "-", ",", "0", "1", "5", "7", "12", "31", "60", "+", "mon", "JAN", "L", "#"];

/** Expressions made of pieces at random, most of which are wrong. */
export const textQuestion: fc.Arbitrary<CronQuestion> = fc
    .array(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }), {
        minLength: 5,
        maxLength: 5,
    })
    .chain((fields) =>
        fc.constantFrom(0, 1, 2, 3, 4).map((wrong) => fields.map((f, i) => (i === wrong ? f.join("") : "*"))),
    )
    .chain((fields) =>
        fc.constantFrom(" ", "  ", "\t", "\u00a0").map((space) => ({
            timezone: "UTC",
            start: fields.join(space),
            end: "1 1 1 1 1",
            at: [Date.UTC(2028, 0, 1) / 1000],
        })),
    );

/** A year of instants, five hours and some minutes apart, for windows that are asked over a whole year. */
export function throughYear(year: number): number[] {
    const start = Date.UTC(year, 0, 1) / 1000;
    return Array.from({ length: 1700 }, (_, i) => start + i * (5 * HOUR + 9 * 60) - DAY / 2);
}
