import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseAllDocuments, stringify } from "yaml";
import type { KubernetesObject } from "../../model/declared";

/** Writes copies of files into a folder, the objects of each copy in a namespace of its own. */
export function writeCopies(files: readonly string[], folder: string, times: number): string[] {
    return files.flatMap((file) => {
        const objects = parseAllDocuments(readFileSync(file, "utf8")).map(
            (document) => document.toJS() as unknown,
        );
        const { name } = path.parse(file);
        return Array.from({ length: times }, (_, copy) => {
            const copied = path.join(folder, `${name}-${copy}.yaml`);
            const moved = objects
                .filter((object) => object !== null)
                .map((object) => inNamespace(object as KubernetesObject, `${name}-${copy}`));
            writeFileSync(copied, moved.map((object) => stringify(object)).join("---\n"));
            return copied;
        });
    });
}

function inNamespace(object: KubernetesObject, namespace: string): KubernetesObject {
    return { ...object, metadata: { ...object.metadata, namespace } };
}
