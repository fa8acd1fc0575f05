import { describe, expect, it } from "vitest";
import type { Finding } from "../../../model/findings";
import type { Platform } from "../../../model/platform";
import { costPriceAge } from "../../../model/rules/cost-price-age";
import { pod } from "../cost/support/plain-prices";
import { findingsAsked } from "./support/findings";
import { deployment, intent, scaledObject, unknown } from "./support/objects";

describe("cost-price-age", () => {
    const GKE: Platform = { provider: "gke" };
    const pool = (more: object = { budget: { usdPerMonth: 500 } }, podSpec: object = {}) => [
        scaledObject(),
        deployment(podSpec, { metadata: intent(more) }),
    ];
    const found = (today: string | undefined, platform = GKE, objects = pool(), values = {}): Finding[] =>
        findingsAsked(
            { platform, values, ...(today === undefined ? {} : { today }) },
            costPriceAge,
            ...objects,
        );

    it("reports a table that is older than 180 days, down to the very day", () => {
        // 2026-08-03 and 180 days.
        expect(found("2027-01-30")).toEqual([]);
        expect(found("2027-01-31")).toMatchObject([
            {
                severity: "warning",
                message:
                    "the budget $500 is held against prices as of 2026-08-03, 181 days old and more than 180",
                fix: "state today's prices in platform.prices, or use a release with newer ones",
                path: "spec.maxReplicaCount",
            },
        ]);
    });

    it("asks for the days that the organisation sets, and for the team's own table", () => {
        expect(found("2026-08-13", GKE, pool(), { days: 10 })).toEqual([]);
        expect(found("2026-08-14", GKE, pool(), { days: 10 })).toHaveLength(1);
        const prices = { asOf: "2027-01-01", usdPerVcpuHour: 0.04, usdPerGibHour: 0.005 };
        expect(found("2027-01-31", { ...GKE, prices })).toEqual([]);
        expect(found("2027-07-31", { ...GKE, prices })[0]?.message).toContain("as of 2027-01-01, 211 days");
    });

    it("asks for the prices that the pool rests on, Fargate's too", () => {
        const fargate = pool({ budget: { usdPerMonth: 500 }, nodePool: { capacity: "Fargate" } });
        expect(found("2026-11-24", { provider: "eks" }, fargate)[0]?.message).toContain(
            "as of 2026-03-01, 268 days",
        );
    });

    it("is quiet without the day, without a budget, and without a price", () => {
        expect(found(undefined)).toEqual([]);
        expect(found("2030-01-01", GKE, pool({}))).toEqual([]);
        expect(found("2030-01-01", GKE, pool(undefined, pod(unknown(), "1Gi")))).toEqual([]);
        expect(found("2030-01-01", GKE, pool(undefined, pod(undefined, "1Gi")))).toEqual([]);
    });

    it("counts a budget of the stack", () => {
        const others = { "cost-stack-budget": { values: { usdPerMonth: 5000 } } };
        const asked = findingsAsked(
            { platform: GKE, today: "2030-01-01", others },
            costPriceAge,
            ...pool({}),
        );
        expect(asked[0]?.message).toMatch(/^the budget \$5,000 of the stack is held/);
    });
});
