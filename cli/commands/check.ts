import type { Declared, Finding, Settings } from "../../model";
import { RULES, check, countFindings, dayOf, findingData, formatFinding, readFleet } from "../../model";
import type { FailingLevel } from "../failing-level";
import { exitCode } from "../failing-level";
import { githubAnnotations } from "../findings/github";
import { sarif } from "../findings/sarif";
import { fixFiles } from "../fix-files";
import { InputError } from "../input-error";
import { JSON_VERSION } from "../json-version";
import { STANDARD_INPUT } from "../manifests/find-files";
import type { ReadManifests } from "../manifests/read-manifests";
import { readManifests } from "../manifests/read-manifests";
import { packageVersion } from "../package-version";
import type { SettingsOptions } from "../settings-file";
import { settingsOf } from "../settings-file";

/** What `check` can write. */
export const CHECK_FORMATS = ["text", "json", "sarif", "github"] as const;
type Format = (typeof CHECK_FORMATS)[number];

export interface CheckOptions extends SettingsOptions {
    readonly format: Format;
    readonly failOn: FailingLevel;
    /** Whether to mend what is mended by one field. */
    readonly fix?: boolean;
}

/** What a check found, and what it mended before. */
interface Checked extends ReadManifests {
    readonly findings: readonly Finding[];
    readonly fixed: readonly string[];
}

/** `agent-autoscaling check PATH...`: the rules on hand-written manifests. Returns the exit code. */
export async function checkCommand(
    paths: readonly string[],
    { format, failOn, fix = false, ...options }: CheckOptions,
    write: (text: string) => void,
): Promise<number> {
    if (fix && paths.includes(STANDARD_INPUT)) {
        throw new InputError("--fix changes files, and standard input is none: name the files");
    }
    const settings = await settingsOf(options);
    const checked = fix ? await checkAndFix(paths, settings) : await checkPaths(paths, settings);
    write(written(format, checked));
    return exitCode(checked.findings, failOn);
}

async function checkPaths(paths: readonly string[], settings: Settings): Promise<Checked> {
    const read = await readManifests(paths);
    return { ...read, findings: findingsOf(read.declared, settings), fixed: [] };
}

/** What is left once the files are mended. */
async function checkAndFix(paths: readonly string[], settings: Settings): Promise<Checked> {
    const before = await checkPaths(paths, settings);
    const fixed = await fixFiles(before.findings);
    return fixed.length === 0 ? before : { ...(await checkPaths(paths, settings)), fixed };
}

function findingsOf(declared: readonly Declared[], { guardrails, platform }: Settings): Finding[] {
    return check(readFleet(declared, platform), RULES, { today: dayOf(new Date()), guardrails });
}

function written(format: Format, { findings, fixed, skipped, declared, files }: Checked): string {
    switch (format) {
        case "json":
            return JSON.stringify(
                { version: JSON_VERSION, findings: findings.map(findingData), fixed, skipped },
                null,
                2,
            );
        case "sarif":
            return JSON.stringify(sarif(findings, packageVersion()), null, 2);
        case "github":
        case "text": {
            const lines = format === "github" ? githubAnnotations(findings) : findings.map(formatFinding);
            const end = `${count(declared.length, "object")} in ${count(files, "file")}: ${countFindings(findings)}`;
            return [...fixed, ...lines, ...skipped.map((reason) => `skipped: ${reason}`), end].join("\n");
        }
    }
}

function count(number: number, noun: string): string {
    return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
