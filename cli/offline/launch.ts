import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as os from "node:os";
import * as path from "node:path";
import type { Answers, Settings } from "./messages";
import type { Project } from "./project";

/** What stands in for an organization where none is given. */
const ORGANIZATION = "organization";

/** The files of the program's own SDK that are needed to run it, or `undefined` when it is not installed. */
export interface InstalledSdk {
    readonly launcher: string;
    readonly packageFile: string;
}

/** Finds the SDK from the program's folder, as Node would for the program itself. */
export function findSdk(project: Project): InstalledSdk | undefined {
    const { resolve } = createRequire(path.join(project.dir, "program.js"));
    try {
        return {
            launcher: resolve("@pulumi/pulumi/cmd/run/index.js"),
            packageFile: resolve("@pulumi/pulumi/package.json"),
        };
    } catch {
        return undefined;
    }
}

/** Starts Pulumi's launcher on a program, with our preload in place of the engine. */
export function launch(
    project: Project,
    sdk: InstalledSdk,
    options: { organization?: string; answers?: Answers },
): ChildProcess {
    const organization = options.organization ?? ORGANIZATION;
    const settings: Settings = {
        sdk: sdk.packageFile,
        projectDir: project.dir,
        project: project.name,
        stack: project.stack,
        organization,
        environment: environment(project, organization),
        answers: options.answers ?? {},
    };
    const child = spawn(
        process.execPath,
        [
            ...heapArguments(),
            ...project.nodeArguments,
            // The word "--require" would switch off the launcher's way of running ES modules.
            "-r",
            preload(),
            sdk.launcher,
            ...["--project", project.name, "--stack", project.stack, "--organization", organization],
            ...["--root-directory", project.dir, "--pwd", project.dir, "--dry-run", "--monitor", "mock"],
            project.main,
        ],
        { cwd: project.dir, stdio: ["pipe", "pipe", "pipe", "pipe"] },
    );
    // A program that ends before it has read its settings closes the pipe; its exit tells the rest.
    child.stdin.on("error", () => undefined);
    child.stdin.end(JSON.stringify(settings));
    return child;
}

function environment(project: Project, organization: string): Record<string, string> {
    return {
        PULUMI_NODEJS_PROJECT: project.name,
        PULUMI_NODEJS_STACK: project.stack,
        PULUMI_NODEJS_ORGANIZATION: organization,
        PULUMI_NODEJS_ROOT_DIRECTORY: project.dir,
        PULUMI_NODEJS_DRY_RUN: "true",
        PULUMI_NODEJS_TYPESCRIPT: String(project.typescript),
        ...(project.tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: project.tsconfig }),
        PULUMI_CONFIG: JSON.stringify(project.config),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(project.secretKeys),
    };
}

/** A program of 9,000 resources needs almost 2 GB, which is close to Node's default. A limit already set stays. */
function heapArguments(): string[] {
    if ((process.env["NODE_OPTIONS"] ?? "").includes("max-old-space-size")) return [];
    const megabytes = Math.floor((os.totalmem() / 2 ** 20) * 0.75);
    return [`--max-old-space-size=${Math.max(2048, Math.min(8192, megabytes))}`];
}

/** The compiled preload: beside this file in the package, in `dist` when this file runs from source. */
function preload(): string {
    const beside = path.join(__dirname, "child", "preload.js");
    if (fs.existsSync(beside)) return beside;
    return path.join(__dirname, "..", "..", "dist", "cli", "offline", "child", "preload.js");
}
