import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Table } from "../../../cli/cost/table";
import { escapeMarkdown, markdownTable, textTable } from "../../../cli/cost/table";

const table = (...names: readonly string[]): Table => ({
    columns: [
        { title: "pool", align: "left" },
        { title: "ceiling", align: "right" },
        { title: "", align: "left" },
    ],
    rows: names.map((name, index) => [name, `$${10 ** index}`, index === 0 ? "new" : ""]),
});

describe("a table", () => {
    it("has columns of one width as text, numbers at the right", () => {
        expect(textTable(table("a", "agents/research"))).toEqual([
            "pool             ceiling",
            "a                     $1  new",
            "agents/research      $10",
        ]);
    });

    it("is one of GitHub's in Markdown", () => {
        expect(markdownTable(table("a"))).toEqual([
            "| pool | ceiling |  |",
            "| --- | ---: | --- |",
            "| a | \\$1 | new |",
        ]);
    });

    it("stays one row a pool whatever a name holds", () => {
        expect(markdownTable(table("a|b\n| c"))[2]).toBe("| a\\|b \\| c | \\$1 | new |");
        expect(textTable(table("a\nb\u001b[31m"))[1]).toBe("a b [31m       $1  new");
    });
});

describe("text in Markdown", () => {
    it.each([
        ["[x](https://evil.example)", "\\[x\\](https://evil.example)"],
        ["<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)\\>"],
        ["**bold** `code` ~~gone~~ _it_", "\\*\\*bold\\*\\* \\`code\\` \\~\\~gone\\~\\~ \\_it\\_"],
        ["\\| &amp; $x$", "\\\\\\| \\&amp; \\$x\\$"],
        ["@acme/everyone fixes #12", "@\u200Bacme/everyone fixes #\u200B12"],
    ])("is no markup, no mention and no reference: %s", (text, escaped) => {
        expect(escapeMarkdown(text)).toBe(escaped);
    });

    it("never ends a cell or a line", () => {
        fc.assert(
            fc.property(fc.string({ unit: "binary" }), (text) => {
                const cell = escapeMarkdown(text);
                expect(cell).not.toMatch(/[\n\r]/);
                // Each bar stands behind an odd number of backslashes.
                expect(cell.replaceAll(/\\[^]/g, "")).not.toContain("|");
            }),
        );
    });
});
