import { countFindings, showLeaf } from "../../model";
import { findingText } from "../output/json";
import type { PreviewReport, ReportedPool } from "./report";
import type { TreeNode } from "./tree";

/** The report for a terminal or a log: tree, pools with their explanation and defaults, findings, what is not known. */
export function previewText(report: PreviewReport): string {
    const sections = [
        [`${report.project} (stack ${report.stack}), offline: no cluster was asked and nothing is applied`],
        section("Resources", treeLines(report.tree)),
        ...report.explanations.map(({ kind, namespace, name, sentences }) =>
            section(
                `${kind} ${namespace === undefined ? "" : `${showLeaf(namespace)}/`}${showLeaf(name ?? "")}`,
                sentences.map(({ text }) => `  ${text}`),
            ),
        ),
        ...report.pools.map(valueLines),
        section(
            "Not known offline",
            report.notes.map((note) => `  ${note}`),
        ),
        section(
            "Findings",
            report.findings.map((finding) => indent(findingText(finding))),
        ),
        report.failure === undefined ? [] : section("The program failed", [indent(report.failure.message)]),
        [summary(report)],
    ];
    return sections
        .filter((lines) => lines.length > 0)
        .map((lines) => lines.join("\n"))
        .join("\n\n");
}

function summary({ pools, findings, failure }: PreviewReport): string {
    const counted = `${pools.length} ${pools.length === 1 ? "pool" : "pools"}: ${countFindings(findings)}`;
    return failure === undefined ? counted : `${counted}; the program did not run to its end`;
}

function section(title: string, lines: readonly string[]): string[] {
    return lines.length === 0 ? [] : [title, ...lines];
}

function treeLines(nodes: readonly TreeNode[], indentation = "  "): string[] {
    return nodes.flatMap(({ name, type, object, children }) => [
        `${indentation}${name}  ${type.split(":").at(-1) ?? type}${object === undefined ? "" : ` ${object}`}`,
        ...treeLines(children, `${indentation}    `),
    ]);
}

/** What was decided for the author, with the reason. */
function valueLines({ name, values }: ReportedPool): string[] {
    const decided = values.filter(({ source }) => source !== "given");
    return section(
        `Decided for ${name}`,
        decided.map(({ path, value, reason }) => `  ${path} = ${show(value)}: ${reason}`),
    );
}

function show(value: unknown): string {
    return typeof value === "string" ? value : JSON.stringify(value);
}

function indent(text: string): string {
    return text
        .split("\n")
        .map((line) => `  ${line}`)
        .join("\n");
}
