import { describe, expect, it } from "vitest";
import { GkeSpotNodePool } from "../../../components/gcp";
import type { NodePoolProfileArgs } from "../../../index";
import { AutoscaledAgentPool, nodePools } from "../../../index";
import { WORKER } from "../support/pools";
import type { Recorded } from "../support/record";
import { record } from "../support/record";

interface PodSpec {
    readonly nodeSelector: Record<string, string>;
    readonly tolerations: readonly { key: string; value?: string; operator?: string; effect?: string }[];
    readonly terminationGracePeriodSeconds: number;
}

interface NodeConfig {
    readonly labels: Record<string, string>;
    readonly taints?: readonly { key: string; value: string; effect: string }[];
}

function together(profile: NodePoolProfileArgs): Promise<Recorded[]> {
    return record((opts) => {
        const counts = { totalMinNodeCount: 0, totalMaxNodeCount: 4 };
        const nodes = { cluster: "agents", location: "europe-west3", spot: counts, onDemandBase: counts };
        new GkeSpotNodePool("nodes", { ...nodes, profile }, opts);
        const task = { p99Seconds: 60, redelivered: true };
        new AutoscaledAgentPool("worker", { ...WORKER, task, placement: { nodePool: profile } }, opts);
    });
}

function podSpec(seen: readonly Recorded[]): PodSpec {
    const workload = seen.find(({ type }) => type === "kubernetes:apps/v1:Deployment");
    return (workload?.inputs["spec"] as { template: { spec: PodSpec } }).template.spec;
}

describe.each([true, false])("nodes and pods of one profile (a taint of its own: %s)", (taint) => {
    const profile = nodePools.gkeSpot({
        name: "research",
        machineType: "n4-standard-4",
        shutdownGraceSeconds: 120,
        taint,
    });

    it("find each other: the pods select the labels of spot and base, and tolerate every taint there", async () => {
        const seen = await together(profile);
        const { nodeSelector, tolerations } = podSpec(seen);
        const nodes = seen
            .filter(({ type }) => type === "gcp:container/nodePool:NodePool")
            .map(({ inputs }) => inputs["nodeConfig"] as NodeConfig);
        expect(nodes).toHaveLength(2);
        for (const { labels, taints = [] } of nodes) {
            expect(labels).toEqual(nodeSelector);
            const untolerated = taints.filter(
                ({ key, value }) =>
                    !tolerations.some((each) => each.key === key && (each.value ?? value) === value),
            );
            expect(untolerated).toEqual([]);
        }
    });

    it("agree on the notice: the pods end within what the nodes leave them", async () => {
        const seen = await together(profile);
        const spot = seen.find(({ name, type }) => name === "nodes" && type.startsWith("gcp:"));
        const { kubeletConfig } = spot?.inputs["nodeConfig"] as {
            kubeletConfig: {
                shutdownGracePeriodSeconds: number;
                shutdownGracePeriodCriticalPodsSeconds: number;
            };
        };
        const left =
            kubeletConfig.shutdownGracePeriodSeconds - kubeletConfig.shutdownGracePeriodCriticalPodsSeconds;
        expect(left).toBe(105);
        expect(podSpec(seen).terminationGracePeriodSeconds).toBeLessThanOrEqual(left);
    });
});
