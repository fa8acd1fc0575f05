import fc from "fast-check";
import type { ScalerField } from "../../../../model/triggers";

const item = fc.stringMatching(/^[a-z0-9:.-]{1,8}$/);

/** Arbitrary values that a field may have, other than those of text. */
export function valuesOf(field: ScalerField): fc.Arbitrary<unknown> {
    const { kind, positive, min, max, separator, choices } = field;
    switch (kind) {
        case "integer":
            return fc.integer({ min: positive === true ? 1 : (min ?? -1000), max: max ?? 2 ** 31 - 1 });
        case "number":
            return fc.double({
                min: positive === true ? 0.001 : (min ?? -1e9),
                max: max ?? 1e9,
                noNaN: true,
            });
        case "boolean":
            return fc.boolean();
        case "choice":
            return fc.constantFrom(...(choices?.values ?? []));
        case "signal":
            return fc.constantFrom("Total", "PerReplica", "Ratio", "Percentile");
        case "list":
            return fc.array(
                choices === undefined
                    ? item.filter((text) => !text.includes(separator ?? ","))
                    : fc.constantFrom(...choices.values),
                { minLength: 1, maxLength: 4 },
            );
        case "map":
            return fc.dictionary(item, item, { minKeys: 1, maxKeys: 3 });
        case "metadata":
            return fc.dictionary(fc.stringMatching(/^own[A-Z][a-z]{1,5}$/), item, { maxKeys: 3 });
        case "duration":
            return fc
                .integer({ min: positive === true ? 1 : 0, max: 10_000 })
                .map((seconds) => `${seconds}s`);
        default:
            return fc.stringMatching(/^[!-~]{1,12}$/);
    }
}
