import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RULES } from "../../../model/rules";

const ROOM = join(__dirname, "../../../model/rules");
const TESTS = __dirname;

describe("the registry of rules", () => {
    const ids = RULES.map(({ id }) => id);

    it("is sorted by id, with ids in kebab case, each once", () => {
        expect(ids).toEqual([...new Set(ids)].sort());
        for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    });

    it("holds every rule that has a file, and no other", async () => {
        const files = readdirSync(ROOM).filter((file) => file.endsWith(".ts") && file !== "registry.ts");
        const modules = await Promise.all(
            files.map(async (file) => ({
                id: file.replace(/\.ts$/, ""),
                exports: Object.values((await import(join(ROOM, file))) as Record<string, unknown>),
            })),
        );
        const rules = modules.filter(({ id, exports }) =>
            exports.some((value) => (value as { id?: unknown } | null)?.id === id),
        );
        expect(rules.map(({ id }) => id).sort()).toEqual(ids);
    });

    it("says of each rule what must hold, what happens otherwise, and how we know", () => {
        for (const { id, title, why, source, severity } of RULES) {
            expect(title, id).toMatch(/^[A-Z].{15,140}\.$/);
            expect(why, id).toMatch(/^[A-Z].{30,160}\.$/);
            expect(source.length, id).toBeGreaterThan(10);
            expect(["error", "warning"], id).toContain(severity);
        }
    });

    it("has a test for each rule, under its id", () => {
        const tests = new Set(readdirSync(TESTS));
        expect(ids.filter((id) => !tests.has(`${id}.test.ts`))).toEqual([]);
    });
});
