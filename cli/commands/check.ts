import { RULES, check, countFindings, dayOf, findingData, formatFinding, readFleet } from "../../model";
import type { FailingLevel } from "../failing-level";
import { exitCode } from "../failing-level";
import { readManifests } from "../manifests/read-manifests";
import { JSON_VERSION } from "../json-version";

/** What `check` can write. */
export const CHECK_FORMATS = ["text", "json"] as const;

export interface CheckOptions {
    readonly format: (typeof CHECK_FORMATS)[number];
    readonly failOn: FailingLevel;
}

/** `agent-autoscaling check FILE...`: the rules on hand-written manifests. Returns the exit code. */
export async function checkCommand(
    files: readonly string[],
    { format, failOn }: CheckOptions,
    write: (text: string) => void,
): Promise<number> {
    const { declared, skipped, files: read } = await readManifests(files);
    const findings = check(readFleet(declared), RULES, { today: dayOf(new Date()) });
    if (format === "json") {
        write(
            JSON.stringify({ version: JSON_VERSION, findings: findings.map(findingData), skipped }, null, 2),
        );
    } else {
        const lines = [...findings.map(formatFinding), ...skipped.map((reason) => `skipped: ${reason}`)];
        const objects = count(declared.length, "object");
        write([...lines, `${objects} in ${count(read, "file")}: ${countFindings(findings)}`].join("\n"));
    }
    return exitCode(findings, failOn);
}

function count(number: number, noun: string): string {
    return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
