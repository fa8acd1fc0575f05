import { describe, expect, it } from "vitest";
import { Secret, Unknown, formatPath, valueAt } from "../../../model/declared";

describe("formatPath", () => {
    it.each([
        [["spec", "triggers", 0, "metadata", "listName"], "spec.triggers[0].metadata.listName"],
        [
            ["metadata", "annotations", "agent-autoscaling/intent"],
            'metadata.annotations["agent-autoscaling/intent"]',
        ],
        [["pulumi-name"], "pulumi-name"],
        [[0], "[0]"],
        [["a b"], '["a b"]'],
        [['say "x"'], '["say \\"x\\""]'],
        [["1st"], '["1st"]'],
        [[], ""],
    ])("writes %j as a person would", (path, text) => {
        expect(formatPath(path)).toBe(text);
    });
});

describe("valueAt", () => {
    const object = { spec: { list: [{ name: "a" }], nothing: null, zero: 0 } };

    it("finds what is there", () => {
        expect(valueAt(object, ["spec", "list", 0, "name"])).toBe("a");
        expect(valueAt(object, ["spec", "nothing"])).toBeNull();
        expect(valueAt(object, ["spec", "zero"])).toBe(0);
        expect(valueAt(object, [])).toBe(object);
    });

    it.each([
        [["spec", "list", 1]],
        [["spec", "list", 1, "name"]],
        [["spec", "nothing", "deeper"]],
        [["spec", "zero", "deeper"]],
        [["constructor"]],
        [["spec", "__proto__"]],
        [["spec", "list", "map"]],
    ])("gives undefined for %j, which is not there", (path) => {
        expect(valueAt(object, path)).toBeUndefined();
    });

    it("stops at what is not known yet, so that it never looks like an absent field", () => {
        const unknown = new Unknown("x", {});
        const secret = new Secret("s");
        expect(valueAt({ spec: unknown }, ["spec", "replicas"])).toBe(unknown);
        expect(valueAt({ spec: unknown }, ["spec"])).toBe(unknown);
        expect(valueAt({ data: secret }, ["data", "key", 0])).toBe(secret);
        expect(valueAt(unknown, ["leaf"])).toBe(unknown);
    });
});
