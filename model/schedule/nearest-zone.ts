/** A city for each abbreviation that is not a zone's name. Some stand for several zones; the best known is meant. */
const CITY_OF_ABBREVIATION: Readonly<Record<string, string>> = {
    AEDT: "Australia/Sydney",
    AEST: "Australia/Sydney",
    BST: "Europe/London",
    CDT: "America/Chicago",
    CEST: "Europe/Berlin",
    CST: "America/Chicago",
    EDT: "America/New_York",
    EEST: "Europe/Athens",
    IST: "Asia/Kolkata",
    JST: "Asia/Tokyo",
    KST: "Asia/Seoul",
    MDT: "America/Denver",
    PDT: "America/Los_Angeles",
    PST: "America/Los_Angeles",
    SGT: "Asia/Singapore",
    Z: "UTC",
};

const LONGEST_NAME = 64;

function normalize(name: string): string {
    return name.toLowerCase().replace(/[\s-]+/g, "_");
}

/** Whether two words differ in one place only: a letter more, less or other, or two that changed places. */
function differInOnePlace(a: string, b: string): boolean {
    const longest = Math.max(a.length, b.length);
    if (longest - Math.min(a.length, b.length) > 1) return false;
    let prefix = 0;
    while (prefix < longest && a.charAt(prefix) === b.charAt(prefix)) prefix++;
    let suffix = 0;
    while (suffix < longest - prefix && a.at(-1 - suffix) === b.at(-1 - suffix)) suffix++;
    const [restOfA, restOfB] = [a.slice(prefix, a.length - suffix), b.slice(prefix, b.length - suffix)];
    const isSwap = restOfA.length === 2 && restOfA === restOfB.charAt(1) + restOfB.charAt(0);
    return isSwap || Math.max(restOfA.length, restOfB.length) <= 1;
}

/** The zone with a fixed offset; the database turns the sign around. */
function fixedOffset(name: string): string | undefined {
    const [, sign, hours] = /^(?:UTC|GMT)?([+-])0?(\d{1,2})(?::?00)?$/i.exec(name) ?? [];
    if (sign === undefined || hours === undefined || Number(hours) > (sign === "+" ? 14 : 12))
        return undefined;
    return `Etc/GMT${sign === "+" ? "-" : "+"}${Number(hours)}`;
}

/**
 * What to write instead of a name that is no zone's: the same name in the right case, the zone of the city that
 * was named, a city for an abbreviation, a zone for an offset, or the name that differs in one place.
 */
export function zoneFix(name: string, names: Iterable<string>): string {
    const example = 'name a zone of the IANA database, for example "Europe/Berlin" or "UTC"';
    if (name.length > LONGEST_NAME) return example;
    const offset = fixedOffset(name);
    if (offset !== undefined)
        return `name a city's zone, or write "${offset}" for a fixed offset (its sign is reversed)`;
    const abbreviated = name.toUpperCase();
    if (Object.hasOwn(CITY_OF_ABBREVIATION, abbreviated)) {
        return `name a city's zone, for example "${CITY_OF_ABBREVIATION[abbreviated] ?? ""}"`;
    }
    const wanted = normalize(name);
    const all = [...names];
    const meant =
        all.find((candidate) => normalize(candidate) === wanted) ??
        all.find((candidate) => normalize(candidate.split("/").at(-1) ?? "") === wanted) ??
        all.find((candidate) => differInOnePlace(normalize(candidate), wanted));
    return meant === undefined ? example : `write "${meant}"`;
}
