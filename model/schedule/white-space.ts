/** White space as Go's `unicode.IsSpace` knows it; JavaScript's differs by U+0085 and U+FEFF. */
const SPACE = "[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const LEADING = new RegExp(`^${SPACE}`);
const BETWEEN = new RegExp(SPACE);
const IS_SPACE = new RegExp(`^${SPACE}$`);

/** Drops the white space around a text, as KEDA does with every value of a trigger's metadata. */
export function trim(text: string): string {
    const start = LEADING.exec(text)?.[0].length ?? 0;
    let end = text.length;
    while (end > start && IS_SPACE.test(text.charAt(end - 1))) end--;
    return text.slice(start, end);
}

/** The parts of a text between white space. */
export function fieldsOf(text: string): string[] {
    return text.split(BETWEEN).filter((field) => field !== "");
}
