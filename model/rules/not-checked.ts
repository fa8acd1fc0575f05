import type { Declared, Path } from "../declared";
import { formatPath } from "../declared";
import type { Breach } from "./rule";

/**
 * The note for a value that is known only after apply: which one, and what is not checked for it. Each value is
 * noted once, by the rule that it belongs to; other rules that read it stay quiet then.
 */
export function notChecked(declared: Declared, path: Path, what = formatPath(path)): Breach {
    return {
        declared,
        path,
        severity: "note",
        isUnknown: true,
        message: `${what} is known only after apply, so it is not checked`,
        fix: "give it as a plain value",
    };
}
