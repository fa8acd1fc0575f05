import { parseAllDocuments } from "yaml";

const NOT_IN_KUBERNETES = new Set(["tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:binary"]);

/**
 * Reads the objects of a YAML text as `kubernetes:yaml:decode` does, for `yaml.ConfigFile` and `ConfigGroup`:
 * all documents, YAML 1.1 words (`yes`, `on`), no dates, empty documents left out.
 *
 * @throws {Error} when the text is not YAML; the message names line and column.
 */
export function decodeYaml(source: string): unknown[] {
    const documents = parseAllDocuments(source, {
        version: "1.1",
        customTags: (tags) =>
            tags.filter(
                (tag) =>
                    typeof tag === "string" ||
                    !(NOT_IN_KUBERNETES.has(tag.tag) || ("format" in tag && tag.format === "TIME")),
            ),
    });
    if (!Array.isArray(documents)) return [];
    return documents
        .map((document): unknown => {
            const [error] = document.errors;
            if (error !== undefined) throw new Error(`not valid YAML: ${error.message}`);
            return document.toJS() as unknown;
        })
        .filter((object) => typeof object === "object" && object !== null);
}
