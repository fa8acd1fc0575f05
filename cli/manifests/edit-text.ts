import type { Pair, ParsedNode, YAMLMap } from "yaml";
import { LineCounter, isMap, isNode, isScalar, parseAllDocuments, stringify, visit } from "yaml";
import type { FindingEdit } from "../../model";

/** A piece of a text, and what stands there instead. */
interface Replacement {
    readonly from: number;
    readonly to: number;
    readonly text: string;
}

/** A text with the edits that could be made, and how many those are. */
export interface EditedText {
    readonly text: string;
    readonly edited: readonly FindingEdit[];
}

/**
 * Changes single fields in YAML and leaves every other character as it is: comments, order, quotes. A field in a
 * one-line `{ ... }` is left alone, as is one that another edit touches.
 */
export function editText(text: string, edits: readonly FindingEdit[]): EditedText {
    const lines = new LineCounter();
    const pairs = pairsByOffset(text, lines);
    const replacements: Replacement[] = [];
    const edited: FindingEdit[] = [];
    for (const edit of edits) {
        const { line = 0, column = 0 } = edit.at;
        const written = pairs.get((lines.lineStarts[line - 1] ?? -1) + column - 1);
        const replacement = written === undefined ? undefined : replacementOf(edit, written, text);
        if (replacement === undefined || replacements.some((other) => overlap(other, replacement))) continue;
        replacements.push(replacement);
        edited.push(edit);
    }
    const backwards = [...replacements].sort((a, b) => b.from - a.from);
    return {
        text: backwards.reduce(
            (all, { from, to, text: by }) => all.slice(0, from) + by + all.slice(to),
            text,
        ),
        edited,
    };
}

/** A field as it is written, and what it stands in. */
interface Written {
    readonly pair: Pair<ParsedNode, ParsedNode | null>;
    readonly map: YAMLMap.Parsed;
    readonly from: number;
}

function pairsByOffset(text: string, lineCounter: LineCounter): ReadonlyMap<number, Written> {
    const found = new Map<number, Written>();
    const documents = parseAllDocuments(text, { lineCounter, prettyErrors: false, stringKeys: true });
    if (!Array.isArray(documents)) return found;
    for (const document of documents) {
        visit(document, {
            Map(_, map) {
                for (const pair of (map as YAMLMap.Parsed).items) {
                    const from = pair.key.range[0];
                    found.set(from, { pair, map: map as YAMLMap.Parsed, from });
                }
            },
        });
    }
    return found;
}

function replacementOf(edit: FindingEdit, written: Written, text: string): Replacement | undefined {
    if (edit.member !== undefined) return insertion(edit, written, text);
    return edit.value === undefined ? removal(written, text) : exchange(edit.value, written);
}

/** The lines of a field, where it has its own. */
function removal({ pair, map, from }: Written, text: string): Replacement | undefined {
    const start = lineStart(text, from);
    if (map.flow === true || map.items.length === 1 || text.slice(start, from).trim() !== "")
        return undefined;
    const end = isNode(pair.value) ? pair.value.range[1] : pair.key.range[1];
    const next = text.indexOf("\n", end);
    return { from: start, to: next === -1 ? text.length : next + 1, text: "" };
}

function exchange(value: string | number | boolean, { pair }: Written): Replacement | undefined {
    if (!isScalar(pair.value) || pair.value.anchor !== undefined) return undefined;
    return { from: pair.value.range[0], to: pair.value.range[1], text: scalar(value) };
}

/** A line of its own before the first field of what holds it. */
function insertion(
    { member = "", value }: FindingEdit,
    { pair }: Written,
    text: string,
): Replacement | undefined {
    if (value === undefined || !isMap(pair.value) || pair.value.flow === true) return undefined;
    const first = pair.value.items[0];
    if (first === undefined) return undefined;
    const from = first.key.range[0];
    const start = lineStart(text, from);
    const indent = text.slice(start, from);
    if (indent.trim() !== "") return undefined;
    return { from: start, to: start, text: `${indent}${member}: ${scalar(value)}\n` };
}

function scalar(value: string | number | boolean): string {
    return stringify(value).trimEnd();
}

function lineStart(text: string, offset: number): number {
    return text.lastIndexOf("\n", offset - 1) + 1;
}

function overlap(a: Replacement, b: Replacement): boolean {
    return a.from === b.from || (a.from < b.to && b.from < a.to);
}
