import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Quantity, bufferPods, parseQuantity, podsWithin } from "../../../model/capacity";

const amount = fc.nat(1000);
const quantity = (text: string): Quantity => {
    const parsed = parseQuantity(text);
    if (!(parsed instanceof Quantity)) throw new Error(text);
    return parsed;
};

describe("for how many pods a buffer keeps room", () => {
    it("is min(max(replicas, percentage), limits)", () => {
        fc.assert(
            fc.property(amount, fc.nat(300), amount, amount, (replicas, percentage, scaled, limit) => {
                const share = percentage === 0 ? 0 : Math.max(1, Math.ceil((percentage * scaled) / 100));
                expect(bufferPods({ replicas, percentage, scaled, limit })).toBe(
                    Math.min(Math.max(replicas, share), limit),
                );
            }),
        );
    });

    it.each([
        [{ replicas: 3 }, 3],
        [{ replicas: 0 }, 0],
        [{ limit: 4 }, 4],
        [{ replicas: 5, limit: 4 }, 4],
        [{ percentage: 20, scaled: 10 }, 2],
        [{ percentage: 20, scaled: 11 }, 3],
        [{ percentage: 20, scaled: 0 }, 1],
        [{ percentage: 0, scaled: 10 }, 0],
        [{ replicas: 2, percentage: 20, scaled: 15, limit: 4 }, 3],
        [{ replicas: 2, percentage: 20 }, undefined],
        [{}, undefined],
    ])("of %j is %s", (asked, pods) => {
        expect(bufferPods(asked)).toBe(pods);
    });

    it("is as many as fit into every limit of what a pod requests", () => {
        const request = (resource: string): Quantity =>
            quantity({ cpu: "1500m", memory: "2Gi" }[resource] ?? "0");
        const within = (limits: Record<string, string>): number | undefined =>
            podsWithin(
                new Map(Object.entries(limits).map(([name, text]) => [name, quantity(text)])),
                request,
            );
        expect(within({ cpu: "6" })).toBe(4);
        expect(within({ cpu: "5999m" })).toBe(3);
        expect(within({ cpu: "6", memory: "3Gi" })).toBe(1);
        expect(within({ cpu: "6", "nvidia.com/gpu": "1" })).toBe(4);
        expect(within({ cpu: "0" })).toBe(0);
        expect(within({ "nvidia.com/gpu": "1" })).toBeUndefined();
        expect(within({})).toBeUndefined();
    });
});
