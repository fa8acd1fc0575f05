import type { Leaf } from "../declared";
import { Unknown, isDeferred } from "../declared";

/** An identity as a leaf: plain text, or an `Unknown` that stands for the Output. */
export function leafOf(value: unknown, path: string): Leaf<string> {
    return (isDeferred(value) ? new Unknown(path, value) : value) as Leaf<string>;
}
