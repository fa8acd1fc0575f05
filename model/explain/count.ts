/** A number in a sentence, without the noise of binary fractions: `0.3`, not `0.30000000000000004`. */
export function plainNumber(value: number): string {
    return String(Number(value.toPrecision(12)));
}

/**
 * A number with its unit, singular for one.
 *
 * @example count(1, "replicas") // "1 replica"
 */
export function count(value: number, plural: string): string {
    return `${plainNumber(value)} ${value === 1 ? plural.replace(/s$/, "") : plural}`;
}
