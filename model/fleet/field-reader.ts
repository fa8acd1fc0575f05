import { Quantity, parseQuantity } from "../capacity";
import type { Declared, Leaf, Path } from "../declared";
import { Secret, Unknown, formatPath, valueAt } from "../declared";
import type { Finding } from "../findings";
import { FIELD_TYPE, findingAt } from "../findings";
import type { Field } from "./field";

const LARGEST_INT32 = 2_147_483_647;

/**
 * Reads fields of one object and collects those that have the wrong type. Secrets are read as unknown: a rule may
 * know that there is a value, never which.
 */
export class FieldReader {
    readonly problems: Finding[] = [];

    constructor(readonly declared: Declared) {}

    /** A whole number of 32 bits, as Kubernetes' counts and seconds are. */
    integer(path: Path): Field<number> {
        return this.read(
            path,
            "a whole number of 32 bits",
            (value) => Number.isInteger(value) && Math.abs(value as number) <= LARGEST_INT32,
        );
    }

    /** Text. */
    text(path: Path): Field<string> {
        return this.read(path, "text", (value) => typeof value === "string");
    }

    /** Text of which the empty one means the same as none. */
    textUnlessEmpty(path: Path): Field<string> {
        const field = this.text(path);
        return field.value === "" ? { path, value: undefined } : field;
    }

    /** True or false. */
    boolean(path: Path): Field<boolean> {
        return this.read(path, "true or false", (value) => typeof value === "boolean");
    }

    /** An amount: a number, or text with or without a suffix. */
    quantity(path: Path): Field<Quantity> {
        const field = this.read<unknown>(
            path,
            "an amount such as 500m or 6Gi",
            (value) => parseQuantity(value) instanceof Quantity,
        );
        if (field.value instanceof Unknown) return { path, value: field.value };
        const quantity = parseQuantity(field.value);
        return { path, value: quantity instanceof Quantity ? quantity : undefined };
    }

    /** Text, or a leaf that stands for it; for names, which are joined by identity. */
    name(path: Path): Leaf<string> | undefined {
        const value = valueAt(this.declared.object, path);
        if (value === undefined || value === null) return undefined;
        if (value instanceof Unknown || value instanceof Secret) return value;
        return this.text(path).value;
    }

    /** Whether a place, or something around it, is known only after apply. */
    isUnknown(path: Path): boolean {
        const value = valueAt(this.declared.object, path);
        return value instanceof Unknown || value instanceof Secret;
    }

    /** Whether there is anything at a place. */
    has(path: Path): boolean {
        return (valueAt(this.declared.object, path) ?? undefined) !== undefined;
    }

    /** The items of a list, with the path of each; empty where there is none. */
    list(path: Path): readonly { readonly path: Path; readonly value: unknown }[] {
        const field = this.read<unknown[]>(path, "a list", (value) => Array.isArray(value));
        if (field.value === undefined || field.value instanceof Unknown) return [];
        return field.value.map((value, index) => ({ path: [...path, index], value }));
    }

    /** A list of texts; not known where one of them is not. */
    texts(path: Path): Field<readonly string[]> {
        const field = this.read<unknown[]>(path, "a list", (value) => Array.isArray(value));
        if (field.value === undefined || field.value instanceof Unknown) return { path, value: field.value };
        const items = field.value.map((_, index) => this.text([...path, index]).value);
        const hidden = items.find((item) => item instanceof Unknown);
        return { path, value: hidden ?? items.filter((item) => typeof item === "string") };
    }

    /** An object's members; empty where there is none. */
    record(path: Path): Readonly<Record<string, unknown>> {
        const field = this.read<Record<string, unknown>>(
            path,
            "an object",
            (value) => typeof value === "object" && !Array.isArray(value),
        );
        return field.value === undefined || field.value instanceof Unknown ? {} : field.value;
    }

    private read<T>(path: Path, wanted: string, accepts: (value: unknown) => boolean): Field<T> {
        const value = valueAt(this.declared.object, path);
        if (value === undefined || value === null) return { path, value: undefined };
        if (value instanceof Unknown) return { path, value };
        if (value instanceof Secret) return { path, value: new Unknown(formatPath(path), value.identity) };
        if (accepts(value)) return { path, value: value as T };
        this.problems.push(
            findingAt(this.declared, path, {
                id: FIELD_TYPE,
                severity: "error",
                message: `${formatPath(path)} is ${show(value)}, not ${wanted}`,
                fix: `give ${wanted}`,
            }),
        );
        return { path, value: undefined };
    }
}

function show(value: unknown): string {
    if (Array.isArray(value)) return "a list";
    if (typeof value === "object") return "an object";
    const text = JSON.stringify(value) as string | undefined;
    return (text ?? typeof value).slice(0, 60);
}
