import type { Path } from "../declared";
import { isKnown, valueAt } from "../declared";
import type { Fleet, FleetWorkload } from "../fleet";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";
import { scaledWorkloads } from "./scaled-workloads";

/** Pods whose cost nobody can be asked about. */
export const costLabels: Rule = {
    id: "cost-labels",
    severity: "warning",
    impact: "low",
    tags: ["cost"],
    settings: {
        labels: {
            shape: { kind: "list", of: { kind: "text" } },
            meaning: "Keys of labels that every scaled workload and its pods carry with a value.",
        },
    },
    title: "A scaled workload and its pods carry the labels that costs are allocated by.",
    why: "What carries no owner's label is paid by everyone and questioned by nobody, and no cloud budget finds it.",
    source: "the organisation's own list; budgets of clouds filter by tag or label (aws.budgets.Budget, gcp.billing.Budget)",
    *check(fleet: Fleet, { settings }) {
        const keys = settings.texts("labels");
        if (keys.length === 0) return;
        for (const workload of scaledWorkloads(fleet)) {
            yield* checkLabels(workload, ["metadata", "labels"], "the workload", keys);
            const template = workload.podSpecPath.slice(0, -1);
            yield* checkLabels(workload, [...template, "metadata", "labels"], "its pod template", keys);
        }
    },
};

function* checkLabels(
    { declared }: FleetWorkload,
    path: Path,
    what: string,
    keys: readonly string[],
): Generator<Breach> {
    const { object } = declared;
    if (!isKnown(valueAt(object, path))) {
        yield notChecked(declared, path);
        return;
    }
    const values = keys.map((key) => ({ key, value: valueAt(object, [...path, key]) }));
    for (const { key, value } of values) {
        if (!isKnown(value)) yield notChecked(declared, [...path, key]);
    }
    const missing = values.filter(({ value }) => value === undefined || value === null || value === "");
    if (missing.length === 0) return;
    const names = missing.map(({ key }) => key).join(" and ");
    yield {
        declared,
        path,
        message: `${what} has no value for the label${missing.length === 1 ? "" : "s"} ${names}`,
        fix: `add ${names}, on the workload and on its pod template`,
    };
}
