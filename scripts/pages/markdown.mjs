/** Text in a cell of a table. */
export function cell(text) {
    return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

/** A table in Markdown; its cells are Markdown already. */
export function table(head, rows) {
    return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A generated page: a title, where it comes from, and its parts. */
export function page(title, origin, ...parts) {
    return [`# ${title}`, `<!-- ${origin} -->`, ...parts].join("\n\n");
}
