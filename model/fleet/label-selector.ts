import type { Path } from "../declared";
import { sameLeaf } from "../declared";
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

/** Reads a label selector; `undefined` where there is none, or where it is known only after apply. */
export function readLabelSelector(reader: FieldReader, path: Path): LabelSelector | undefined {
    if (!reader.has(path) || reader.isUnknown(path)) return undefined;
    const expressions = [...path, "matchExpressions"];
    return {
        matchLabels: reader.record([...path, "matchLabels"]),
        matchExpressions: reader.list(expressions).map(({ path: at }) => ({
            key: textAt(reader, [...at, "key"]),
            operator: textAt(reader, [...at, "operator"]),
            values: reader.list([...at, "values"]).map(({ value }) => value),
        })),
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
                    return typeof labels[key] !== "object" && !isOneOf(key, values);
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
