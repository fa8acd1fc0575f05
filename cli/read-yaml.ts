import { readFile, stat } from "node:fs/promises";
import type { CST, Document } from "yaml";
import { Composer, Lexer, LineCounter, Parser } from "yaml";
import { InputError } from "./input-error";
import { readProblem } from "./manifests/find-files";

/** A larger file is none that someone wrote. */
export const LARGEST_BYTES = 10_000_000;
/**
 * Levels of lists and maps, more than anything that someone wrote has. The `yaml` library takes four times as many; soon
 * after, Node runs out of stack in a regular expression, which ends the process and cannot be caught.
 */
export const DEEPEST = 200;
/** Aliases that one document may follow; the `yaml` library counts what they expand to. */
const MOST_ALIASES = 100;

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
    if (tokens === undefined) return `${file}: is nested deeper than ${DEEPEST} levels`;
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

/** The tokens of a text, each document a tree; `undefined` where one is too deep. */
function tokensOf(text: string, lines: LineCounter): readonly CST.Token[] | undefined {
    lines.addNewLine(0);
    const parser = new Parser(lines.addNewLine);
    const tokens: CST.Token[] = [];
    for (const lexeme of new Lexer().lex(text)) {
        for (const token of parser.next(lexeme)) tokens.push(token);
        // The document stands on the stack as well.
        if (parser.stack.length > DEEPEST + 1) return undefined;
    }
    tokens.push(...parser.end());
    return tokens;
}

function firstLine(text: string): string {
    return text.split("\n", 1)[0] ?? text;
}
