import * as fs from "node:fs";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import type { Note, ProgramError } from "./messages";
import { UNANSWERED } from "./messages";
import type { Project } from "./project";
import type { Registration } from "./registration";

/** Why a program did not run to its end. */
export interface OfflineFailure {
    /**
     * `not-installed`: the program's folder has no Pulumi SDK. `start`: the process could not be started.
     * `timeout`: it did not end in time. `memory`: it needed more than the heap that it has. `killed`: someone
     * else ended it. `exit`: it ended with an error.
     */
    readonly kind: "not-installed" | "start" | "timeout" | "memory" | "killed" | "exit";
    /** What went wrong and what to do. Several errors are all here, in their order, with an empty line between. */
    readonly message: string;
    /** Stack traces and what the program printed as errors, for those who must dig. */
    readonly detail: string;
    /** The errors that nothing in the program caught, in their order. */
    readonly errors: readonly ProgramError[];
    readonly exitCode?: number;
}

/** How the program's process ended and what it had said by then. */
export interface Outcome {
    readonly project: Project;
    readonly exitCode: number | null;
    readonly signal: NodeJS.Signals | null;
    /** The time limit in seconds, where it ended the program. */
    readonly timedOutSeconds?: number;
    /** Whether the program ran to its end. */
    readonly finished: boolean;
    readonly errors: readonly ProgramError[];
    readonly loggedErrors: readonly string[];
    readonly notes: readonly Note[];
    readonly registrations: readonly Registration[];
    readonly stderr: string;
}

/** The failure in an outcome, or `undefined` when the program ran to its end without an error. */
export function failureOf(outcome: Outcome): OfflineFailure | undefined {
    const { errors, exitCode, finished } = outcome;
    if (errors.length === 0 && exitCode === 0 && finished) return undefined;
    const detail = [...errors.map((error) => error.stack || error.message), outcome.stderr]
        .filter((text) => text !== "")
        .join("\n\n");
    const code = exitCode === null ? {} : { exitCode };
    return { ...ending(outcome), detail: stripVTControlCharacters(detail), errors, ...code };
}

function ending(outcome: Outcome): Pick<OfflineFailure, "kind" | "message"> {
    const { errors, exitCode, signal, stderr } = outcome;
    const before = errors.map((error) => errorText(error, outcome.project));
    if (outcome.timedOutSeconds !== undefined) {
        return {
            kind: "timeout",
            message: [...before, timeoutText(outcome, outcome.timedOutSeconds)].join("\n\n"),
        };
    }
    if (stderr.includes("JavaScript heap out of memory")) {
        return {
            kind: "memory",
            message:
                `the program ran out of memory after registering ${outcome.registrations.length} resources; ` +
                "split the stack, or set NODE_OPTIONS=--max-old-space-size=MEGABYTES to allow it more",
        };
    }
    if (before.length > 0) return { kind: "exit", message: [...before, ...hints(outcome)].join("\n\n") };
    if (signal !== null)
        return { kind: "killed", message: `the program was ended from outside by ${signal}` };
    return { kind: "exit", message: [...outcome.loggedErrors, silentEnd(exitCode, stderr)].join("\n\n") };
}

function silentEnd(exitCode: number | null, stderr: string): string {
    const [, leaked] = /The Pulumi runtime detected that (\d+) promises? w/.exec(stderr) ?? [];
    if (leaked !== undefined) {
        return (
            `the program ended while ${leaked} promises of its resources were still open; look for an input that ` +
            "never resolves, or for resources that wait for each other"
        );
    }
    return (
        `the program ended itself with exit code ${String(exitCode)} before Pulumi was done, so resources may be missing; ` +
        "remove the call of process.exit, or throw an error instead"
    );
}

function timeoutText(outcome: Outcome, seconds: number): string {
    const resources = outcome.registrations.slice(1);
    const last = resources.at(-1);
    const progress =
        last === undefined
            ? "nothing was registered"
            : `resources registered: ${resources.length}, the last one ${last.urn}`;
    return (
        `the program did not end within ${seconds} s (${progress}); look for a promise that never resolves, ` +
        "an open server, watcher or timer, or give it more time"
    );
}

/** An error as its reader needs it: what, where in the program, and what to do where that is known. */
function errorText(error: ProgramError, project: Project): string {
    const text = stripVTControlCharacters(error.message).trim();
    const missing = /^Missing required configuration variable '([^']+)'/.exec(text);
    if (missing !== null) {
        const [, key = ""] = missing;
        return `configuration ${key} is missing; give it with --config ${key}=VALUE or in ${project.stackFile}`;
    }
    const where = frame(error.stack, project);
    if (error.code === "ERR_UNKNOWN_FILE_EXTENSION") {
        return (
            `${text}\nThe program is an ES module in TypeScript ("type": "module" in package.json), which Pulumi's ` +
            "launcher can only run with ts-node 10: npm install --save-dev ts-node@10, or remove the type"
        );
    }
    if (error.code === "MODULE_NOT_FOUND" || error.code === "ERR_MODULE_NOT_FOUND") {
        const [line = text] = text.split("\n");
        return `${line}${where}; if it is a package, install it with npm install in ${project.dir}`;
    }
    // The compiler's errors name file and line themselves.
    if (error.clean || error.name === "TSError") return text;
    return `${error.name}: ${text}${error.name === "SyntaxError" ? syntaxPlace(error.stack, project) : where}`;
}

/** The file and line that cannot be read, which Node writes above the message. */
function syntaxPlace(stack: string, project: Project): string {
    const [, file = "", line = ""] = /^(.+):(\d+)$/m.exec(stack) ?? [];
    return path.isAbsolute(file) ? ` (at ${fromProject(file, project)}:${line})` : "";
}

function fromProject(file: string, project: Project): string {
    return path.relative(fs.realpathSync(project.dir), file);
}

/** The place in the program's own files where an error was made, ` (at index.ts:12:5)`. */
function frame(stack: string, project: Project): string {
    for (const [, place = ""] of stack.matchAll(/^\s+at (?:.*\()?([^()\s][^()]*:\d+:\d+)\)?$/gm)) {
        const file = place.startsWith("file:") ? fileUrl(place) : place;
        if (!path.isAbsolute(file)) continue;
        const relative = fromProject(file, project);
        if (!relative.includes("node_modules")) return ` (at ${relative})`;
    }
    return "";
}

function fileUrl(place: string): string {
    const [, url = "", position = ""] = /^(.*?)(:\d+:\d+)$/.exec(place) ?? [];
    return `${fileURLToPath(url)}${position}`;
}

/** What may have made a program fail that would run with a real engine. */
function hints(outcome: Outcome): string[] {
    const functions = outcome.notes.filter((note) => note.message === UNANSWERED).map((note) => note.subject);
    const placeholders = outcome.project.placeholderKeys;
    return [
        ...(functions.length === 0
            ? []
            : [
                  `results of ${functions.join(", ")} are not known offline; give them as answers if the error is about them`,
              ]),
        ...(placeholders.length === 0
            ? []
            : [
                  `${placeholders.join(", ")} is encrypted and has a placeholder as its value; ` +
                      "if the error is about it, give a value with --config KEY=VALUE",
              ]),
    ];
}
