import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";

describe("the generated arguments and table", () => {
    it("are what the catalogue gives", () => {
        const check = spawnSync(process.execPath, ["scripts/generate.mjs", "--check"], {
            cwd: path.resolve(__dirname, "../../.."),
            encoding: "utf8",
        });
        expect({ said: check.stderr, status: check.status }).toEqual({ said: "", status: 0 });
    });
});
