import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Breach, Declared, Finding, Path, Rule, Settings } from "../../../model";
import { RULES, Unknown, check, formatPath, readFleet, settingValues } from "../../../model";
import { DAY, exampleOf, settingsBeside } from "../../../scripts/pages/rule-examples.mjs";

function firstBreach(
    rule: Rule,
    declared: readonly Declared[],
    { guardrails, platform }: Settings,
): Breach | undefined {
    const context = {
        ids: RULES.map(({ id }) => id),
        today: DAY,
        settings: settingValues(rule, guardrails),
        settingsOf: (other: Rule) => settingValues(other, guardrails),
    };
    return [...rule.check(readFleet(declared, platform), context)].find(
        ({ severity }) => severity !== "note",
    );
}

/** The same object with a value that is known only after apply at a place. */
function unknownAt(object: unknown, path: Path, at = 0): unknown {
    const [segment] = path.slice(at);
    if (segment === undefined) return new Unknown(path.join("."), Symbol("output"));
    const within = typeof object === "object" && object !== null ? object : {};
    const value = unknownAt((within as Record<string | number, unknown>)[segment], path, at + 1);
    return Array.isArray(within)
        ? within.map((item: unknown, index) => (index === segment ? value : item))
        : { ...within, [segment]: value };
}

const NAMES = "a name that is an output is one of its own, as long as no other is the same output";

/** Where a value that is not known is as good as one that holds, and why. */
const PASSED_OVER: Readonly<Record<string, string>> = {
    "container-image": "an image that is an output is there",
    "image-tag": "an image that is an output is one that the program has built or looked up",
    "scale-target": "a name that is an output is there",
    "secret-in-metadata":
        "an address that is an output tells nothing; credentials by their key are found all the same",
    "quota-present": "a namespace whose name is an output may have its quota elsewhere",
    "hpa-name-unique": NAMES,
    "job-repeats": NAMES,
    "object-names": NAMES,
    "one-scaler-per-target": NAMES,
    "selector-shared": NAMES,
    "trigger-identity": NAMES,
    "vertical-single": NAMES,
};

const WITH_MANIFESTS = RULES.filter(({ id }) => {
    const file = `examples/rules/${id}.yaml`;
    return existsSync(file) && !readFileSync(file, "utf8").includes("\nresources:") && !(id in PASSED_OVER);
});

describe("a value that is known only after apply, in place of one that breaks a rule", () => {
    it.each(WITH_MANIFESTS.map((rule) => [rule.id, rule] as const))(
        "is not passed over: %s",
        async (id, rule) => {
            const { declared } = await exampleOf(id);
            const settings = settingsBeside(rule);
            const breach = firstBreach(rule, declared, settings);
            expect(breach).toBeDefined();
            if (breach === undefined) return;
            const hidden = declared.map((each) =>
                each === breach.declared
                    ? { ...each, object: unknownAt(each.object, breach.path) as Declared["object"] }
                    : each,
            );
            const guardrails = { ...settings.guardrails, profile: "strict", onUnknown: "mandatory" } as const;
            const found = check(readFleet(hidden, settings.platform), RULES, { today: DAY, guardrails });
            const before = check(readFleet(declared, settings.platform), RULES, { today: DAY, guardrails });
            const place = (finding: Finding): string => `${finding.id} ${finding.path} ${finding.message}`;
            const known = new Set(before.map(place));
            const isSaid = (finding: Finding): boolean =>
                !known.has(place(finding)) || (finding.id === id && finding.path === formatPath(breach.path));
            expect(found.filter(isSaid)).not.toEqual([]);
        },
    );
});
