/** One column: its title, and at which side its cells end. */
export interface Column {
    readonly title: string;
    readonly align: "left" | "right";
}

/** A table of texts, each of which may be anything that a manifest holds. */
export interface Table {
    readonly columns: readonly Column[];
    readonly rows: readonly (readonly string[])[];
}

/** A table for a terminal or a log, in columns of one width. */
export function textTable({ columns, rows }: Table): string[] {
    const lines = [columns.map(({ title }) => title), ...rows.map((row) => row.map(inOneLine))];
    const widths = columns.map((_, at) => Math.max(...lines.map((cells) => (cells[at] ?? "").length)));
    return lines.map((cells) =>
        columns
            .map(({ align }, at) => {
                const cell = cells[at] ?? "";
                return align === "left" ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
            })
            .join("  ")
            .trimEnd(),
    );
}

/** A table in GitHub's Markdown; nothing in a cell is markup. */
export function markdownTable({ columns, rows }: Table): string[] {
    const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
    return [
        line(columns.map(({ title }) => title)),
        line(columns.map(({ align }) => (align === "left" ? "---" : "---:"))),
        ...rows.map((row) => line(row.map(escapeMarkdown))),
    ];
}

/** Everything that Markdown or GitHub would read as more than text: markup, HTML, mentions and references. */
export function escapeMarkdown(text: string): string {
    return (
        inOneLine(text)
            .replaceAll(/[\\`*_[\]<>|~&$]/g, "\\$&")
            // GitHub looks for people and issues after Markdown was read, where a backslash is gone.
            .replaceAll(/[@#]/g, "$&\u200B")
    );
}

function inOneLine(text: string): string {
    return text.replaceAll(/\p{Cc}+/gu, " ");
}
