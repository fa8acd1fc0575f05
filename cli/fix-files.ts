import { readFile, writeFile } from "node:fs/promises";
import type { Finding } from "../model";
import { formatLocation, groupBy } from "../model";
import { editText } from "./manifests/edit-text";

/**
 * Makes the edits of findings in their files, where one field is the whole fix. What is exempt stays as it is.
 *
 * @returns A line for each change.
 */
export async function fixFiles(findings: readonly Finding[]): Promise<string[]> {
    const edits = findings.flatMap(({ id, fix, edit, exemption }) =>
        edit?.at.file === undefined || exemption !== undefined
            ? []
            : [{ edit, file: edit.at.file, change: `fixed: ${formatLocation(edit.at)}: ${fix} [${id}]` }],
    );
    const changes = new Map(edits.map(({ edit, change }) => [edit, change]));
    const lines: string[] = [];
    for (const [file, those] of groupBy(edits, (each) => each.file)) {
        const { text, edited } = editText(
            await readFile(file, "utf8"),
            those.map(({ edit }) => edit),
        );
        if (edited.length === 0) continue;
        await writeFile(file, text);
        lines.push(...edited.flatMap((edit) => changes.get(edit) ?? []));
    }
    return lines;
}
