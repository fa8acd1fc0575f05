import type { Declared } from "../declared";
import type { Field } from "../fleet";
import { isUnknown, known } from "../fleet";
import { notChecked } from "./not-checked";
import type { Breach } from "./rule";

/** More of a text than a message shows. */
const LONGEST_SHOWN = 80;

/** A field that the API takes one of a few words for; any other is refused, whatever the rule says of its own breaches. */
export function* oneOfValues(
    declared: Declared,
    field: Field<string>,
    choices: readonly string[],
): Generator<Breach> {
    if (isUnknown(field)) yield notChecked(declared, field.path);
    const value = known(field);
    if (value === undefined || choices.includes(value)) return;
    yield {
        declared,
        path: field.path,
        severity: "error",
        message: `${String(field.path.at(-1))} is ${JSON.stringify(value.slice(0, LONGEST_SHOWN))}`,
        fix: `use ${choices.join(" or ")}`,
    };
}
