import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

import { parse } from "yaml";

import { commandOutput, runCommand, type CommandOptions } from "./command";
import { createProject, writeJson, type Project } from "./project";
import { describeUpdate, readUpdate, type Update } from "./update";

/** The program of a test, and what it is given. */
export interface StackOptions {
    /** A folder, relative to the repository: `test/e2e/programs/pools`, `examples/quickstart`. */
    readonly program: string;
    /** The stack's configuration; keys without a namespace are the project's. */
    readonly config?: Readonly<Record<string, unknown>>;
    /** Added to Pulumi.yaml, such as `packages`. */
    readonly project?: Readonly<Record<string, unknown>>;
    /** Added to the environment of every operation. */
    readonly env?: Readonly<Record<string, string>>;
}

export interface OperationOptions {
    /** Further arguments of the CLI, such as `["--policy-pack", folder]`. */
    readonly args?: readonly string[];
    /** Gives the result of an operation that fails, instead of throwing. @default false */
    readonly mayFail?: boolean;
    /** Past it the operation is interrupted and throws, also with `mayFail`. @default 120 */
    readonly timeoutSeconds?: number;
}

type Operation = "up" | "preview" | "refresh" | "destroy";

const STACK = "e2e";

/** A stack of a test's own: a program in a temporary folder, deployed by the real CLI. */
export class Stack {
    private constructor(
        private readonly project: Project,
        private readonly env: Readonly<Record<string, string>>,
    ) {}

    /** Makes the project and the stack; nothing is deployed. */
    static async create({ program, config = {}, project = {}, env = {} }: StackOptions): Promise<Stack> {
        const made = await createProject(program, project);
        const state = join(made.folder, ".state");
        await mkdir(state);
        const stack = new Stack(made, {
            PULUMI_BACKEND_URL: `file://${state}`,
            PULUMI_CONFIG_PASSPHRASE: "e2e",
            PULUMI_SKIP_UPDATE_CHECK: "true",
            PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true",
            ...env,
        });
        await stack.pulumi(["stack", "init", STACK]);
        await stack.configure(config);
        return stack;
    }

    /** The program's folder, for a test that changes the program between two operations. */
    get folder(): string {
        return this.project.folder;
    }

    /** Replaces the stack's configuration. */
    async configure(config: Readonly<Record<string, unknown>>): Promise<void> {
        const file = join(this.folder, `Pulumi.${STACK}.yaml`);
        const settings = parse(await readFile(file, "utf8")) as Record<string, unknown>;
        const qualified = Object.entries(config).map(([key, value]) => [
            key.includes(":") ? key : `${this.project.name}:${key}`,
            value,
        ]);
        await writeJson(file, { ...settings, config: Object.fromEntries(qualified) as unknown });
    }

    /** `pulumi up` without its preview. */
    async up(options?: OperationOptions): Promise<Update> {
        return this.operate("up", ["--yes", "--skip-preview"], options);
    }

    async preview(options?: OperationOptions): Promise<Update> {
        return this.operate("preview", [], options);
    }

    async refresh(options?: OperationOptions): Promise<Update> {
        return this.operate("refresh", ["--yes", "--skip-preview"], options);
    }

    async destroy(options?: OperationOptions): Promise<Update> {
        return this.operate("destroy", ["--yes", "--skip-preview"], options);
    }

    /** The type and name of every resource in the state, without the stack itself and providers. */
    async resources(): Promise<{ type: string; urn: string }[]> {
        const text = await this.pulumi(["stack", "export", "--stack", STACK]);
        const { deployment } = JSON.parse(text) as {
            deployment: { resources?: { type: string; urn: string }[] };
        };
        return (deployment.resources ?? []).filter(({ type }) => !type.startsWith("pulumi:"));
    }

    /** Destroys what is left and removes the folder. For `afterAll`, after success and failure alike. */
    async remove(): Promise<void> {
        if ((await this.resources()).length > 0) await this.destroy();
        await rm(this.folder, { recursive: true });
    }

    private async operate(verb: Operation, flags: string[], options: OperationOptions = {}): Promise<Update> {
        const { args = [], mayFail = false, timeoutSeconds = 120 } = options;
        const command = [verb, "--stack", STACK, "--json", "--non-interactive", ...flags, ...args];
        const result = await runCommand("pulumi", command, this.inProject({ timeoutSeconds }));
        const update = readUpdate(`pulumi ${verb}`, result);
        if (update.exitCode === 0 || (mayFail && !result.timedOut)) return update;
        const end = result.timedOut
            ? `not done in ${timeoutSeconds} s`
            : `exit code ${update.exitCode ?? "none"}`;
        throw new Error(`pulumi ${verb}: ${end}\n${describeUpdate(update)}`);
    }

    private async pulumi(args: readonly string[]): Promise<string> {
        return commandOutput("pulumi", [...args, "--non-interactive"], this.inProject({}));
    }

    private inProject(options: CommandOptions): CommandOptions {
        return { ...options, cwd: this.folder, env: this.env };
    }
}
