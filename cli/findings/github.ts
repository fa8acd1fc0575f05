import type { Finding } from "../../model";
import { formatExemption, formatResource } from "../../model";

const COMMANDS = { error: "error", warning: "warning", note: "notice" } as const;

/** Findings as workflow commands of GitHub Actions, which become annotations beside the lines. */
export function githubAnnotations(findings: readonly Finding[]): string[] {
    return findings.map((finding) => {
        const { id, severity, message, fix, path, origin, exemption } = finding;
        const { file, line, column, component, argument } = origin;
        const place = [component, argument].filter((part) => part !== undefined).join(": ");
        const object = formatResource(finding);
        const properties = [
            ...(file === undefined ? [] : [`file=${property(file)}`]),
            ...(line === undefined ? [] : [`line=${line}`]),
            ...(column === undefined ? [] : [`col=${column}`]),
            `title=${property(id)}`,
        ].join(",");
        const where = place === "" ? "" : `${place}: `;
        const subject = object === "" ? "" : `\nin ${object}, ${path}`;
        const command = exemption === undefined ? COMMANDS[severity] : COMMANDS.note;
        const end = exemption === undefined ? `fix: ${fix}` : `exempt: ${formatExemption(exemption)}`;
        return `::${command} ${properties}::${data(`${where}${message}${subject}\n${end}`)}`;
    });
}

/** Text after the command (actions/toolkit packages/core command.ts escapeData). */
function data(text: string): string {
    return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** A property's value (escapeProperty). */
function property(text: string): string {
    return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
