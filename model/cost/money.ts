/** Hours in a month, as clouds and OpenCost count (365 days of 24 hours, divided by twelve). */
export const HOURS_PER_MONTH = 730;

/** Made once and on first use: a format takes longer to make than to use, and most commands show no amount. */
const formats = new Map<number, Intl.NumberFormat>();

/** Money to the cent: what follows is noise of the arithmetic. */
export function roundToCents(usd: number): number {
    return Math.round(usd * 100) / 100;
}

/** Whether a budget pays for an amount, to the very cent. */
export function isWithinBudget(usd: number, budget: number): boolean {
    return roundToCents(usd) <= roundToCents(budget);
}

/**
 * An amount for a message: whole dollars from ten on, cents below.
 *
 * @example formatUsd(2836.4) // "$2,836"
 */
export function formatUsd(usd: number): string {
    return withDigits(usd, Math.abs(usd) >= 10 || usd === 0 ? 0 : 2);
}

/**
 * Two amounts for a message that compares them: with cents where whole dollars would show no difference.
 *
 * @example formatUsdApart(2836.4, 2836.39) // ["$2,836.40", "$2,836.39"]
 */
export function formatUsdApart(a: number, b: number): [string, string] {
    const [left, right] = [formatUsd(a), formatUsd(b)];
    return left === right ? [withDigits(a, 2), withDigits(b, 2)] : [left, right];
}

function withDigits(usd: number, digits: number): string {
    const format =
        formats.get(digits) ??
        new Intl.NumberFormat("en-US", {
            style: "currency",
            currency: "USD",
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
        });
    formats.set(digits, format);
    return format.format(usd);
}
