import { readFile, writeFile } from "node:fs/promises";
import type { Finding, FindingEdit } from "../model";
import { formatLocation } from "../model";
import { editText } from "./manifests/edit-text";

/**
 * Makes the edits of findings in their files, where one field is the whole fix. What is exempt stays as it is.
 *
 * @returns A line for each change.
 */
export async function fixFiles(findings: readonly Finding[]): Promise<string[]> {
    const changes = new Map<string, string>();
    const byFile = new Map<string, FindingEdit[]>();
    for (const finding of findings) {
        const { edit, exemption } = finding;
        if (edit?.at.file === undefined || exemption !== undefined) continue;
        byFile.set(edit.at.file, [...(byFile.get(edit.at.file) ?? []), edit]);
        changes.set(keyOf(edit), `fixed: ${formatLocation(edit.at)}: ${finding.fix} [${finding.id}]`);
    }
    const lines: string[] = [];
    for (const [file, edits] of byFile) {
        const { text, edited } = editText(await readFile(file, "utf8"), edits);
        if (edited.length === 0) continue;
        await writeFile(file, text);
        lines.push(...edited.flatMap((edit) => changes.get(keyOf(edit)) ?? []));
    }
    return lines;
}

function keyOf({ at, member }: FindingEdit): string {
    return JSON.stringify([at.file, at.line, at.column, member]);
}
