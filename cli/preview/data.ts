import { costData, findingData, isKnown, showLeaf } from "../../model";
import { explanationData } from "../explanation-data";
import { JSON_VERSION } from "../json-version";
import type { PreviewReport } from "./report";

/** The report as plain data, for `--format json` and `yaml`. */
export function previewData(report: PreviewReport): Record<string, unknown> {
    const { project, stack, tree, pools, findings, explanations, cost, notes, failure } = report;
    return {
        version: JSON_VERSION,
        project,
        stack,
        resources: tree,
        pools: pools.map(({ values, ...pool }) => ({
            ...pool,
            values: values.map(({ value, ...rest }) => ({
                ...rest,
                value: isKnown(value) ? value : showLeaf(value),
            })),
        })),
        explanations: explanations.map(explanationData),
        cost: costData(cost),
        findings: findings.map(findingData),
        notes,
        ...(failure === undefined ? {} : { failure: { kind: failure.kind, message: failure.message } }),
    };
}
