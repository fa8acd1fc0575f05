import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseManifests } from "../../cli/manifests/read-manifests";
import { check, readFleet } from "../../model";

function parsed(text: string): Exclude<ReturnType<typeof parseManifests>, string> {
    const manifests = parseManifests(text, "pool.yaml");
    if (typeof manifests === "string") throw new Error(manifests);
    return manifests;
}

const SCALED_OBJECT = `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: worker, namespace: agents }
spec:
  scaleTargetRef: { name: worker }
  minReplicaCount: 9
  maxReplicaCount: 4
  triggers:
    - type: redis
      metadata: { address: "redis:6379", listName: tasks }
`;

describe("parseManifests", () => {
    it("points a finding at the line and column of the field", () => {
        const findings = check(readFleet(parsed(SCALED_OBJECT).declared));
        expect(findings.map(({ id, origin }) => ({ id, origin }))).toEqual([
            { id: "scale-bounds", origin: { file: "pool.yaml", line: 6, column: 3 } },
        ]);
    });

    it("points at the nearest place that was written when a field is missing", () => {
        const text = SCALED_OBJECT.replace("  maxReplicaCount: 4\n", "");
        const [finding] = check(readFleet(parsed(text).declared));
        expect(finding).toMatchObject({ id: "scale-max-stated", origin: { line: 4, column: 1 } });
    });

    it("reads several documents, the items of a List, and JSON", () => {
        const { declared } = parsed(
            `{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Service","metadata":{"name":"a"}}]}\n---\n${SCALED_OBJECT}`,
        );
        expect(declared.map(({ type }) => type)).toEqual([
            "kubernetes:core/v1:Service",
            "kubernetes:keda.sh/v1alpha1:ScaledObject",
        ]);
        expect(declared[0]?.origin(["metadata", "name"])).toEqual({ file: "pool.yaml", line: 1, column: 91 });
    });

    it("says which documents are no Kubernetes objects", () => {
        expect(parsed("a: 1\n---\n- b\n").skipped).toEqual([
            "pool.yaml:1: has no apiVersion and kind",
            "pool.yaml:3: is not an object",
        ]);
    });

    it("expands merge keys the way kubectl does", () => {
        const { declared } = parsed(
            "x: &x { name: a }\napiVersion: v1\nkind: Service\nmetadata: { <<: *x, namespace: b }\n",
        );
        expect(declared[0]?.object.metadata).toEqual({ name: "a", namespace: "b" });
    });

    it.each([
        ["broken YAML", "a: [1, 2\nb: }", /^pool\.yaml:\d+:\d+: is not valid YAML: /],
        [
            "a key that stands twice",
            "a: 1\na: 2\n",
            /^pool\.yaml:2:1: is not valid YAML: Map keys must be unique/,
        ],
        ["random bytes", "\u0000\u0001\u0002", /^pool\.yaml: is not text in UTF-8$/],
        ["an empty file", " \n\n", /^pool\.yaml: is empty$/],
    ])("refuses %s in one line", (_, text, message) => {
        expect(parseManifests(text, "pool.yaml")).toMatch(message);
    });

    it("refuses an alias bomb without expanding it", () => {
        const levels = Array.from({ length: 12 }, (_, level) =>
            level === 0
                ? "a0: &a0 [x, x]"
                : `a${level}: &a${level} [${Array(9)
                      .fill(`*a${level - 1}`)
                      .join(", ")}]`,
        );
        expect(parseManifests(levels.join("\n"), "bomb.yaml")).toMatch(/^bomb\.yaml: .*alias/i);
    });

    it("answers any text with objects or one line", () => {
        fc.assert(
            fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
                const result = parseManifests(text, "any.yaml");
                if (typeof result === "string") expect(result.split("\n")).toHaveLength(1);
                else check(readFleet(result.declared));
            }),
        );
    });
});
