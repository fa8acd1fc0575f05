import { Quantity, parseQuantity } from "../capacity";

/**
 * A quantity in the form in which the API server gives it back, so that what was written and what is there are one
 * text.
 */
export function canonicalQuantity(text: string): string {
    const quantity = parseQuantity(text);
    if (!(quantity instanceof Quantity)) throw new Error(`${text} is a quantity by its shape`);
    return quantity.toString();
}
