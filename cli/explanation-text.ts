import type { Explanation } from "../model";
import { showLeaf } from "../model";
import { section } from "./section";

/** What one scaler will do, under its name. */
export function explanationLines({ kind, namespace, name, sentences }: Explanation): string[] {
    const place = namespace === undefined ? "" : `${showLeaf(namespace)}/`;
    return section(
        `What ${kind} ${place}${showLeaf(name ?? "")} will do`,
        sentences.map(({ text }) => text),
    );
}
