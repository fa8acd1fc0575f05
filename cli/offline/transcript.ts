import { ConsoleText } from "./console-text";
import { decodeOutputs, decodeRegistration } from "./decode";
import type { OfflineFailure, Outcome } from "./failure";
import { failureOf } from "./failure";
import type { Message, Note, ProgramError } from "./messages";
import type { Project } from "./project";
import type { Registration } from "./registration";

const LOG_ENTRIES = 1_000;
const ERRORS = 1_000;

/** Something that the program said. */
export interface LogEntry {
    /** `stdout` and `stderr` hold all that was printed there, at most about 80,000 characters. */
    readonly severity: "info" | "warning" | "error" | "stdout" | "stderr";
    readonly message: string;
}

/** What a program registered, and how its run went. */
export interface OfflineRun {
    /**
     * In the order in which the SDK registered them, the stack itself first; resources that do not wait for each
     * other may come in another order than the program makes them. Those before a failure are here too.
     */
    readonly registrations: readonly Registration[];
    readonly stackOutputs: Readonly<Record<string, unknown>>;
    /** What components registered as their outputs, by URN. */
    readonly componentOutputs: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
    readonly logs: readonly LogEntry[];
    readonly notes: readonly Note[];
    readonly failure?: OfflineFailure;
}

/** How a program's process ended. */
export type Ended = Pick<Outcome, "exitCode" | "signal" | "timedOutSeconds">;

/** Collects what a program's process says. */
export class Transcript {
    readonly stdout = new ConsoleText();
    readonly stderr = new ConsoleText();
    private readonly registrations: Registration[] = [];
    private readonly notes: Note[] = [];
    private readonly logs: LogEntry[] = [];
    private readonly errors: ProgramError[] = [];
    private unloggedCount = 0;
    private readonly outputs = new Map<string, Record<string, unknown>>();
    private finished = false;

    constructor(private readonly onProgress: ((count: number) => void) | undefined) {}

    take(message: Message): void {
        switch (message.kind) {
            case "registration":
                this.registrations.push(decodeRegistration(message.registration));
                this.onProgress?.(this.registrations.length);
                break;
            case "outputs":
                this.outputs.set(message.urn, decodeOutputs(message.outputs));
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
        const stackUrn = registrations[0]?.urn ?? "";
        const stackOutputs = this.outputs.get(stackUrn) ?? {};
        const componentOutputs = new Map([...this.outputs].filter(([urn]) => urn !== stackUrn));
        const notes = [...project.notes, ...this.notes];
        const stderr = this.stderr.toString();
        const loggedErrors = this.logs.filter((log) => log.severity === "error").map((log) => log.message);
        const failure = failureOf({
            ...{ project, ...ended, finished, errors, loggedErrors, notes, registrations, stderr },
        });
        return {
            registrations,
            stackOutputs,
            componentOutputs,
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
