import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = path.resolve(__dirname, "../..");
const compiled = createRequire(path.join(ROOT, "dist/plugin/provider.js"));
const { constructorOf } = compiled("./constructors.js") as {
    constructorOf: (name: string) => { __pulumiType?: string } | undefined;
};

function schemaComponents(): string[] {
    const text = readFileSync(path.join(ROOT, "plugin/schema.json"), "utf8");
    return Object.keys((JSON.parse(text) as { resources: object }).resources);
}

describe("the classes of the plugin", () => {
    it.each(schemaComponents())("has %s, by the name that the schema has", (type) => {
        expect(constructorOf(type.slice(type.lastIndexOf(":") + 1))?.__pulumiType).toBe(type);
    });

    it("has none for another name", () => {
        expect(["Pool", "constructor", "toString"].map(constructorOf)).toEqual([
            undefined,
            undefined,
            undefined,
        ]);
    });
});
