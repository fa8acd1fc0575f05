/** A formula longer than this is not followed; KEDA's own limit is 10,000 nodes. */
export const LONGEST_FORMULA = 10_000;

/** What a formula refers to (expr-lang 1.17, which KEDA 2.20 compiles it with). */
export interface Formula {
    /** Names that stand for a value. */
    readonly names: ReadonlySet<string>;
    /** Names that are called, `max` in `max(a, b)`. */
    readonly calls: ReadonlySet<string>;
    /** Texts, by which `$env["a-b"]` reaches what is no name. */
    readonly texts: ReadonlySet<string>;
    /** Words of the language. */
    readonly words: ReadonlySet<string>;
    /** Why it cannot be read, where it cannot. */
    readonly problem?: string;
}

/** Functions that every formula has (expr-lang 1.17.8 builtin/builtin.go). */
export const FORMULA_FUNCTIONS: ReadonlySet<string> = new Set(
    (
        "abs all any bitand bitnand bitnot bitor bitshl bitshr bitushr bitxor ceil concat count date duration " +
        "filter find findIndex findLast findLastIndex first flatten float floor fromBase64 fromJSON fromPairs get " +
        "groupBy hasPrefix hasSuffix indexOf int join keys last lastIndexOf len lower map max mean median min none " +
        "now one reduce repeat replace reverse round sort sortBy split splitAfter string sum take timezone " +
        "toBase64 toJSON toPairs trim trimPrefix trimSuffix type uniq upper values"
    ).split(" "),
);

/** Words that are no names (expr-lang 1.17.8 parser/lexer/state.go, parser/parser.go). */
const OPERATOR_WORDS = "and contains else endsWith if in let matches not or startsWith".split(" ");
const VALUE_WORDS = ["false", "nil", "true"];
const WORDS: ReadonlySet<string> = new Set([...OPERATOR_WORDS, ...VALUE_WORDS]);

const NAME = "[\\p{L}_$][\\p{L}\\p{Nd}_$]*";
/** One token; a comment that is not closed runs to the end. */
const TOKEN = new RegExp(
    [
        "(?<space>\\s+|//[^\\n]*|/\\*[^]*?(?:\\*/|$))",
        "(?<text>b?\"(?:[^\"\\\\\\n]|\\\\[^\\n])*\"|b?'(?:[^'\\\\\\n]|\\\\[^\\n])*'|`[^`]*`)",
        "(?<number>(?:0x[\\da-f_]*|0o[0-7_]*|0b[01_]*|(?:\\d[\\d_]*(?:\\.(?!\\.)[\\d_]*)?|\\.\\d[\\d_]*)(?:e[+-]?\\d*)?)(?![\\p{L}\\p{Nd}_$]))",
        `(?<pointer>##?(?:${NAME})?)`,
        `(?<name>${NAME})`,
        "(?<bracket>[()[\\]{}])",
        "(?<operator>\\?\\?|\\?\\.|\\.\\.|::|\\|\\||[&!=*<>][&=*]?|[?.:|,;%+^/-])",
    ].join("|"),
    "iuy",
);

type TokenKind = "text" | "number" | "pointer" | "name" | "bracket" | "operator";

interface Token {
    readonly kind: TokenKind;
    readonly text: string;
}

/** Finds the names in a formula; their meaning, and whether the whole can be computed, is left to KEDA. */
export function readFormula(text: string): Formula {
    const { tokens, problem } = readTokens(text);
    const found = {
        names: new Set<string>(),
        calls: new Set<string>(),
        texts: new Set<string>(),
        words: new Set<string>(),
    };
    const declared = new Set<string>();
    for (const [index, token] of tokens.entries()) {
        const [before, after] = [tokens[index - 1]?.text, tokens[index + 1]?.text];
        if (token.kind === "text") found.texts.add(token.text.replace(/^b/i, "").slice(1, -1));
        else if (token.kind === "name" && WORDS.has(token.text)) found.words.add(token.text);
        else if (token.kind === "name" && !isMember(before)) {
            const isKey = after === ":" && (before === "{" || before === ",");
            if (before === "let") declared.add(token.text);
            else if (after === "(") found.calls.add(token.text);
            else if (!isKey) found.names.add(token.text);
        }
    }
    const names = new Set([...found.names].filter((name) => !declared.has(name)));
    const unreadable = problem ?? (tokens.length === 0 ? "says nothing" : unclosed(tokens));
    return { ...found, names, ...(unreadable === undefined ? {} : { problem: unreadable }) };
}

/** Whether a text can stand for a trigger's value in a formula. */
export function isFormulaName(text: string): boolean {
    return new RegExp(`^${NAME}$`, "u").test(text) && !WORDS.has(text);
}

/** What belongs to something else (`a.b`), or is a function that no trigger can hide (`::max`). */
function isMember(before: string | undefined): boolean {
    return before === "." || before === "?." || before === "::";
}

function readTokens(text: string): { readonly tokens: readonly Token[]; readonly problem?: string } {
    const tokens: Token[] = [];
    TOKEN.lastIndex = 0;
    for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
        TOKEN.lastIndex = at;
        const groups: Readonly<Record<string, string | undefined>> = TOKEN.exec(text)?.groups ?? {};
        const [found] = Object.entries(groups).filter(([, part]) => part !== undefined);
        if (found === undefined) {
            const rest = text.slice(at, at + 20).split("\n", 1)[0] ?? "";
            return { tokens, problem: `cannot be read from ${JSON.stringify(rest)} on` };
        }
        const [kind, value = ""] = found;
        if (kind !== "space") tokens.push({ kind: kind as TokenKind, text: value });
        else if (value.startsWith("/*") && !value.slice(2).endsWith("*/")) {
            return { tokens, problem: "has a comment that is not closed" };
        }
    }
    return { tokens };
}

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** The bracket that has no other half. */
function unclosed(tokens: readonly Token[]): string | undefined {
    const open: string[] = [];
    for (const { kind, text } of tokens) {
        if (kind !== "bracket") continue;
        if (text in CLOSING) open.push(text);
        else if (CLOSING[open.pop() ?? ""] !== text) {
            return `has a ${JSON.stringify(text)} that closes nothing`;
        }
    }
    const last = open.at(-1);
    return last === undefined ? undefined : `has a ${JSON.stringify(last)} that is not closed`;
}
