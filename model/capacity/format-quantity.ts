import type { Quantity } from "./quantity";

const BINARY_UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

/** A number with at most so many decimals and no trailing zeros. */
function decimals(value: number, digits: number): string {
    return String(Number(value.toFixed(digits)));
}

/**
 * An amount of cpu for a message: whole and broken cores in vCPU, less than one core in millicores.
 *
 * @example formatCpu of `2` is "2 vCPU", of `1500m` "1.5 vCPU", of `0.25` "250m"
 */
export function formatCpu(quantity: Quantity): string {
    const cores = quantity.toNumber();
    if (cores !== 0 && Math.abs(cores) < 1) return quantity.toString();
    return `${decimals(cores, 3)} vCPU`;
}

/**
 * An amount of memory for a message, in the largest binary unit that is not larger than it, with two decimals.
 *
 * @example formatMemory of `8Gi` is "8 GiB", of `2G` "1.86 GiB", of `1536Mi` "1.5 GiB"
 */
export function formatMemory(quantity: Quantity): string {
    let value = quantity.toNumber();
    let unit = 0;
    while (Math.abs(Number(value.toFixed(2))) >= 1024 && unit < BINARY_UNITS.length - 1) {
        value /= 1024;
        unit++;
    }
    return `${decimals(value, unit === 0 ? 3 : 2)} ${BINARY_UNITS[unit] ?? ""}`;
}
