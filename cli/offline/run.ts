import type { ChildProcess } from "node:child_process";
import type { Readable } from "node:stream";
import { ConsoleText } from "./console-text";
import { decodeOutputs, decodeRegistration } from "./decode";
import type { OfflineFailure, Outcome } from "./failure";
import { failureOf } from "./failure";
import { FrameReader } from "./frames";
import { findSdk, launch } from "./launch";
import type { Answers, Message, Note, ProgramError } from "./messages";
import type { Project } from "./project";
import type { Registration } from "./registration";

const LOG_ENTRIES = 1_000;
const ERRORS = 1_000;
const DRAIN_MILLISECONDS = 1_000;
/** Node's timers fire at once when they are set for longer. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** What to run, and how long at most. */
export interface OfflineOptions {
    readonly project: Project;
    /** The name that `pulumi.getOrganization()` gives. Default: `organization`. */
    readonly organization?: string;
    /** Time limit in seconds; the program's process is ended then. Default: 300. */
    readonly timeoutSeconds?: number;
    /** Results of provider functions and outputs of other stacks. Default: they are not known. */
    readonly answers?: Answers;
    /** Called now and then with the number of resources registered so far. */
    readonly onProgress?: (count: number) => void;
}

/** Something that the program said. */
export interface LogEntry {
    /** `stdout` and `stderr` hold all that was printed there, at most about 80,000 characters. */
    readonly severity: "info" | "warning" | "error" | "stdout" | "stderr";
    readonly message: string;
}

/** What a program registered, and how its run went. */
export interface OfflineRun {
    /** In the order of registration; the first one is the stack itself. Those before a failure are here too. */
    readonly registrations: readonly Registration[];
    readonly stackOutputs: Readonly<Record<string, unknown>>;
    readonly logs: readonly LogEntry[];
    readonly notes: readonly Note[];
    readonly failure?: OfflineFailure;
}

/**
 * Runs a Pulumi program as `pulumi preview` does for a new stack, with Pulumi's own launcher and the program's
 * own SDK, but without the CLI, a login or a cluster. Nothing is created, and no provider is asked: values that
 * only a provider knows stay unknown. The program itself is not confined; it can do whatever its code does.
 *
 * The promise never rejects for what a program does: errors, endless loops and missing packages are `failure`.
 *
 * @example
 * const run = await runOffline({ project: readProject("infra", { stack: "dev" }) });
 * if (run.failure === undefined) toDeclared(run);
 */
export async function runOffline(options: OfflineOptions): Promise<OfflineRun> {
    const { project } = options;
    const sdk = findSdk(project);
    if (sdk === undefined) {
        return failedToStart(project, {
            kind: "not-installed",
            message: `@pulumi/pulumi is not installed for ${project.dir}; run npm install there`,
            detail: "",
        });
    }
    const transcript = new Transcript(options.onProgress);
    const child = launch(project, sdk, options);
    const ended = await watch(child, transcript, options.timeoutSeconds ?? 300);
    if (ended instanceof Error) {
        return failedToStart(project, {
            kind: "start",
            message: `the program in ${project.dir} could not be started or followed: ${ended.message}`,
            detail: ended.stack ?? "",
        });
    }
    return transcript.result(project, ended);
}

function failedToStart(project: Project, failure: OfflineFailure): OfflineRun {
    return { registrations: [], stackOutputs: {}, logs: [], notes: project.notes, failure };
}

type Ended = Pick<Outcome, "exitCode" | "signal" | "timedOutSeconds">;

/** Follows a process to its end, which comes at the time limit at the latest. */
function watch(child: ChildProcess, transcript: Transcript, timeoutSeconds: number): Promise<Ended | Error> {
    const [stdout, stderr, reports] = child.stdio.slice(1) as [Readable, Readable, Readable];
    const frames = new FrameReader();
    stdout.setEncoding("utf8").on("data", (text: string) => {
        transcript.stdout.add(text);
    });
    stderr.setEncoding("utf8").on("data", (text: string) => {
        transcript.stderr.add(text);
    });
    return new Promise((resolve) => {
        let timedOutSeconds: number | undefined;
        const kill = (): void => {
            child.kill("SIGKILL");
        };
        const limit = setTimeout(
            () => {
                timedOutSeconds = timeoutSeconds;
                kill();
            },
            Math.min(timeoutSeconds * 1_000, LONGEST_TIMER),
        );
        process.once("exit", kill);
        const end = (result: Ended | Error): void => {
            clearTimeout(limit);
            process.off("exit", kill);
            resolve(result);
        };
        reports.on("data", (chunk: Buffer) => {
            try {
                frames.read(chunk).forEach((message) => {
                    transcript.take(message);
                });
            } catch (error) {
                kill();
                end(error instanceof Error ? error : new Error(String(error)));
            }
        });
        child.on("error", end);
        child.on("exit", () => {
            // What the program started may hold its output open; wait for that no longer than it takes to read on.
            setTimeout(() => {
                [stdout, stderr, reports].forEach((stream) => stream.destroy());
            }, DRAIN_MILLISECONDS).unref();
        });
        child.on("close", (exitCode, signal) => {
            end({ exitCode, signal, ...(timedOutSeconds === undefined ? {} : { timedOutSeconds }) });
        });
    });
}

/** Collects what a program's process says. */
class Transcript {
    readonly stdout = new ConsoleText();
    readonly stderr = new ConsoleText();
    private readonly registrations: Registration[] = [];
    private readonly notes: Note[] = [];
    private readonly logs: LogEntry[] = [];
    private readonly errors: ProgramError[] = [];
    private unloggedCount = 0;
    private stackOutputs: Record<string, unknown> = {};
    private finished = false;

    constructor(private readonly onProgress: ((count: number) => void) | undefined) {}

    take(message: Message): void {
        switch (message.kind) {
            case "registration":
                this.registrations.push(decodeRegistration(message.registration));
                this.onProgress?.(this.registrations.length);
                break;
            case "outputs":
                this.stackOutputs = decodeOutputs(message.outputs);
                break;
            case "note":
                this.notes.push(message.note);
                break;
            case "log":
                if (this.logs.length < LOG_ENTRIES) {
                    this.logs.push({ severity: message.severity, message: message.message });
                } else this.unloggedCount++;
                break;
            case "error":
                if (this.errors.length < ERRORS) this.errors.push(message.error);
                break;
            case "finished":
                this.finished = true;
        }
    }

    result(project: Project, ended: Ended): OfflineRun {
        const { registrations, errors, finished } = this;
        const notes = [...project.notes, ...this.notes];
        const stderr = this.stderr.toString();
        const loggedErrors = this.logs.filter((log) => log.severity === "error").map((log) => log.message);
        const failure = failureOf({
            ...{ project, ...ended, finished, errors, loggedErrors, notes, registrations, stderr },
        });
        return {
            registrations,
            stackOutputs: this.stackOutputs,
            logs: [...this.logs, ...this.printed(stderr)],
            notes,
            ...(failure === undefined ? {} : { failure }),
        };
    }

    private printed(stderr: string): LogEntry[] {
        const entries: LogEntry[] = [
            { severity: "stdout", message: this.stdout.toString() },
            { severity: "stderr", message: stderr },
        ];
        if (this.unloggedCount > 0) {
            entries.unshift({ severity: "info", message: `${this.unloggedCount} more messages left out` });
        }
        return entries.filter((entry) => entry.message !== "");
    }
}
