import { readFile, stat } from "node:fs/promises";
import type { Document } from "yaml";
import { CST, Composer, Lexer, LineCounter, Parser } from "yaml";
import { InputError } from "./input-error";
import { readProblem } from "./manifests/find-files";

/** A larger file is none that someone wrote. */
export const LARGEST_BYTES = 10_000_000;
/**
 * Levels of lists and maps, more than anything that someone wrote has. The `yaml` library takes four times as many; soon
 * after, Node runs out of stack in a regular expression, which ends the process and cannot be caught.
 */
export const DEEPEST = 200;
/** What the aliases of one document may expand to, as the `yaml` library counts it. */
const MOST_ALIASES = 100;
/** Aliases of a text; to count what many of them expand to takes the library time that grows with their square. */
const MOST_WRITTEN_ALIASES = 1000;

/** One document of a text. */
export interface YamlDocument {
    readonly document: Document.Parsed;
    readonly value: unknown;
}

/** The documents of a text, and where its lines begin. */
export interface YamlText {
    readonly documents: readonly YamlDocument[];
    readonly lines: LineCounter;
}

/** Reads the one document of a file that is no manifest; whatever is wrong with it is an `InputError`. */
export async function readYaml(file: string): Promise<unknown> {
    const read = await readText(file);
    if ("problem" in read) throw new InputError(read.problem);
    const parsed = parseYaml(read.text, file);
    if (typeof parsed === "string") throw new InputError(parsed);
    const [only, second] = parsed.documents;
    if (second !== undefined) throw new InputError(`${file}: has more than one document`);
    return only?.value ?? null;
}

/** Reads the text of a file, or says why not. */
export async function readText(
    file: string,
): Promise<{ readonly text: string } | { readonly problem: string }> {
    try {
        const { size } = await stat(file);
        return size > LARGEST_BYTES
            ? { problem: `${file}: has ${size} bytes; at most ${LARGEST_BYTES} are read` }
            : { text: await readFile(file, "utf8") };
    } catch (error) {
        return { problem: `${file}: ${readProblem(error)}` };
    }
}

/** Parses a text that is YAML or JSON; the reason where it is neither. */
export function parseYaml(text: string, file: string): YamlText | string {
    const lines = new LineCounter();
    const tokens = tokensOf(text, lines);
    if (typeof tokens === "string") return `${file}: ${tokens}`;
    const composer = new Composer({ merge: true, prettyErrors: false, stringKeys: true });
    const documents: YamlDocument[] = [];
    for (const document of composer.compose(tokens)) {
        const [error] = document.errors;
        if (error !== undefined) {
            const { line, col } = lines.linePos(error.pos[0]);
            return `${file}:${line}:${col}: is not valid YAML: ${firstLine(error.message)}`;
        }
        try {
            documents.push({ document, value: document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown });
        } catch (aliases) {
            return `${file}: ${aliases instanceof Error ? firstLine(aliases.message) : "cannot be expanded"}`;
        }
    }
    return { documents, lines };
}

/** The tokens of a text, each document a tree; the reason where it has too much of something to be read in time. */
function tokensOf(text: string, lines: LineCounter): readonly CST.Token[] | string {
    lines.addNewLine(0);
    const parser = new Parser(lines.addNewLine);
    const tokens: CST.Token[] = [];
    let aliases = 0;
    let before = "";
    for (const lexeme of new Lexer().lex(text)) {
        // The text of a scalar may look like an alias, and has a mark before it.
        if (before !== CST.SCALAR && CST.tokenType(lexeme) === "alias") aliases++;
        before = lexeme;
        if (aliases > MOST_WRITTEN_ALIASES) return `has more than ${MOST_WRITTEN_ALIASES} aliases`;
        for (const token of parser.next(lexeme)) tokens.push(token);
        // The document stands on the stack as well.
        if (parser.stack.length > DEEPEST + 1) return `is nested deeper than ${DEEPEST} levels`;
    }
    tokens.push(...parser.end());
    return tokens;
}

function firstLine(text: string): string {
    return text.split("\n", 1)[0] ?? text;
}
