import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("shows in its documents what the commands print", () => {
    // Throws with the names of the stale files when one is not up to date.
    execFileSync(process.execPath, ["scripts/docs.mjs", "--check"], { stdio: "pipe" });
    const readme = readFileSync("README.md", "utf8");
    const [, shown = ""] = /<!-- output: preview -->\n\n```text\n([^]*?)```/.exec(readme) ?? [];
    expect(shown.trimEnd().split("\n").at(-1)).toBe("1 pool: no findings");
});
