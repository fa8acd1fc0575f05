import type { Declared, Path } from "../declared";
import { formatPath } from "../declared";

/**
 * Whether an update leaves a place as it is: by its own property path, or by that of something around it, in any form
 * that Pulumi takes (`spec.replicas`, `spec["replicas"]`, `spec.*`, `*`).
 */
export function ignoresChanges({ options }: Declared, path: Path): boolean {
    const places = new Set(["", ...path.map((_, index) => formatPath(path.slice(0, index + 1)))]);
    return options.ignoreChanges?.some((ignored) => places.has(plain(ignored))) === true;
}

function plain(propertyPath: string): string {
    return propertyPath
        .replaceAll(/\["([^"]*)"\]/g, ".$1")
        .replace(/(^|\.)\*$/, "")
        .replace(/^\./, "");
}
