import type { Document, LineCounter } from "yaml";
import { isCollection, isMap, isNode, isScalar } from "yaml";
import type { Location, Path } from "../../model";

/** The line and column of a place in a YAML document; of its nearest parent where the place is not written. */
export function positionOf(
    document: Document.Parsed,
    lines: LineCounter,
    file: string,
    path: Path,
): Location {
    let offset = document.contents?.range[0] ?? 0;
    let node: unknown = document.contents;
    for (const segment of path) {
        if (!isCollection(node)) break;
        if (isMap(node)) {
            const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(segment));
            if (pair === undefined) break;
            if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
            node = pair.value;
        } else {
            node = node.items[Number(segment)];
            if (!isNode(node)) break;
            offset = node.range?.[0] ?? offset;
        }
    }
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
}
