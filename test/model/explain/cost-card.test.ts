import { describe, expect, it } from "vitest";
import { price } from "../../../model/cost";
import { costCard } from "../../../model/explain";
import { readFleet } from "../../../model/fleet";
import { manifests } from "../../../model/manifests";
import type { Platform } from "../../../model/platform";
import type { AutoscaledAgentPoolArgs } from "../../../model/pool";
import { GATEWAY, WORKER, changed, resolved } from "../pool/support/pools";

const card = (platform: Platform, ...pools: AutoscaledAgentPoolArgs[]): string[] =>
    costCard(
        price(
            readFleet(
                pools.flatMap((args, index) => manifests(resolved(args, `p${index}`))),
                platform,
            ),
        ),
    );

describe("the cost card", () => {
    it("says of each pool what it costs, what idles and what a cold start is worth, and of all the sum", () => {
        expect(card({ provider: "gke" }, WORKER, GATEWAY)).toEqual([
            "p0: floor $0, scheduled $69, ceiling $2,836 a month at 40 x (2 vCPU, 8 GiB)",
            "  1 idle replica on average: $69 a month, for which the first tasks wait for no cold start of 45 s",
            "p1: floor $26, ceiling $157 a month at 12 x (0.5 vCPU, 0.5 GiB)",
            "  2 idle replicas on average: $26 a month, for which the first tasks wait for no cold start of 10 s",
            "all: floor $26, scheduled $95, ceiling $2,993 a month",
            "prices: Compute Engine n2 in us-central1 as of 2026-08-03; ceilings at the price on demand",
            "not in them: the control plane, nodes that run without pods, storage, load balancers and traffic, calls of model APIs, surge during rollouts",
        ]);
    });

    it("says what a budget pays for, or that it is enough", () => {
        const at = (usdPerMonth: number): string | undefined =>
            card({}, changed(WORKER, ["budget"], { usdPerMonth }))[0]?.split("; ")[1];
        expect(at(900)).toBe("budget $900: over by $1,936, fits at maxReplicas <= 12");
        expect(at(70)).toBe("budget $70: over by $2,766, pays for no replica");
        expect(at(3000)).toBe("budget $3,000: within it");
        expect([2835.84, 2835.85].map(at)).toEqual([
            "budget $2,836: over by $0.01, fits at maxReplicas <= 39",
            "budget $2,836: within it",
        ]);
    });

    it("says that nothing idles where nothing runs without work", () => {
        const [queue] = WORKER.scale.triggers;
        expect(card({}, changed(WORKER, ["scale", "triggers"], [queue]))[1]).toBe(
            "  nothing idles, and the first task after a pause waits 45 s for a cold start",
        );
        expect(card({}, changed(WORKER, ["task"], undefined))).toHaveLength(3);
    });

    it("says the nodes that are filled, and the discounts that are counted", () => {
        const node = { cpu: "3920m", memory: "14Gi", instanceType: "m7i.xlarge" };
        const args = changed(WORKER, ["placement"], { nodePool: { name: "agents", node } });
        const prices = { asOf: "2026-11-01", commitmentDiscount: 0.3, spotDiscount: 0.6 };
        const lines = card({ provider: "eks", prices }, args);
        expect(lines[0]).toBe(
            "p0: floor $0, scheduled $101, ceiling $5,887 a month at 40 x (2 vCPU, 8 GiB) on 40 nodes",
        );
        expect(lines[2]).toBe(
            "prices: EC2 m7i in us-east-1 as of 2026-07-20, nodes as m7i.xlarge, 30 % off the floor by commitments, 60 % off on spot; ceilings at the price on demand",
        );
    });

    it("says of pods on two kinds of nodes what its numbers take for granted", () => {
        const nodePool = { name: "agents", capacity: "SpotPreferred", onDemandShare: 50 };
        const args = (members: object) =>
            changed(changed(WORKER, ["placement"], { nodePool: { ...nodePool, ...members } }), ["platform"], {
                provider: "eks",
            });
        const prices = { asOf: "2026-11-01", spotDiscount: 0.6 };
        const line = "meant to run 50 % on demand and the rest on spot";
        const [half = "", said] = card({ provider: "eks", prices }, args({}));
        expect(said).toBe(
            `  ${line}, as nearly as a scheduler spreads them; the ceiling counts all on demand`,
        );
        expect(half).toContain("scheduled $50, ceiling $2,943 a month");
        const spot = card({ provider: "eks", prices }, args({ capacity: "Spot", onDemandShare: undefined }));
        expect(spot.join()).not.toContain("meant to run");
    });

    it("says what a VerticalPodAutoscaler may add to a ceiling, and that nothing bounds it", () => {
        const sized = (vertical: object): string[] =>
            card({}, changed(WORKER, ["vertical"], vertical)).slice(0, 2);
        const maxAllowed = { memory: "16Gi" };
        expect(sized({ mode: "Recreate", resources: ["memory"], maxAllowed })).toEqual([
            "p0: floor $0, scheduled $69, ceiling $3,826 a month at 40 x (2 vCPU, 16 GiB)",
            "  its VerticalPodAutoscaler may raise a pod from (2 vCPU, 8 GiB) to (2 vCPU, 16 GiB), which the ceiling counts",
        ]);
        expect(sized({ mode: "Recreate", resources: ["memory"] })[1]).toBe(
            "  its VerticalPodAutoscaler has no upper bound for memory: the ceiling counts what a pod requests now, and may be passed",
        );
        expect(sized({ mode: "Off", maxAllowed })[1]).toMatch(/^ {2}1 idle replica/);
    });

    it("says why a pool has no price, and counts it in the sum's note", () => {
        const requests = ["workload", "container", "resources", "requests"];
        const gpu = changed(WORKER, requests, { cpu: "1", memory: "1Gi", "nvidia.com/gpu": "1" });
        const lines = card({}, gpu, GATEWAY);
        expect(lines[0]).toBe(
            "p0: not priced: its GPUs have no price; name the machine in placement.nodePool.node, or give platform.prices.usdPerGpuHour",
        );
        expect(lines.find((line) => line.startsWith("all:"))).toBe(
            "all: floor $26, scheduled $26, ceiling $157 a month, and 1 pool without a price",
        );
    });

    it("is empty where there are no pools", () => {
        expect(card({})).toEqual([]);
    });
});
