import { describe, expect, it } from "vitest";
import type { Finding } from "../../../model/findings";
import { costNearBudget } from "../../../model/rules/cost-near-budget";
import { PLAIN, pod } from "../cost/support/plain-prices";
import { findingsAsked, findingsOn } from "./support/findings";
import { deployment, intent, scaledObject, secret, unknown } from "./support/objects";

describe("cost-near-budget", () => {
    /** Forty pods of 2.80 USD, which are 112. */
    const pool = (usdPerMonth: number, maxReplicaCount: unknown = 40, podSpec = pod("2", "8Gi")) => [
        scaledObject({ maxReplicaCount }),
        deployment(podSpec, { metadata: intent({ budget: { usdPerMonth } }) }),
    ];
    const found = (...of: Parameters<typeof pool>): Finding[] =>
        findingsOn(PLAIN, costNearBudget, ...pool(...of));

    it("reports a ceiling above four fifths of the budget, with the budget that leaves room", () => {
        expect(found(125)).toMatchObject([
            {
                severity: "warning",
                message: "40 x (2 vCPU, 8 GiB) = $112/month, which is 90 % of the budget $125",
                fix: "give a budget of $140 or more, or lower the ceiling",
                path: "spec.maxReplicaCount",
            },
        ]);
    });

    it("is quiet at the very share, and reports a cent less of budget", () => {
        expect(found(140)).toEqual([]);
        expect(found(139.98)).toHaveLength(1);
    });

    it("leaves a ceiling above the budget to cost-pool-budget, down to the cent", () => {
        expect(found(112)).toHaveLength(1);
        expect(found(111.99)).toEqual([]);
    });

    it("asks for the share that the organisation sets", () => {
        const asked = (share: number, usdPerMonth: number): Finding[] =>
            findingsAsked({ values: { share }, platform: PLAIN }, costNearBudget, ...pool(usdPerMonth));
        expect(asked(0.5, 224)).toEqual([]);
        expect(asked(0.5, 223.98)).toMatchObject([{ severity: "error" }]);
        expect(asked(1, 112)).toEqual([]);
    });

    it("is quiet without a budget or a price", () => {
        expect(findingsOn(PLAIN, costNearBudget, scaledObject(), deployment())).toEqual([]);
        expect(found(120, unknown())).toEqual([]);
        expect(found(120, 40, pod(secret(), "8Gi"))).toEqual([]);
        expect(found(120, 40, pod("2", undefined))).toEqual([]);
    });
});
