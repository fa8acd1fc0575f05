import { truncateSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readAnswers } from "../../cli/answers";
import { InputError } from "../../cli/input-error";
import { DEEPEST, LARGEST_BYTES, parseYaml } from "../../cli/read-yaml";
import { settingsOf } from "../../cli/settings-file";
import { Files } from "./support/command";

const files = new Files();
afterAll(() => {
    files.remove();
});

/** Lists in lists. */
const nested = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);

const aliases = (levels: number): string =>
    [
        "invokes: &a0 { x: y }",
        ...Array.from({ length: levels }, (_, level) => {
            const list = Array.from({ length: 9 }, () => `*a${level}`).join(", ");
            return `a${level + 1}: &a${level + 1} [${list}]`;
        }),
    ].join("\n");

/** A file of so many bytes, all of them nothing. */
function sized(name: string, bytes: number): string {
    const path = files.write(name, "");
    truncateSync(path, bytes);
    return path;
}

describe.each([
    ["answers", readAnswers],
    ["settings", (config: string) => settingsOf({ config })],
] as const)("a file of %s", (_what, read) => {
    it.each([
        ["is not there", join(files.folder, "none.yaml"), "there is no such file"],
        ["is a folder", files.folder, "cannot be read (EISDIR)"],
        ["is no YAML", files.write("broken.yaml", 'a: "b\n'), "is not valid YAML: Missing closing"],
        [
            "has keys that are no text",
            files.write("keys.yaml", "invokes: { [1, 2]: 3 }"),
            "is not valid YAML: ",
        ],
        ["has aliases of aliases", files.write("aliases.yaml", aliases(6)), "Excessive alias count"],
        [
            "is deeper than anyone writes",
            files.write("deep.yaml", nested(100_000)),
            "is nested deeper than 200 levels",
        ],
        [
            "is larger than anyone writes",
            sized("large.yaml", LARGEST_BYTES + 1),
            "has 10000001 bytes; at most 10000000 are read",
        ],
    ])("is refused in one line where it %s", async (_why, path, message) => {
        const refused = await read(path).then(
            () => undefined,
            (error: unknown) => error,
        );
        expect(refused).toBeInstanceOf(InputError);
        const [line = "", ...others] = (refused as InputError).message.split("\n");
        expect(line.startsWith(`${path}:`)).toBe(true);
        expect(line).toContain(`: ${message}`);
        expect(others).toEqual([]);
    });
});

describe("a text", () => {
    it.each([
        ["lists", nested],
        ["maps in lines", (levels: number) => `${"{ a: ".repeat(levels)}1${" }".repeat(levels)}`],
        ["dashes", (levels: number) => `${"- ".repeat(levels - 1)}[a]`],
        [
            "maps",
            (levels: number) => Array.from({ length: levels }, (_, at) => `${" ".repeat(at)}a:`).join("\n"),
        ],
    ])("is read near the deepest level, and refused in one line beyond it: %s", (_what, text) => {
        expect(parseYaml(text(DEEPEST - 1), "a.yaml")).toMatchObject({ documents: [{}] });
        for (const levels of [DEEPEST + 1, 5000]) {
            expect(parseYaml(text(levels), "a.yaml")).toBe("a.yaml: is nested deeper than 200 levels");
        }
    });

    it("may say a thing once, and more than one document only where it is a manifest", async () => {
        const merged = "invokes:\n    a: &a { id: x }\n    b: { <<: *a, more: y }\n";
        const path = files.write("merge.yaml", merged);
        expect(await readAnswers(path)).toEqual({
            invokes: { a: { id: "x" }, b: { id: "x", more: "y" } },
        });
        const two = files.write("two.yaml", `${merged}---\n${merged}`);
        await expect(readAnswers(two)).rejects.toThrow(`${two}: has more than one document`);
    });
});

describe("answers", () => {
    it("are invokes and stacks, as YAML or JSON", async () => {
        const yaml = files.write(
            "answers.yaml",
            "invokes: { 'aws:a:b': { id: x } }\nstacks: { s: { o: 1 } }\n",
        );
        const answers = { invokes: { "aws:a:b": { id: "x" } }, stacks: { s: { o: 1 } } };
        expect(await readAnswers(yaml)).toEqual(answers);
        expect(await readAnswers(files.write("answers.json", JSON.stringify(answers)))).toEqual(answers);
    });

    it.each(["", "[]", "text", "invoke: {}", "invokes: {}\nmore: {}", "null"])(
        "are refused where they are something else: %j",
        async (text) => {
            const path = files.write("other.yaml", text);
            await expect(readAnswers(path)).rejects.toThrow(
                `${path}: must be an object with invokes or stacks`,
            );
        },
    );
});

describe("aliases", () => {
    /** Each value is used fifty times, as a template is. */
    const uses = (count: number): string =>
        Array.from({ length: count }, (_, n) => {
            const at = Math.floor(n / 50);
            return n % 50 === 0 ? `a${at}: &a${at} 1\nk${n}: *a${at}` : `k${n}: *a${at}`;
        }).join("\n");
    const chain = (count: number): string =>
        ["k0: &a0 1", ...Array.from({ length: count }, (_, n) => `k${n + 1}: &a${n + 1} [*a${n}]`)].join(
            "\n",
        );

    it("are refused where there are more than anyone writes, before they are followed", () => {
        expect(parseYaml(chain(20_000), "a.yaml")).toBe("a.yaml: has more than 1000 aliases");
        expect(parseYaml(uses(1001), "a.yaml")).toBe("a.yaml: has more than 1000 aliases");
    });

    it("are read up to that number", () => {
        const read = parseYaml(uses(1000), "a.yaml");
        if (typeof read === "string") throw new Error(read);
        expect(read.documents[0]?.value).toMatchObject({ a0: 1, k999: 1 });
    });

    it("are not seen in texts that look like one", () => {
        const lines = Array.from({ length: 2000 }, (_, n) => `- "*a${n}"`);
        const block = `text: |\n${"  *not an alias\n".repeat(2000)}`;
        expect(parseYaml(lines.join("\n"), "a.yaml")).not.toBeTypeOf("string");
        expect(parseYaml(block, "a.yaml")).not.toBeTypeOf("string");
    });
});
