import { describe, expect, it } from "vitest";
import { resolveKarpenterNodePool } from "../../../model/aws";
import { karpenterProfile } from "../../../model/node-pool";
import { WORKER, changed, resolved } from "../pool/support/pools";

const KEY = "agent-autoscaling/node-pool";

describe("the profile of a Karpenter pool", () => {
    it("has one label, one taint, spot nodes and one pod in five on demand", () => {
        expect(karpenterProfile({ name: "agents" })).toEqual({
            name: "agents",
            labels: { [KEY]: "agents" },
            taints: [{ key: KEY, value: "agents" }],
            capacity: "SpotPreferred",
            noticeSeconds: 120,
            onDemandShare: 20,
            spreadLabel: "agent-autoscaling/capacity-spread",
        });
    });

    it("has a notice only where nodes may be taken away, and a share only where there are two kinds", () => {
        const node = { cpu: "3920m", memory: "14Gi" };
        const known = {
            name: "agents",
            labels: { [KEY]: "agents" },
            taints: [{ key: KEY, value: "agents" }],
        };
        expect(karpenterProfile({ name: "agents", capacity: "OnDemand", node })).toEqual({
            ...known,
            capacity: "OnDemand",
            node,
        });
        expect(karpenterProfile({ name: "agents", capacity: "Spot" })).toEqual({
            ...known,
            capacity: "Spot",
            noticeSeconds: 120,
        });
    });

    it.each(["OnDemand", "Spot", "SpotPreferred"] as const)(
        "of %s nodes is taken by the component and by pools alike",
        (capacity) => {
            const profile = karpenterProfile({ name: "agents", capacity });
            const args = { profile, limits: { cpu: "200" }, nodeClassName: "usual" };
            expect(resolveKarpenterNodePool("agents", args).findings).toEqual([]);
            const { placement } = resolved(changed(WORKER, ["placement"], { nodePool: profile }));
            expect(placement?.nodeSelector).toEqual(profile.labels);
            expect(placement?.tolerations).toEqual([{ key: KEY, value: "agents", effect: "NoSchedule" }]);
        },
    );
});
