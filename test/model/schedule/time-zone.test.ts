import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTimeZone, TimeZone } from "../../../model/schedule";

function zone(name: string): TimeZone {
    const found = readTimeZone(name);
    if (!(found instanceof TimeZone)) throw new Error(found.message);
    return found;
}

describe("readTimeZone", () => {
    it.each([
        "UTC",
        "GMT",
        "Etc/UTC",
        "Etc/GMT+5",
        "US/Eastern",
        "Asia/Calcutta",
        "Asia/Kolkata",
        "Europe/Kyiv",
        "EST5EDT",
        "America/Argentina/Buenos_Aires",
        "Europe/Berlin ",
    ])("takes %j, as KEDA does", (name) => {
        expect(readTimeZone(name)).toBeInstanceOf(TimeZone);
    });

    it.each([
        ["europe/berlin", 'write "Europe/Berlin"'],
        ["America/New York", 'write "America/New_York"'],
        ["Berlin", 'write "Europe/Berlin"'],
        ["Europe/Berln", 'write "Europe/Berlin"'],
        ["Europe/Brelin", 'write "Europe/Berlin"'],
        ["utc", 'write "UTC"'],
        ["PST", 'name a city\'s zone, for example "America/Los_Angeles"'],
        ["UTC+1", 'name a city\'s zone, or write "Etc/GMT-1" for a fixed offset (its sign is reversed)'],
        ["-05:00", 'name a city\'s zone, or write "Etc/GMT+5" for a fixed offset (its sign is reversed)'],
        ["", 'name a zone of the IANA database, for example "Europe/Berlin" or "UTC"'],
        ["Mars/Base", 'name a zone of the IANA database, for example "Europe/Berlin" or "UTC"'],
        ["x".repeat(1_000_000), 'name a zone of the IANA database, for example "Europe/Berlin" or "UTC"'],
    ])("refuses %.20s and says what to write", (name, fix) => {
        expect(readTimeZone(name)).toMatchObject({ fix });
    });

    it("takes Local and says what it is", () => {
        expect(zone("Local").note).toContain('write "UTC"');
    });
});

describe("TimeZone", () => {
    it.each([
        ["Europe/Berlin", "2028-03-26T00:59:59Z", 3600],
        ["Europe/Berlin", "2028-03-26T01:00:00Z", 7200],
        ["Africa/Casablanca", "2028-01-15T00:00:00Z", 3600],
        ["Africa/Casablanca", "2028-02-10T00:00:00Z", 0],
        ["Africa/Casablanca", "2028-03-15T00:00:00Z", 3600],
        ["Asia/Kathmandu", "2028-01-01T00:00:00Z", 20_700],
        ["Australia/Lord_Howe", "2028-01-01T00:00:00Z", 39_600],
        ["America/St_Johns", "2028-01-01T00:00:00Z", -12_600],
    ])("knows the offset of %s at %s", (name, at, offset) => {
        expect(zone(name).offsetAt(Date.parse(at) / 1000)).toBe(offset);
    });

    it("has the offset that Intl has", () => {
        const names = fc.constantFrom(
            "Europe/London",
            "America/Havana",
            "Africa/Casablanca",
            "Antarctica/Troll",
        );
        const instants = fc.integer({ min: Date.UTC(2000, 0) / 1000, max: Date.UTC(2040, 0) / 1000 });
        fc.assert(
            fc.property(names, instants, (name, at) => {
                const { year, month, day, hour, minute, second } = zone(name).localTime(at);
                const shown = new Intl.DateTimeFormat("sv", {
                    timeZone: name,
                    dateStyle: "short",
                    timeStyle: "medium",
                }).format(at * 1000);
                const two = (value: number): string => String(value).padStart(2, "0");
                expect(`${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`).toBe(
                    shown,
                );
            }),
        );
    });

    it("finds the instant of what the clock shows", () => {
        fc.assert(
            fc.property(fc.integer({ min: 0, max: 366 * 24 }), (hours) => {
                const at = Date.UTC(2028, 0) / 1000 + hours * 3600;
                const { year, month, day, hour, minute, second } = zone("America/New_York").localTime(at);
                const found = zone("America/New_York").instantOf(year, month, day, hour, minute, second);
                expect(zone("America/New_York").localTime(found)).toEqual(
                    zone("America/New_York").localTime(at),
                );
            }),
        );
    });
});
