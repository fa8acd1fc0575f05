import type { StackValidationPolicy } from "@pulumi/policy";
import { describe, expect, it } from "vitest";
import { RULES } from "../../model/rules";
import { policies, selectPolicies } from "../../policy";
import { UNKNOWN, violations } from "./support/stack";
import { deployment, scaledObject } from "./support/worker";

function policy(name: string): StackValidationPolicy {
    const found = policies.find((each) => each.name === name);
    if (found === undefined) throw new Error(`there is no policy ${name}`);
    return found;
}

describe("policies", () => {
    it("are one a rule, and one for what no rule can read", () => {
        expect(policies.map(({ name }) => name)).toEqual(["field-type", ...RULES.map(({ id }) => id)]);
    });

    it("have the rule's words, and the level of the profile standard", () => {
        expect(policy("image-tag")).toMatchObject({ severity: "medium", enforcementLevel: "advisory" });
        expect(policy("replicas-owned")).toMatchObject({
            description: "An autoscaled workload does not state its replicas.",
            severity: "high",
            tags: ["scaler"],
            enforcementLevel: "mandatory",
        });
        expect(policy("scale-bounds")).toMatchObject({ enforcementLevel: "mandatory" });
    });

    it("report what their own rule finds, at the level that the engine gives them", () => {
        const stack = [
            deployment("research", { replicas: 3 }),
            scaledObject("research", { minReplicaCount: 9, pollingInterval: "often" }),
        ];
        const reported = (name: string, enforcementLevel?: "advisory"): unknown[] =>
            violations({ ...policy(name), ...(enforcementLevel && { enforcementLevel }) }, stack).map(
                (each) => [/\[(.*)\]$/m.exec(each.message)?.[1], each.enforcementLevel],
            );
        expect(reported("scale-bounds")).toEqual([["scale-bounds", "mandatory"]]);
        expect(reported("replicas-owned")).toEqual([["replicas-owned", "mandatory"]]);
        expect(reported("replicas-owned", "advisory")).toEqual([["replicas-owned", "advisory"]]);
        expect(reported("field-type")).toEqual([["field-type", "mandatory"]]);
        expect(reported("image-tag")).toEqual([]);
    });

    it("count what is not known as much as a breach", () => {
        const stack = [deployment("research"), scaledObject("research", { maxReplicaCount: UNKNOWN })];
        expect(violations(policy("scale-bounds"), stack)).toEqual([
            expect.objectContaining({ enforcementLevel: "mandatory" }),
        ]);
    });

    it("refuse a configuration that their rule does not have", () => {
        expect(violations(policy("scale-bounds"), [], { most: 3 })).toEqual([
            expect.objectContaining({
                message: expect.stringContaining("rules.scale-bounds.most") as unknown,
                enforcementLevel: "mandatory",
            }),
        ]);
    });
});

describe("selectPolicies", () => {
    const names = (...selection: Parameters<typeof selectPolicies>): string[] =>
        selectPolicies(...selection).map(({ name }) => name);

    it("selects all where nothing is asked for", () => {
        expect(selectPolicies({})).toEqual(policies);
    });

    it("selects by the least severity", () => {
        const severe = names({ severity: "high" });
        expect(severe).toContain("scale-bounds");
        expect(severe).not.toContain("image-tag");
        expect(names({ severity: "medium" })).toContain("image-tag");
    });

    it("selects by ids and tags, both of which must hold", () => {
        expect(names({ ids: ["scale-bounds", "image-tag"] })).toEqual(["image-tag", "scale-bounds"]);
        expect(names({ ids: ["scale-bounds", "image-tag"], tags: ["pods"] })).toEqual(["image-tag"]);
        expect(names({ tags: ["pods"] })).not.toContain("scale-bounds");
    });

    it("runs every rule that is named, also one that the profile standard does not ask for", () => {
        for (const { name } of policies) {
            expect(selectPolicies({ ids: [name] })).not.toContainEqual(
                expect.objectContaining({ enforcementLevel: "disabled" }),
            );
        }
        expect(selectPolicies({ ids: policies.map(({ name }) => name) })).toHaveLength(policies.length);
    });

    it("sets the levels that are given", () => {
        const selected = selectPolicies({
            ids: ["scale-bounds", "image-tag"],
            overrides: { "image-tag": "mandatory" },
        });
        expect(selected.map(({ enforcementLevel }) => enforcementLevel)).toEqual(["mandatory", "mandatory"]);
        expect(policy("image-tag").enforcementLevel).toBe("advisory");
    });

    it("refuses an id that no rule has, and names the nearest", () => {
        expect(() => selectPolicies({ ids: ["image-tags"] })).toThrow("did you mean image-tag?");
        expect(() => selectPolicies({ overrides: { nothing: "disabled" } })).toThrow(
            'there is no rule "nothing"',
        );
    });
});
