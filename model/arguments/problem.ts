import type { Path } from "../declared";
import { formatPath } from "../declared";
import type { Finding } from "../findings";

/** Longest piece of the user's own text in a message. */
const LONGEST_QUOTE = 60;

/** An error about an argument; its path stands in front of the message. */
export function problem(path: Path, message: string, fix: string): Finding {
    const argument = formatPath(path.map(shortened));
    return {
        id: "argument-shape",
        severity: "error",
        message: argument === "" ? `the arguments: ${message}` : `${argument} ${message}`,
        fix,
        path: argument,
        origin: { argument },
    };
}

function shortened(segment: string | number): string | number {
    return typeof segment === "number" ? segment : cut(segment);
}

/** The user's own text in a message: quoted, and cut when it is long. */
export function quote(text: string): string {
    return JSON.stringify(cut(text));
}

function cut(text: string): string {
    return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 3)}...` : text;
}

/** More words than anybody reads in a sentence. */
const MOST_LISTED = 20;
const LISTED_OF_MANY = 5;

/** Words as a list in a sentence: `a, b or c`; of very many only the first. */
export function listed(words: readonly string[], last: "or" | "and" = "or"): string {
    if (words.length > MOST_LISTED) {
        return `${words.slice(0, LISTED_OF_MANY).join(", ")} ${last} ${words.length - LISTED_OF_MANY} others`;
    }
    return words.length < 2
        ? words.join("")
        : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
}
