import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULES } from "../../model";
import { judgeExample } from "../../scripts/pages/rule-examples.mjs";

/** Warnings of other rules that an example cannot do without: an exemption that has run out leaves its breach. */
const BESIDE: Readonly<Record<string, readonly string[]>> = { exemption: ["scaler-paused"] };

describe("the example of each rule", () => {
    it.each(RULES.map((rule) => [rule.id, rule] as const))("%s breaks it, and no other", async (id, rule) => {
        const { own, others } = await judgeExample(id);
        // The worst comes first; a warning may count as an error in the profile that asks for it.
        expect(rule.severity === "error" ? ["error"] : ["error", "warning"]).toContain(own[0]?.severity);
        expect(own.length).toBeLessThanOrEqual(2);
        expect(others.map((finding) => `${finding.severity} ${finding.id}`)).toEqual(
            (BESIDE[id] ?? []).map((other) => `warning ${other}`),
        );
    });

    it("is of a rule that there is", () => {
        const ids = new Set(readdirSync("examples/rules").map((file) => file.split(".", 1)[0]));
        expect([...ids].filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([]);
    });
});
