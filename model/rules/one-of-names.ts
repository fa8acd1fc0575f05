/** What to choose from, as a fix says it: a single name as it is, several as a list. */
export function oneOfNames(names: readonly string[]): string {
    return names.length === 1 ? names.join() : `one of ${names.join(", ")}`;
}
