import { describe, expect, it } from "vitest";
import type { Guardrails, Impact, Rule } from "../../../model";
import { DEFAULT_GUARDRAILS, LEVELS, RULES, RULE_TAGS, check, levelOf, readFleet } from "../../../model";
import { deployment, scaledObject, unknown } from "./support/objects";

const rule = (severity: Rule["severity"], impact: Impact, from?: Rule["from"]): Rule => ({
    id: "made-up",
    severity,
    impact,
    tags: ["bounds"],
    title: "",
    why: "",
    source: "",
    ...(from === undefined ? {} : { from }),
    check: () => [],
});

const of = (profile: Guardrails["profile"], made: Rule): string =>
    levelOf(made, { profile, onUnknown: "advisory", rules: {} });

describe("the level of a rule", () => {
    it.each(["dev", "standard", "strict"] as const)("of what is impossible is mandatory in %s", (profile) => {
        expect(of(profile, rule("error", "low"))).toBe("mandatory");
    });

    it.each([
        ["low", ["advisory", "advisory", "advisory"]],
        ["medium", ["advisory", "advisory", "mandatory"]],
        ["high", ["advisory", "mandatory", "mandatory"]],
        ["critical", ["advisory", "mandatory", "mandatory"]],
    ] as const)("of what is doubtful with a %s impact follows from the profile", (impact, levels) => {
        expect(
            (["dev", "standard", "strict"] as const).map((each) => of(each, rule("warning", impact))),
        ).toEqual(levels);
    });

    it("is off in a profile that does not ask for the rule yet", () => {
        const made = rule("warning", "high", "standard");
        expect((["dev", "standard", "strict"] as const).map((each) => of(each, made))).toEqual([
            "off",
            "mandatory",
            "mandatory",
        ]);
        expect(of("standard", rule("warning", "low", "strict"))).toBe("off");
    });

    it.each(LEVELS)("is %s where the team chose it, for the impossible too", (level) => {
        const rules = { "made-up": { level, values: {} } };
        expect(levelOf(rule("error", "critical", "strict"), { ...DEFAULT_GUARDRAILS, rules })).toBe(level);
    });

    it("of every rule is known by a tag and an impact", () => {
        for (const { tags } of RULES) {
            expect(tags.length).toBeGreaterThan(0);
            expect(RULE_TAGS).toEqual(expect.arrayContaining([...tags]));
        }
    });
});

describe("the guardrails of a check", () => {
    const owned = [deployment({}, { spec: { replicas: 3 } }), scaledObject({})];
    const found = (guardrails: Partial<Guardrails>, objects = owned, id = "replicas-owned"): string[] =>
        check(readFleet(objects), RULES, { guardrails: { ...DEFAULT_GUARDRAILS, ...guardrails } })
            .filter((finding) => finding.id === id)
            .map(({ severity, exemption }) => (exemption === undefined ? severity : `exempt ${severity}`));

    it("decide what a doubtful breach counts for", () => {
        expect(found({})).toEqual(["warning"]);
        expect(found({ profile: "standard" })).toEqual(["error"]);
        expect(found({ rules: { "replicas-owned": { level: "off", values: {} } } })).toEqual([]);
        expect(
            found({ profile: "strict", rules: { "replicas-owned": { level: "advisory", values: {} } } }),
        ).toEqual(["warning"]);
    });

    it("leave a doubtful breach open to an exemption, however strict they are", () => {
        const exempt = JSON.stringify([{ rule: "replicas-owned", reason: "moving" }]);
        const objects = [
            deployment(
                {},
                { metadata: { annotations: { "agent-autoscaling/exempt": exempt } }, spec: { replicas: 3 } },
            ),
            scaledObject({}),
        ];
        expect(found({ profile: "strict" }, objects)).toEqual(["exempt error"]);
    });

    it("decide what a value counts for that is known only after apply", () => {
        const objects = [deployment({}), scaledObject({ maxReplicaCount: unknown() })];
        expect(found({}, objects, "scale-bounds")).toEqual(["note"]);
        expect(found({ onUnknown: "skip" }, objects, "scale-bounds")).toEqual([]);
        expect(found({ onUnknown: "mandatory" }, objects, "scale-bounds")).toEqual(["error"]);
    });

    it("change the level of no other rule", () => {
        const others = (guardrails: Guardrails): unknown =>
            check(readFleet(owned), RULES, { guardrails }).filter(({ id }) => id !== "replicas-owned");
        const off = {
            ...DEFAULT_GUARDRAILS,
            rules: { "replicas-owned": { level: "off", values: {} } },
        } as const;
        expect(others(off)).toEqual(others(DEFAULT_GUARDRAILS));
    });
});
