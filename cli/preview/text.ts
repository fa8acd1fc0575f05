import { costCard, countFindings, formatFinding, isKnown, showLeaf } from "../../model";
import { explanationLines } from "../explanation-text";
import { joinSections, section } from "../section";
import type { PreviewReport, ReportedPool } from "./report";
import { showValue } from "./show-value";
import type { TreeNode } from "./tree";

/** The report for a terminal or a log: the tree, what each scaler will do, what was decided, and what is wrong. */
export function previewText(report: PreviewReport): string {
    const counting = report.findings.filter(({ exemption }) => exemption === undefined);
    const exempt = report.findings.filter(({ exemption }) => exemption !== undefined);
    const sections = [
        [`${report.project} (stack ${report.stack}), offline: no cluster was asked and nothing is applied`],
        section("Resources", treeLines(report.tree)),
        ...report.explanations.map(explanationLines),
        section("What it costs, in US dollars", costCard(report.cost)),
        ...report.pools.map(decidedLines),
        section("Not known offline", report.notes),
        section("Findings", counting.map(formatFinding)),
        section("Exempt", exempt.map(formatFinding)),
        report.failure === undefined || report.onlyRefusals
            ? []
            : section("The program failed", [report.failure.message]),
        [summary(report)],
    ];
    return joinSections(sections);
}

function summary({ pools, findings, failure, onlyRefusals }: PreviewReport): string {
    const counted = `${pools.length} ${pools.length === 1 ? "pool" : "pools"}: ${countFindings(findings)}`;
    if (failure === undefined) return counted;
    return `${counted}; ${onlyRefusals ? "an update would be refused" : "the program did not run to its end"}`;
}

function treeLines(nodes: readonly TreeNode[]): string[] {
    return nodes.flatMap(({ name, type, object, children }) => [
        [name, type.split(":").at(-1) ?? type, ...(object === undefined ? [] : [object])].join("  "),
        ...treeLines(children).map((line) => `  ${line}`),
    ]);
}

/** What the author left out and was decided, each with its reason. */
function decidedLines({ name, values }: ReportedPool): string[] {
    const decided = values.filter(({ source }) => source !== "given");
    return section(
        `Decided for ${name}`,
        decided.map(
            ({ path, value, reason }) =>
                `${path}: ${isKnown(value) ? showValue(value) : showLeaf(value)}\n    because ${reason}`,
        ),
    );
}
