import { describe, expect, it } from "vitest";
import { isAutoNamed, standInName, withName } from "../../../cli/offline/child/auto-name";
import { decodeYaml } from "../../../cli/offline/child/decode-yaml";
import { unknownValue } from "../../../cli/offline/child/unknown-value";
import { urnOf } from "../../../cli/offline/child/urn";
import { SIGNATURE, Signature, UNKNOWN } from "../../../cli/offline/wire";

describe("the stand-in for an automatic name", () => {
    it("is the same in every run and another one for every resource", () => {
        expect(standInName("web", "urn:a")).toBe(standInName("web", "urn:a"));
        expect(standInName("web", "urn:a")).not.toBe(standInName("web", "urn:b"));
        expect(standInName("web", "urn:a")).toMatch(/^web-[0-9a-f]{8}$/);
    });

    it("is given only where the author gave no name", () => {
        expect(withName({}, "x")).toEqual({ metadata: { name: "x" } });
        expect(withName({ metadata: { labels: {} }, spec: 1 }, "x")).toEqual({
            metadata: { labels: {}, name: "x" },
            spec: 1,
        });
        expect(withName({ metadata: { name: "own" } }, "x")).toBeUndefined();
        expect(withName({ metadata: { generateName: "own-" } }, "x")).toBeUndefined();
        expect(withName({ metadata: UNKNOWN }, "x")).toBeUndefined();
    });

    it("goes into metadata that is an output or a secret", () => {
        const secret = { [SIGNATURE]: Signature.Secret, value: { labels: {} } };
        expect(withName({ metadata: secret }, "x")).toEqual({
            metadata: { ...secret, value: { labels: {}, name: "x" } },
        });
        expect(withName({ metadata: { [SIGNATURE]: Signature.OutputValue } }, "x")).toBeUndefined();
    });

    it("is for Kubernetes objects only", () => {
        expect(isAutoNamed("kubernetes:apps/v1:Deployment", true)).toBe(true);
        expect(isAutoNamed("kubernetes:helm.sh/v3:Release", true)).toBe(false);
        expect(isAutoNamed("kubernetes:apps/v1:DeploymentPatch", true)).toBe(false);
        expect(isAutoNamed("kubernetes:yaml:ConfigFile", false)).toBe(false);
        expect(isAutoNamed("aws:sqs/queue:Queue", true)).toBe(false);
    });
});

describe("URNs", () => {
    it("carry the types of all components above, but not the stack", () => {
        const stack = urnOf("p", "s", "", "pulumi:pulumi:Stack", "p-s");
        const outer = urnOf("p", "s", stack, "a:b:Outer", "o");
        const inner = urnOf("p", "s", outer, "a:b:Inner", "i");
        expect(outer).toBe("urn:pulumi:s::p::a:b:Outer::o");
        expect(urnOf("p", "s", inner, "x:y:Z", "z")).toBe("urn:pulumi:s::p::a:b:Outer$a:b:Inner$x:y:Z::z");
    });
});

describe("the value of a function that nobody answered", () => {
    const value = unknownValue as Record<string, string[]> & { id: string };

    it("ends as Pulumi's mark for unknown in whatever text is made of it", () => {
        expect(`arn:${value.id}`).toBe(`arn:${UNKNOWN}`);
        expect(JSON.stringify({ a: value })).toBe(`{"a":"${UNKNOWN}"}`);
        expect(value["names"]?.slice(0, 2).map((name) => `z-${name}`)).toEqual([`z-${UNKNOWN}`]);
        expect(value.id.toLowerCase()).toBe(UNKNOWN);
    });

    it("can be awaited, taken apart and walked", async () => {
        const { nested } = (await Promise.resolve(unknownValue)) as { nested: { deeper: string[] } };
        const [first] = nested.deeper;
        expect(String(first)).toBe(UNKNOWN);
        expect([...nested.deeper]).toHaveLength(1);
    });
});

describe("decodeYaml", () => {
    it("reads all documents, with the words that Kubernetes takes as booleans", () => {
        expect(decodeYaml("kind: A\non: yes\nat: 2026-01-01\ntime: 12:30:45\n---\n---\nkind: B\n")).toEqual([
            { kind: "A", true: true, at: "2026-01-01", time: "12:30:45" },
            { kind: "B" },
        ]);
    });

    it("says where a text is not YAML", () => {
        expect(() => decodeYaml("a: [1\nb: 2")).toThrow(/not valid YAML: .*line 2/s);
    });

    it("ends on a bomb of aliases", () => {
        const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
        for (let i = 1; i < 12; i++)
            lines.push(
                `a${i}: &a${i} [${Array(10)
                    .fill(`*a${i - 1}`)
                    .join(", ")}]`,
            );
        expect(() => decodeYaml(lines.join("\n"))).toThrow(/alias/);
    });
});
