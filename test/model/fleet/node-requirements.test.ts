import { describe, expect, it } from "vitest";
import { hiddenAffinity, nodeRequirements } from "../../../model/fleet";
import { secret, unknown } from "../rules/support/objects";

const required = (terms: unknown): object => ({
    affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms } },
});

describe("what a pod asks of its node", () => {
    it("is read from the selector and from every required term, for the labels that are asked for", () => {
        const podSpec = {
            nodeSelector: { disk: "ssd", zone: "a" },
            ...required({
                nodeSelectorTerms: [
                    { matchExpressions: [{ key: "zone", operator: "In", values: ["b"] }] },
                    { matchExpressions: [{ key: "disk", operator: "NotIn", values: ["hdd", "tape"] }] },
                ],
            }),
        };
        const place = "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution";
        expect(nodeRequirements(podSpec, ["disk"])).toEqual([
            { key: "disk", operator: "In", values: ["ssd"], path: ["nodeSelector", "disk"] },
            {
                key: "disk",
                operator: "NotIn",
                values: ["hdd", "tape"],
                path: [...place.split("."), "nodeSelectorTerms", 1, "matchExpressions", 0],
            },
        ]);
        expect(nodeRequirements(podSpec, ["gpu"])).toEqual([]);
    });

    it("is no more than what has the right form", () => {
        for (const wrong of [null, 5, "a", [{}], [null], [{ matchExpressions: "a" }]]) {
            expect(nodeRequirements(required({ nodeSelectorTerms: wrong }), ["disk"])).toEqual([]);
        }
        expect(nodeRequirements(undefined, ["disk"])).toEqual([]);
    });

    it("is told to be hidden where it is known only after apply, or secret", () => {
        const hidden = unknown();
        expect(nodeRequirements({ nodeSelector: hidden }, ["disk"])).toMatchObject([{ values: [hidden] }]);
        expect(hiddenAffinity(required(hidden))).toBe(hidden);
        const token = secret();
        expect(hiddenAffinity({ affinity: token })).toBe(token);
        expect(hiddenAffinity(required({ nodeSelectorTerms: [] }))).toBeUndefined();
    });
});
