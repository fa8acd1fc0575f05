import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";

import { parse } from "yaml";

/** The repository: a program below it finds node_modules, and `agent-autoscaling` as the package itself. */
export const ROOT = resolve(__dirname, "../../..");

/** A copy of a program in a folder of its own. */
export interface Project {
    readonly folder: string;
    readonly name: string;
}

/**
 * Copies a program below the repository, where Node resolves the package's own name, and completes it to a Pulumi
 * project: Pulumi.yaml, if it has none, and a tsconfig.json like the repository's.
 *
 * @param program a folder, relative to the repository: `test/e2e/programs/pools`
 * @param settings added to Pulumi.yaml, such as `packages`
 */
export async function createProject(
    program: string,
    settings: Readonly<Record<string, unknown>>,
): Promise<Project> {
    const parent = join(ROOT, "out", "e2e");
    await mkdir(parent, { recursive: true });
    const folder = await mkdtemp(join(parent, `${basename(program)}-`));
    await cp(join(ROOT, program), folder, { recursive: true });
    const file = join(folder, "Pulumi.yaml");
    const own = existsSync(file) ? (parse(await readFile(file, "utf8")) as Record<string, unknown>) : {};
    const project = {
        name: basename(program),
        runtime: "nodejs",
        main: mainOf(folder),
        ...own,
        ...settings,
    };
    await writeJson(file, project);
    await writeJson(join(folder, "tsconfig.json"), {
        extends: join(ROOT, "tsconfig.json"),
        compilerOptions: { rootDir: ROOT, noEmit: true },
        include: ["."],
    });
    return { folder, name: project.name };
}

function mainOf(folder: string): string | undefined {
    return existsSync(join(folder, "index.ts")) ? "index.ts" : undefined;
}

/** JSON is YAML too. */
export async function writeJson(file: string, content: unknown): Promise<void> {
    await writeFile(file, `${JSON.stringify(content, undefined, 2)}\n`);
}
