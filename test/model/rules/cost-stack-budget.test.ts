import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import type { Finding } from "../../../model/findings";
import { costStackBudget } from "../../../model/rules/cost-stack-budget";
import { PLAIN, pod } from "../cost/support/plain-prices";
import { findingsAsked, findingsOn } from "./support/findings";
import { container, deployment, scaledObject, secret, unknown } from "./support/objects";

/** A pool with pods of 2.80 USD. */
const pool = (name: unknown, maxReplicaCount: unknown, podSpec = pod("2", "8Gi")): Declared[] => [
    scaledObject({ maxReplicaCount, scaleTargetRef: { name } }, { name }),
    deployment(podSpec, { metadata: { name } }),
];

describe("cost-stack-budget", () => {
    const found = (usdPerMonth: number, ...objects: readonly Declared[]): Finding[] =>
        findingsAsked({ values: { usdPerMonth }, platform: PLAIN }, costStackBudget, ...objects);
    const both = [...pool("small", 10), ...pool("large", 40)];

    it("reports ceilings that are above it together, at the dearest pool", () => {
        expect(found(100, ...both)).toMatchObject([
            {
                severity: "error",
                message:
                    "the ceilings of 2 pools are $140/month > budget $100 of the stack, of which agents/large is $112",
                fix: "lower ceilings by $40 a month, this one first, or raise the budget of the stack",
                path: "spec.maxReplicaCount",
                resource: { name: "large" },
            },
        ]);
        expect(found(100, ...[...both].reverse())).toEqual(found(100, ...both));
        expect(found(27, ...pool("alone", 10))[0]?.message).toBe(
            "the ceiling is $28/month > budget $27 of the stack",
        );
    });

    it("is quiet at the very cent, and without a setting", () => {
        expect(found(140, ...both)).toEqual([]);
        expect(found(139.99, ...both)[0]?.message).toContain("are $140.00/month > budget $139.99");
        expect(findingsAsked({ platform: PLAIN }, costStackBudget, ...both)).toEqual([]);
        expect(findingsOn(PLAIN, costStackBudget, ...both)).toEqual([]);
        expect(found(0)).toEqual([]);
    });

    it("is the first by name of pools that cost the same, in whatever order they stand", () => {
        const equal = [...pool("b", 10), ...pool("a", 10)];
        expect(found(10, ...equal)).toMatchObject([{ resource: { name: "a" } }]);
        expect(found(10, ...equal.reverse())).toMatchObject([{ resource: { name: "a" } }]);
    });

    it("names what has no price, and never counts it as nothing", () => {
        const hidden = [
            ...pool("later", unknown()),
            ...pool("secret", 5, pod(secret(), "1Gi")),
            ...pool("bare", 5, pod(undefined, undefined)),
        ];
        expect(found(100, ...both, ...hidden)[0]?.message).toMatch(
            /^the ceilings of 2 pools are .*, and agents\/bare, agents\/later, agents\/secret without a price beside them$/,
        );
        // Whether these are within it is what cost-unpriced says.
        expect(found(1, ...hidden)).toEqual([]);
    });

    describe("with warm capacity", () => {
        /** Room for pods of 2.80 USD each. */
        const room = (replicas: unknown, name: unknown = "headroom"): Declared => {
            const resources = { requests: { cpu: "2", memory: "8Gi" } };
            const containers = [container({ image: "registry.k8s.io/pause:3.10.1", resources })];
            return deployment({ containers }, { spec: { replicas }, metadata: { name } });
        };

        it("counts it to the ceilings and names it, beside one pool and beside many", () => {
            expect(found(100, ...pool("alone", 30), room(10))).toMatchObject([
                {
                    message:
                        "the ceiling is $112/month, with $28 of warm capacity > budget $100 of the stack",
                    fix: "lower ceilings or warm capacity by $12 a month, this one first, or raise the budget of the stack",
                    path: "spec.maxReplicaCount",
                    resource: { name: "alone" },
                },
            ]);
            expect(found(100, ...both, room(10))[0]?.message).toBe(
                "the ceilings of 2 pools are $168/month, with $28 of warm capacity > budget $100 of the stack, of which agents/large is $112",
            );
        });

        it("is quiet at the very cent", () => {
            expect(found(142.8, ...both, room(1))).toEqual([]);
            expect(found(142.79, ...both, room(1))[0]?.message).toContain("are $142.80/month, with $2.80 of");
            // The pools alone are within it.
            expect(found(140, ...both, room(1))).toHaveLength(1);
            expect(found(140, ...both, room(0))).toEqual([]);
        });

        it("reports it where nothing else is declared, at the dearest", () => {
            expect(found(20, room(2, "few"), room(10))).toMatchObject([
                {
                    message: "the warm capacity is $34/month > budget $20 of the stack",
                    fix: "keep less room by $14 a month, this one first, or raise the budget of the stack",
                    path: "spec.replicas",
                    resource: { name: "headroom" },
                },
            ]);
            expect(found(33.6, room(2, "few"), room(10))).toEqual([]);
            expect(found(20, ...pool("later", unknown()), room(10))[0]?.message).toBe(
                "the warm capacity is $28/month > budget $20 of the stack, and agents/later without a price beside them",
            );
        });

        it("names room without a price, and never counts it as nothing", () => {
            for (const hidden of [unknown(), secret()]) {
                expect(found(100, ...both, room(hidden))[0]?.message).toBe(
                    "the ceilings of 2 pools are $140/month > budget $100 of the stack, of which agents/large is $112, and agents/headroom without a price beside them",
                );
                expect(found(1, room(hidden))).toEqual([]);
            }
        });
    });
});
