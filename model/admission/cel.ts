/**
 * A text as a string literal of CEL. JSON's escapes are all among CEL's; halves of a character, which CEL refuses and
 * which no request can hold, become U+FFFD.
 *
 * @example celText('the "first"') // "the \"first\""
 */
export function celText(text: string): string {
    return JSON.stringify(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}

/** A list of string literals: `["a", "b"]`. */
export function celTexts(texts: readonly string[]): string {
    return `[${texts.map(celText).join(", ")}]`;
}

/**
 * The number that belongs to a key, or another one for all other keys.
 *
 * @param key An expression that gives a string.
 * @example celLookup([["a", 5]], "object.metadata.name", 9) // {"a": 5}[?object.metadata.name].orValue(9)
 */
export function celLookup(
    numbers: readonly (readonly [key: string, number: number])[],
    key: string,
    otherwise: number,
): string {
    if (numbers.length === 0) return String(otherwise);
    const entries = numbers.map(([each, number]) => `${celText(each)}: ${number}`);
    return `{${entries.join(", ")}}[?${key}].orValue(${otherwise})`;
}
