import { describe, expect, it } from "vitest";
import { RULES } from "../../model/rules";
import { settingsSchema } from "../../policy/settings-schema";

const { properties } = settingsSchema();

describe("the schema of the settings", () => {
    it("offers the members of the settings", () => {
        expect(Object.keys(properties).sort()).toEqual(["onUnknown", "platform", "profile", "rules"]);
        expect(properties["profile"]).toEqual({ type: "string", enum: ["dev", "standard", "strict"] });
    });

    it("knows every rule, as an object or as its level alone, and no other", () => {
        const rules = properties["rules"];
        expect(rules).toMatchObject({ type: "object", additionalProperties: false });
        expect(Object.keys(rules?.properties ?? {})).toEqual(RULES.map(({ id }) => id));
        expect(rules?.properties?.["image-tag"]).toMatchObject({
            type: ["string", "object"],
            pattern: "^(off|advisory|mandatory)$",
            additionalProperties: false,
            properties: { level: { type: "string", enum: ["off", "advisory", "mandatory"] } },
        });
    });

    it("says what the facts of the cluster look like, with their ranges", () => {
        expect(properties["platform"]).toMatchObject({
            type: "object",
            additionalProperties: false,
            properties: {
                keda: { type: "boolean" },
                nodeDrainSeconds: { type: "integer", minimum: 1 },
                prices: {
                    required: ["asOf"],
                    properties: {
                        usdPerVcpuHour: { type: "number", exclusiveMinimum: 0 },
                        machines: { additionalProperties: { required: ["usdPerHour"] } },
                    },
                },
            },
        });
    });

    it("has no defaults, which the engine would put over the settings of the pack's code", () => {
        expect(JSON.stringify(properties)).not.toContain('"default"');
    });
});
