import { describe, expect, it } from "vitest";
import { CRAWLER, hardOf, objectOf, said, team } from "./support/teams";

const NIGHT = {
    name: "night",
    start: "0 22 * * *",
    end: "0 6 * * *",
    timeZone: "Europe/Berlin",
    maxReplicas: 5,
};
const SLEEPS = { ...CRAWLER, scale: { ...CRAWLER.scale, schedules: [NIGHT] } };

describe("a team of which a pool has another ceiling at night", () => {
    it("has room for the pod that sets it, beside the pools at their ceilings", () => {
        const day = hardOf(team({ pools: { crawler: CRAWLER } }));
        const night = hardOf(team({ pools: { crawler: SLEEPS } }));
        expect(day["pods"]).toBe("25");
        expect(night["pods"]).toBe("26");
        expect(Number(night["requests.cpu"]?.replace("m", ""))).toBeGreaterThan(25_000);
    });

    it("has room for one of each pool, whose edges never meet", () => {
        const pools = { a: SLEEPS, b: { ...SLEEPS, scale: { ...SLEEPS.scale, maxReplicas: 10 } } };
        expect(hardOf(team({ pools }))["pods"]).toBe(String(25 + 1 + 13 + 1));
    });

    it("is refused where its own quota leaves no room for it", () => {
        const pools = { crawler: SLEEPS };
        expect(said({ pools, quota: { hard: { pods: "26" } } })).toEqual([]);
        expect(said({ pools, quota: { hard: { pods: "25" } } }).join("\n")).toContain(
            "quota.hard.pods is 25, and at their ceilings the pools need 26: crawler 26",
        );
    });

    it("lets that pod to the API server, and no other", () => {
        const policy = objectOf(team({ pools: { crawler: SLEEPS } }), "NetworkPolicy", "clock");
        expect(policy["spec"]).toMatchObject({
            podSelector: { matchExpressions: [{ key: "agent-autoscaling/clock", operator: "Exists" }] },
            policyTypes: ["Egress"],
            egress: [
                {
                    ports: [
                        { port: 443, protocol: "TCP" },
                        { port: 6443, protocol: "TCP" },
                    ],
                },
            ],
        });
        expect(() => objectOf(team({ pools: { crawler: CRAWLER } }), "NetworkPolicy", "clock")).toThrow(
            "there is no NetworkPolicy clock",
        );
    });
});
