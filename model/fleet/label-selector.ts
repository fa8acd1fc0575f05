import type { Path } from "../declared";
import { sameLeaf, valueAt, isHidden } from "../declared";
import type { FieldReader } from "./field-reader";

/** One requirement of a selector beyond equality. */
export interface LabelExpression {
    readonly key: string;
    readonly operator: string;
    readonly values: readonly unknown[];
}

/** A Kubernetes label selector: all of it must hold, and an empty one selects everything. */
export interface LabelSelector {
    readonly matchLabels: Readonly<Record<string, unknown>>;
    readonly matchExpressions: readonly LabelExpression[];
}

/**
 * Reads a label selector; `undefined` where there is none, or where one of its parts is known only after apply or has
 * the wrong type: without that part it would select more than it does.
 */
export function readLabelSelector(reader: FieldReader, path: Path): LabelSelector | undefined {
    const [labels, expressions] = [
        [...path, "matchLabels"],
        [...path, "matchExpressions"],
    ] as const;
    if (!reader.has(path) || reader.isUnknown(labels) || reader.isUnknown(expressions)) return undefined;
    const problems = reader.problems.length;
    reader.record(path);
    const selector = {
        matchLabels: reader.record(labels),
        matchExpressions: reader.list(expressions).map(({ path: at }) => readExpression(reader, at)),
    };
    return reader.problems.length > problems ? undefined : selector;
}

/** Reads a requirement; of values that are known only after apply there is one, which is none that is known. */
function readExpression(reader: FieldReader, path: Path): LabelExpression {
    const values: Path = [...path, "values"];
    return {
        key: textAt(reader, [...path, "key"]),
        operator: textAt(reader, [...path, "operator"]),
        values: reader.isUnknown(values)
            ? [valueAt(reader.declared.object, values)]
            : reader.list(values).map(({ value }) => value),
    };
}

function textAt(reader: FieldReader, path: Path): string {
    const { value } = reader.text(path);
    return typeof value === "string" ? value : "";
}

/** Whether a selector certainly selects labels; a value that is not known matches only itself. */
export function selects(selector: LabelSelector, labels: Readonly<Record<string, unknown>>): boolean {
    const has = (key: string): boolean => Object.hasOwn(labels, key);
    const isOneOf = (key: string, values: readonly unknown[]): boolean =>
        has(key) && values.some((value) => sameLeaf(labels[key], value));
    return (
        Object.entries(selector.matchLabels).every(([key, value]) => isOneOf(key, [value])) &&
        selector.matchExpressions.every(({ key, operator, values }) => {
            switch (operator) {
                case "In":
                    return isOneOf(key, values);
                case "NotIn":
                    return !has(key) || (![labels[key], ...values].some(isHidden) && !isOneOf(key, values));
                case "Exists":
                    return has(key);
                case "DoesNotExist":
                    return !has(key);
                default:
                    return false;
            }
        })
    );
}

/** Whether a selector could select labels: a value that is not known may be any. */
export function maySelect(selector: LabelSelector, labels: Readonly<Record<string, unknown>>): boolean {
    const mayBeOneOf = (key: string, values: readonly unknown[]): boolean =>
        Object.hasOwn(labels, key) && [labels[key], ...values].some(isHidden);
    const { matchLabels, matchExpressions } = selector;
    const equal = Object.entries(matchLabels).filter(([key, value]) => !mayBeOneOf(key, [value]));
    return selects(
        {
            matchLabels: Object.fromEntries(equal),
            matchExpressions: matchExpressions.filter(({ key, values }) => !mayBeOneOf(key, values)),
        },
        labels,
    );
}
