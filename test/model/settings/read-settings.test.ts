import { describe, expect, it } from "vitest";
import type { Guardrails } from "../../../model";
import { DEFAULT_GUARDRAILS, readSettings } from "../../../model";

const messages = (value: unknown): string[] => {
    const read = readSettings(value);
    return "problems" in read ? read.problems.map(({ message, fix }) => `${message}; ${fix}`) : [];
};

const guardrails = (value: unknown, defaults?: Guardrails): Guardrails => {
    const read = readSettings(value, defaults);
    if ("problems" in read) throw new Error(read.problems.map(({ message }) => message).join("; "));
    return read.settings.guardrails;
};

describe("settings", () => {
    it.each([undefined, null, {}])("that say nothing are the defaults: %j", (value) => {
        expect(readSettings(value)).toEqual({ settings: { guardrails: DEFAULT_GUARDRAILS, platform: {} } });
    });

    it("take a profile, what unknown values count for, levels of rules, and facts of the cluster", () => {
        expect(
            readSettings({
                profile: "strict",
                onUnknown: "mandatory",
                rules: { "image-tag": "off", "spot-grace": { level: "mandatory" } },
                platform: { provider: "eks", kubernetesVersion: "1.36" },
            }),
        ).toEqual({
            settings: {
                guardrails: {
                    profile: "strict",
                    onUnknown: "mandatory",
                    rules: {
                        "image-tag": { level: "off", values: {} },
                        "spot-grace": { level: "mandatory", values: {} },
                    },
                },
                platform: { provider: "eks", kubernetesVersion: "1.36" },
            },
        });
    });

    it("stand on top of the defaults of the one who asks", () => {
        const defaults: Guardrails = {
            profile: "standard",
            onUnknown: "mandatory",
            rules: { "image-tag": { level: "off", values: {} } },
        };
        expect(guardrails({ rules: { "spot-grace": "advisory" } }, defaults)).toEqual({
            ...defaults,
            rules: { ...defaults.rules, "spot-grace": { level: "advisory", values: {} } },
        });
    });

    it.each([
        ["a misspelt rule", { rules: { "image-tags": "off" } }, /^rules\.image-tags .*image-tag\b/],
        [
            "a rule named like a member of every object",
            { rules: { constructor: "off" } },
            /^rules\.constructor/,
        ],
        ["a misspelt level", { rules: { "image-tag": "advisry" } }, /^rules\.image-tag\.level .*advisory/],
        ["a level of another type", { rules: { "image-tag": 3 } }, /^rules\.image-tag /],
        ["a key that the rule has not", { rules: { "image-tag": { tags: 1 } } }, /^rules\.image-tag\.tags /],
        ["a misspelt profile", { profile: "standart" }, /^profile .*standard/],
        ["a misspelt key", { profil: "dev" }, /^profil .*profile/],
        [
            "a version of the wrong form",
            { platform: { kedaVersion: "two" } },
            /^platform\.kedaVersion is wrong/,
        ],
        ["a list", [], /^the arguments: /],
        ["a text", "strict", /^the arguments: /],
        ["rules as a list", { rules: ["image-tag"] }, /^rules /],
    ])("refuse %s, and say where", (_what, value, expected) => {
        expect(messages(value)).toEqual([expect.stringMatching(expected)]);
    });

    it("name everything that is wrong at once", () => {
        expect(messages({ profile: "x", onUnknown: "y", rules: { nope: "off" } })).toHaveLength(3);
    });
});
