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

/**
 * A time in a sentence: seconds up to two minutes, then minutes and hours.
 *
 * @example duration(135) // "2 min 15 s"
 */
export function duration(seconds: number): string {
    if (seconds < 120) return `${plainNumber(seconds)} s`;
    const whole = Math.round(seconds);
    const parts = [
        [Math.floor(whole / 3600), "h"],
        [Math.floor((whole % 3600) / 60), "min"],
        [whole % 60, "s"],
    ] as const;
    return parts
        .filter(([amount]) => amount > 0)
        .slice(0, 2)
        .map(([amount, unit]) => `${amount} ${unit}`)
        .join(" ");
}
