import * as fs from "node:fs";
import * as path from "node:path";
import type { Document } from "yaml";
import type { ConfigValues } from "./project-config";
import { givenConfig, projectConfig, stackConfig } from "./project-config";
import { ProjectError } from "./project-error";
import { projectMain } from "./project-main";
import type { Note } from "./messages";
import { readYamlFile } from "./yaml-file";

export { ProjectError } from "./project-error";

/** A Pulumi project and one of its stacks, as far as running its program needs them. */
export interface Project {
    readonly name: string;
    /** The folder of `Pulumi.yaml`, absolute. */
    readonly dir: string;
    /** The program's file as `main` names it, or `.` for the entry of the project's package. */
    readonly main: string;
    readonly stack: string;
    /** Name of the stack's file, whether it is there or not. */
    readonly stackFile: string;
    /** Configuration by full key, `project:key`. */
    readonly config: Readonly<Record<string, string>>;
    readonly secretKeys: readonly string[];
    /** The secret keys whose value is a placeholder, since it is encrypted. */
    readonly placeholderKeys: readonly string[];
    /** Whether the launcher compiles TypeScript. */
    readonly typescript: boolean;
    readonly tsconfig?: string;
    /** Arguments for Node that the project asks for. */
    readonly nodeArguments: readonly string[];
    /** What of the project is not taken into account. */
    readonly notes: readonly Note[];
}

/** Which stack to read, and values to use instead of those in its files. */
export interface ProjectOptions {
    /** Default: the only stack that has a file, or `dev` when none has. */
    readonly stack?: string;
    /** `key=value` or `namespace:key=value`. */
    readonly config?: readonly string[];
}

/**
 * Reads `Pulumi.yaml` and the stack's file from a folder. Nothing is run, and nothing is decrypted.
 *
 * @throws {ProjectError} with every problem, its place and its fix.
 */
export function readProject(dir: string, options: ProjectOptions = {}): Project {
    const folder = path.resolve(dir);
    const document = projectFile(folder);
    const name = document.get("name");
    if (typeof name !== "string" || name === "") {
        throw new ProjectError([`Pulumi.yaml in ${folder} has no name: add name: my-project`]);
    }
    const runtime = readRuntime(document, folder);
    const stackFolder = path.resolve(folder, configFolder(document));
    const stack = options.stack?.split("/").at(-1) ?? onlyStack(stackFolder);
    const stackFile = `Pulumi.${stack}.yaml`;
    const stackDocument = readYamlFile(path.join(stackFolder, stackFile));
    const fromFiles = new Map([
        ...projectConfig(document, name),
        ...(stackDocument === undefined ? [] : stackConfig(stackDocument, name)),
    ]);
    const values = new Map([...fromFiles, ...givenConfig(options.config ?? [], name, fromFiles)]);
    const keys = [...values.keys()];
    return {
        name,
        dir: folder,
        main: projectMain(folder, document.get("main")),
        ...{ stack, stackFile, ...runtime },
        config: Object.fromEntries([...values].map(([key, { value }]) => [key, value])),
        secretKeys: keys.filter((key) => values.get(key)?.secret),
        placeholderKeys: keys.filter((key) => values.get(key)?.placeholder),
        notes: notesOn(values, stackDocument, stackFile),
    };
}

function projectFile(dir: string): Document {
    const document = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"]
        .map((file) => path.join(dir, file))
        .filter((file) => fs.existsSync(file))
        .map(readYamlFile)[0];
    if (document !== undefined) return document;
    throw new ProjectError([
        `there is no Pulumi.yaml in ${dir}: name the folder of a Pulumi project` +
            (fs.existsSync(dir) ? "" : " (this folder does not exist)"),
    ]);
}

function readRuntime(
    document: Document,
    dir: string,
): Pick<Project, "typescript" | "nodeArguments" | "tsconfig"> {
    const runtime = document.get("runtime");
    const name = typeof runtime === "string" ? runtime : document.getIn(["runtime", "name"]);
    if (name !== "nodejs") {
        throw new ProjectError([
            `Pulumi.yaml in ${dir} has the runtime ${JSON.stringify(name ?? null)}: ` +
                "only Node.js programs (runtime: nodejs) can be run offline",
        ]);
    }
    const option = (key: string): unknown =>
        typeof runtime === "string" ? undefined : document.getIn(["runtime", "options", key]);
    const [tsconfig, nodeArguments] = [option("tsconfig"), option("nodeargs")];
    return {
        typescript: option("typescript") !== false,
        ...(typeof tsconfig === "string" ? { tsconfig } : {}),
        nodeArguments:
            typeof nodeArguments === "string" ? nodeArguments.split(/\s+/).filter((word) => word !== "") : [],
    };
}

/** The folder of the stacks' files: `stackConfigDir`, or `config` where that is a text, as it used to be. */
function configFolder(document: Document): string {
    const folder = document.get("stackConfigDir") ?? document.get("config");
    return typeof folder === "string" ? folder : ".";
}

function onlyStack(dir: string): string {
    const stacks = (fs.existsSync(dir) ? fs.readdirSync(dir) : [])
        .map((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1])
        .filter((stack) => stack !== undefined)
        .sort();
    if (stacks.length > 1) {
        throw new ProjectError([`${dir} has the stacks ${stacks.join(", ")}: choose one with --stack`]);
    }
    return stacks[0] ?? "dev";
}

function notesOn(values: ConfigValues, stack: Document | undefined, stackFile: string): Note[] {
    const encrypted = [...values].filter(([, { placeholder }]) => placeholder);
    const notes = encrypted.map(([key]) => ({
        subject: key,
        message: `is encrypted in ${stackFile}: the program gets a placeholder; give a value with --config ${key}=VALUE`,
    }));
    if (stack?.has("environment") !== true) return notes;
    const message = "Pulumi ESC environments are not read: give what they hold with --config KEY=VALUE";
    return [...notes, { subject: stackFile, message }];
}
