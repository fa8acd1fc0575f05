import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { editText } from "../../cli/manifests/edit-text";

const TEXT = `# the workers
kind: Deployment
spec:
    replicas: 3 # until the autoscaler came
    template:
        spec: { containers: [] }
---
kind: PodDisruptionBudget
spec:
    maxUnavailable: 1
`;
const at = (line: number, column: number) => ({ file: "a.yaml", line, column });

describe("edits of a file", () => {
    it("take a field away with its line, and leave every other character", () => {
        const { text, edited } = editText(TEXT, [{ at: at(4, 5) }]);
        expect(text).toBe(TEXT.replace("    replicas: 3 # until the autoscaler came\n", ""));
        expect(edited).toHaveLength(1);
    });

    it("write a field that is not there before the first of its neighbours, as they are indented", () => {
        const edit = { at: at(9, 1), member: "unhealthyPodEvictionPolicy", value: "AlwaysAllow" };
        expect(editText(TEXT, [edit]).text).toBe(
            TEXT.replace(
                "    maxUnavailable",
                "    unhealthyPodEvictionPolicy: AlwaysAllow\n    maxUnavailable",
            ),
        );
    });

    it("exchange a value that is there", () => {
        expect(editText(TEXT, [{ at: at(10, 5), value: "50%" }]).text).toBe(
            TEXT.replace("maxUnavailable: 1", "maxUnavailable: 50%"),
        );
    });

    it("make several changes at once, each once", () => {
        const remove = { at: at(4, 5) };
        const { text, edited } = editText(TEXT, [remove, { at: at(10, 5), value: 2 }, remove]);
        expect(text).not.toContain("replicas");
        expect(text).toContain("maxUnavailable: 2");
        expect(edited).toHaveLength(2);
    });

    it.each([
        ["a field in one line with others", "spec: { replicas: 3, paused: true }\n", { at: at(1, 9) }],
        ["the only field of what holds it", "spec:\n    replicas: 3\n", { at: at(2, 5) }],
        ["a field behind the dash of a list", "- replicas: 3\n  paused: true\n", { at: at(1, 3) }],
        ["a place where no field begins", "spec:\n    replicas: 3\n    paused: true\n", { at: at(2, 6) }],
        ["a line that is not there", "spec:\n    replicas: 3\n    paused: true\n", { at: at(9, 1) }],
        ["a value that is no scalar", "spec:\n    a: [1]\n    b: 2\n", { at: at(2, 5), value: 1 }],
        ["what holds the field in one line", "spec: { a: 1 }\n", { at: at(1, 1), member: "b", value: 1 }],
        ["text that is no YAML", 'a: "b\n', { at: at(1, 1) }],
    ])("leave alone %s", (_what, text, edit) => {
        expect(editText(text, [edit])).toEqual({ text, edited: [] });
    });

    it("change nothing but the field, whatever stands around it", () => {
        const value = fc.oneof(fc.string({ maxLength: 8 }), fc.integer(), fc.boolean());
        fc.assert(
            fc.property(
                fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 2, maxLength: 6 }),
                fc.array(value, { minLength: 6, maxLength: 6 }),
                fc.nat(),
                value,
                (names, values, pick, written) => {
                    const lines = names.map((name, index) => `  ${name}: ${JSON.stringify(values[index])}`);
                    const text = `spec:\n${lines.join("\n")}\n`;
                    const index = pick % names.length;
                    const name = names[index] ?? "";
                    const place = at(index + 2, 3);
                    const before = Object.fromEntries(names.map((each, i) => [each, values[i]]));
                    expect(parse(editText(text, [{ at: place, value: written }]).text)).toEqual({
                        spec: { ...before, [name]: written },
                    });
                    const rest = Object.fromEntries(Object.entries(before).filter(([each]) => each !== name));
                    expect(parse(editText(text, [{ at: place }]).text)).toEqual({ spec: rest });
                },
            ),
        );
    });
});
