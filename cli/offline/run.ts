import type { ChildProcess } from "node:child_process";
import type { Readable } from "node:stream";
import type { OfflineFailure } from "./failure";
import { FrameReader } from "./frames";
import { findSdk, launch } from "./launch";
import type { Answers } from "./messages";
import type { Project } from "./project";
import type { Ended, OfflineRun } from "./transcript";
import { Transcript } from "./transcript";

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
            errors: [],
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
            errors: [],
        });
    }
    return transcript.result(project, ended);
}

function failedToStart(project: Project, failure: OfflineFailure): OfflineRun {
    return {
        registrations: [],
        stackOutputs: {},
        componentOutputs: new Map(),
        logs: [],
        notes: project.notes,
        failure,
    };
}

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
