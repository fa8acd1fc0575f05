/** Hours in a month, as clouds and OpenCost count (365 days of 24 hours, divided by twelve). */
export const HOURS_PER_MONTH = 730;

/**
 * An amount for a message: whole dollars from ten on, cents below.
 *
 * @example formatUsd(2836.4) // "$2,836"
 */
export function formatUsd(usd: number): string {
    const digits = Math.abs(usd) >= 10 || usd === 0 ? 0 : 2;
    return usd.toLocaleString("en-US", {
        style: "currency",
        currency: "USD",
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
    });
}
