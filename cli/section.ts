/** A title with entries below it, each moved to the right; nothing where there are none. */
export function section(title: string, entries: readonly string[]): string[] {
    return entries.length === 0 ? [] : [title, ...entries.map((entry) => entry.replaceAll(/^(?=.)/gm, "  "))];
}

/** Sections with an empty line between them; those without lines are left out. */
export function joinSections(sections: readonly (readonly string[])[]): string {
    return sections
        .filter((lines) => lines.length > 0)
        .map((lines) => lines.join("\n"))
        .join("\n\n");
}
