import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import type { Profile } from "../../model";
import { dayOf } from "../../model";
import type { FailingLevel } from "../failing-level";
import { exitCode } from "../failing-level";
import { readAnswers } from "../answers";
import { readProject, runOffline } from "../offline";
import { previewData } from "../preview/data";
import type { PreviewReport } from "../preview/report";
import { previewReport } from "../preview/report";
import { previewText } from "../preview/text";
import { settingsOf } from "../settings-file";

/** What `preview` can write. */
export const PREVIEW_FORMATS = ["text", "json", "yaml"] as const;
type Format = (typeof PREVIEW_FORMATS)[number];

export interface PreviewOptions {
    readonly format: Format;
    readonly failOn: FailingLevel;
    readonly timeout: number;
    readonly config: readonly string[];
    readonly stack?: string;
    readonly answers?: string;
    readonly out?: string;
    readonly profile?: Profile;
    /** A file of settings. */
    readonly settings?: string;
}

const FILES: Readonly<Record<Format, string>> = {
    text: "preview.txt",
    json: "preview.json",
    yaml: "preview.yaml",
};

/**
 * `agent-autoscaling preview [DIR]`: runs a Pulumi program offline and writes what it would do. Returns the exit
 * code: 1 for findings at or above the failing level, and for a program that fails.
 */
export async function previewCommand(
    dir: string,
    options: PreviewOptions,
    write: (text: string) => void,
    onProgress: (count: number) => void,
): Promise<number> {
    const { stack, config, timeout, answers, profile, settings } = options;
    const asked = await settingsOf({
        ...(settings === undefined ? {} : { config: settings }),
        ...(profile === undefined ? {} : { profile }),
    });
    const project = readProject(dir, { config, ...(stack === undefined ? {} : { stack }) });
    const run = await runOffline({
        project,
        timeoutSeconds: timeout,
        onProgress,
        ...(answers === undefined ? {} : { answers: await readAnswers(answers) }),
    });
    const report = previewReport(project, run, { today: dayOf(new Date()), ...asked });
    if (options.out === undefined) {
        write(render(report, options.format));
    } else {
        const file = join(options.out, FILES[options.format]);
        await mkdir(options.out, { recursive: true });
        await writeFile(file, `${render(report, options.format)}\n`);
        write(`wrote ${file}`);
    }
    return report.failure === undefined ? exitCode(report.findings, options.failOn) : 1;
}

function render(report: PreviewReport, format: Format): string {
    switch (format) {
        case "text":
            return previewText(report);
        case "json":
            return JSON.stringify(previewData(report), null, 2);
        case "yaml":
            return stringify(previewData(report)).trimEnd();
    }
}
