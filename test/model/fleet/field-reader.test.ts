import { describe, expect, it } from "vitest";
import { FieldReader } from "../../../model/fleet/field-reader";
import { declared, secret, unknown } from "../rules/support/objects";

function reader(spec: unknown): FieldReader {
    return new FieldReader(declared({ apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, spec }));
}

describe("FieldReader", () => {
    it("reads each kind of field with its path", () => {
        expect(reader(2_147_483_647).integer(["spec"]).value).toBe(2_147_483_647);
        const fields = reader({ count: 3, text: "x", flag: false, list: ["a", "b"], object: { a: 1 } });
        expect(fields.integer(["spec", "count"])).toEqual({ path: ["spec", "count"], value: 3 });
        expect(fields.text(["spec", "text"]).value).toBe("x");
        expect(fields.boolean(["spec", "flag"]).value).toBe(false);
        expect(fields.list(["spec", "list"])).toEqual([
            { path: ["spec", "list", 0], value: "a" },
            { path: ["spec", "list", 1], value: "b" },
        ]);
        expect(fields.record(["spec", "object"])).toEqual({ a: 1 });
        expect(fields.name(["spec", "text"])).toBe("x");
        expect(fields.problems).toEqual([]);
    });

    it("takes what is missing and null for absent, and an empty text only where it is asked to", () => {
        const fields = reader({ nothing: null, empty: "" });
        for (const path of [
            ["spec", "nothing"],
            ["spec", "missing"],
            ["spec", "missing", "deeper"],
        ]) {
            expect(fields.integer(path).value).toBeUndefined();
            expect(fields.list(path)).toEqual([]);
            expect(fields.record(path)).toEqual({});
            expect(fields.name(path)).toBeUndefined();
            expect(fields.has(path)).toBe(false);
        }
        expect(fields.text(["spec", "empty"]).value).toBe("");
        expect(fields.textUnlessEmpty(["spec", "empty"]).value).toBeUndefined();
        expect(fields.has(["spec", "empty"])).toBe(true);
        expect(fields.problems).toEqual([]);
    });

    it("reports a wrong type with what it is and what it should be, and reads it as absent", () => {
        const fields = reader({ a: "3", b: 2.5, c: 3_000_000_000, d: 5, e: "true", f: {}, g: [], h: 7 });
        expect(fields.integer(["spec", "a"]).value).toBeUndefined();
        fields.integer(["spec", "b"]);
        fields.integer(["spec", "c"]);
        fields.text(["spec", "d"]);
        fields.boolean(["spec", "e"]);
        fields.list(["spec", "f"]);
        fields.record(["spec", "g"]);
        fields.name(["spec", "h"]);
        expect(fields.problems.map(({ message }) => message)).toEqual([
            'spec.a is "3", not a whole number of 32 bits',
            "spec.b is 2.5, not a whole number of 32 bits",
            "spec.c is 3000000000, not a whole number of 32 bits",
            "spec.d is 5, not text",
            'spec.e is "true", not true or false',
            "spec.f is an object, not a list",
            "spec.g is a list, not an object",
            "spec.h is 7, not text",
        ]);
        expect(fields.problems[0]).toMatchObject({
            id: "field-type",
            severity: "error",
            fix: "give a whole number of 32 bits",
            path: "spec.a",
            origin: { argument: "spec.a" },
            resource: { kind: "Pod", name: "a" },
        });
    });

    it("cuts a long value in its message", () => {
        const fields = reader("x".repeat(100_000));
        fields.integer(["spec"]);
        expect(fields.problems[0]?.message.length).toBeLessThan(120);
    });

    it("hands on what is not known, also from above, and never shows a secret", () => {
        const leaf = unknown("id");
        const fields = reader({ a: leaf, b: secret("hunter2"), c: leaf });
        expect(fields.integer(["spec", "a"]).value).toBe(leaf);
        expect(fields.integer(["spec", "c", "deeper"]).value).toBe(leaf);
        expect(fields.integer(["spec", "b"]).value).toMatchObject({ leaf: "unknown", path: "spec.b" });
        expect(fields.name(["spec", "b"])).toMatchObject({ leaf: "secret" });
        expect(fields.list(["spec", "a"])).toEqual([]);
        expect(fields.record(["spec", "a"])).toEqual({});
        expect([
            fields.isUnknown(["spec", "a"]),
            fields.isUnknown(["spec", "b"]),
            fields.has(["spec", "a"]),
        ]).toEqual([true, true, true]);
        expect(fields.isUnknown(["spec"])).toBe(false);
        expect(fields.problems).toEqual([]);
    });
});
