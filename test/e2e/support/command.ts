import { spawn } from "node:child_process";

/** How a command ended. */
export interface CommandResult {
    /** The exit code; undefined if a signal ended it, as the time limit does. */
    readonly exitCode: number | undefined;
    readonly stdout: string;
    readonly stderr: string;
    readonly seconds: number;
    readonly timedOut: boolean;
}

export interface CommandOptions {
    readonly cwd?: string;
    /** Added to this process's environment. */
    readonly env?: Readonly<Record<string, string>>;
    /** What it reads from its standard input; without it the input is closed. */
    readonly input?: string;
    /** @default 60 */
    readonly timeoutSeconds?: number;
}

const GRACE_SECONDS = 10;

/**
 * Runs a command and collects its output. Past the time limit it is interrupted, so that the Pulumi CLI can stop its
 * operation and unlock the stack, and some seconds later ended with all that it started: the CLI runs language hosts
 * and providers that would outlive it.
 */
export async function runCommand(
    command: string,
    args: readonly string[],
    options: CommandOptions = {},
): Promise<CommandResult> {
    const { cwd, env, input, timeoutSeconds = 60 } = options;
    const started = Date.now();
    const child = spawn(command, args, {
        cwd,
        env: { ...process.env, ...env },
        detached: true,
        stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    let timedOut = false;
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    child.stdin?.end(input);
    const interrupt = setTimeout(() => {
        timedOut = true;
        child.kill("SIGINT");
    }, timeoutSeconds * 1000);
    const end = setTimeout(
        () => {
            if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
        },
        (timeoutSeconds + GRACE_SECONDS) * 1000,
    );
    try {
        const exitCode = await new Promise<number | undefined>((resolve, reject) => {
            child.on("error", reject).on("close", (code) => {
                resolve(code ?? undefined);
            });
        });
        return { exitCode, stdout, stderr, seconds: (Date.now() - started) / 1000, timedOut };
    } finally {
        clearTimeout(interrupt);
        clearTimeout(end);
    }
}

/**
 * The same, for a command that has to succeed.
 *
 * @throws {Error} with the command's own words if it does not
 */
export async function commandOutput(
    command: string,
    args: readonly string[],
    options: CommandOptions = {},
): Promise<string> {
    const result = await runCommand(command, args, options);
    if (result.exitCode === 0) return result.stdout;
    throw new Error(describeFailure([command, ...args].join(" "), result));
}

/** What a failed command said, for an error's text. */
export function describeFailure(command: string, result: CommandResult): string {
    const end = result.timedOut ? "took too long" : `exit code ${result.exitCode ?? "none"}`;
    return `${command}: ${end} after ${result.seconds.toFixed(1)} s\n${result.stderr}\n${result.stdout}`.trim();
}
