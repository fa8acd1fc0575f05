import type { PolicyResource } from "@pulumi/policy";
import { describe, expect, it } from "vitest";
import { guardrails, selectPolicies } from "../../policy";
import { resource, see, UNKNOWN, violations } from "./support/stack";
import { deployment, scaledObject } from "./support/worker";

const GROUP = {
    clusterName: "agents",
    capacityType: "SPOT",
    instanceTypes: ["m7i.xlarge", "m7a.xlarge", "m6i.xlarge"],
    scalingConfig: { minSize: 0, desiredSize: 1, maxSize: 4 },
    labels: { pool: "agents" },
    taints: [{ key: "spot", value: "true", effect: "NO_SCHEDULE" }],
};

function cloud(type: string, name: string, props: object, ignoreChanges: string[] = []): PolicyResource {
    return resource(type, name, props, { opts: { ...deployment("a").opts, ignoreChanges } });
}

const group = (name: string, props: object, ignoreChanges = ["scalingConfig.desiredSize"]): PolicyResource =>
    cloud("aws:eks/nodeGroup:NodeGroup", name, props, ignoreChanges);

const rulesOf = (found: readonly { message: string }[]): unknown[] =>
    found.map(({ message }) => /\[(.*)\]$/m.exec(message)?.[1]);

describe("resources of clouds in a stack", () => {
    const policy = guardrails();

    it("are judged as they were written, whatever the cloud fills in", () => {
        const pool = cloud("gcp:container/nodePool:NodePool", "agents", {
            autoscaling: { totalMinNodeCount: 0, totalMaxNodeCount: 4 },
            nodeCount: UNKNOWN,
            initialNodeCount: 1,
            nodeConfig: { machineType: "n4-standard-4", preemptible: false, spot: false },
        });
        see(policy, pool, { autoscaling: { totalMinNodeCount: 0, totalMaxNodeCount: 4 } });
        expect(violations(policy, [pool])).toEqual([]);
        const schedule = cloud("aws:autoscaling/schedule:Schedule", "open", { minSize: 5, maxSize: 0 });
        see(policy, schedule, { minSize: 5 });
        expect(rulesOf(violations(policy, [schedule]))).toEqual([
            "node-schedule-sizes",
            "node-schedule-sizes",
        ]);
    });

    it("are not judged where nobody was asked about what was written", () => {
        expect(violations(policy, [group("not-seen", { ...GROUP, scalingConfig: { maxSize: 0 } })])).toEqual(
            [],
        );
    });

    it("keep their options", () => {
        const written = group("written", GROUP, []);
        see(policy, written, GROUP);
        expect(rulesOf(violations(policy, [written]))).toEqual(["node-pool-size-owned"]);
        const ignoring = group("ignoring", GROUP);
        see(policy, ignoring, GROUP);
        expect(violations(policy, [ignoring])).toEqual([]);
    });

    it("are judged together with the pods that land on them, where there is one cluster", () => {
        const nodes = group("nodes", GROUP);
        see(policy, nodes, GROUP);
        const workers = (kubeconfig?: string): PolicyResource[] => {
            const at = kubeconfig === undefined ? {} : { provider: providerOf(kubeconfig) };
            const worker = deployment("research", {}, at);
            const spec = worker.props["spec"] as { template: { spec: object } };
            const podSpec = {
                ...spec.template.spec,
                nodeSelector: { pool: "agents" },
                tolerations: [{ key: "spot", operator: "Exists" }],
            };
            const metadata = {
                name: "research",
                namespace: "agents",
                annotations: {
                    "agent-autoscaling/intent": JSON.stringify({
                        version: 1,
                        task: { redelivered: true },
                        nodePool: { node: { cpu: "1", memory: "2Gi" } },
                    }),
                },
            };
            const template = { ...spec.template, spec: podSpec };
            return [
                resource(worker.type, worker.name, { metadata, spec: { ...spec, template } }, at),
                scaledObject("research", { maxReplicaCount: 9 }, at),
            ];
        };
        const fits = (...resources: readonly PolicyResource[]) =>
            rulesOf(violations(policy, resources)).filter((id) => id === "capacity-pool-fits");
        expect(fits(nodes, ...workers())).toHaveLength(1);
        expect(fits(nodes, ...workers("one"))).toHaveLength(1);
        expect(fits(nodes, ...workers("one"), ...workers("two"))).toEqual([]);
    });

    it("are judged by policies of one rule too", () => {
        const [diversity] = selectPolicies({ ids: ["spot-diversity"] });
        if (diversity === undefined) throw new Error("there is no such policy");
        const poor = group("poor", GROUP);
        see(diversity, poor, { ...GROUP, instanceTypes: ["m7i.xlarge"] });
        expect(rulesOf(violations(diversity, [poor]))).toEqual(["spot-diversity"]);
    });
});

describe("a pool's arguments in a stack", () => {
    const policy = guardrails();
    const pool = (name: string): PolicyResource =>
        resource("agent-autoscaling:index:AutoscaledAgentPool", name, {});
    const args = (usdPerMonth: unknown, more: object = {}): object => ({
        namespace: "agents",
        archetype: "QueueWorker",
        workload: {
            container: {
                image: "ghcr.io/acme/agent:1.4",
                resources: { requests: { cpu: "500m", memory: "1Gi" } },
            },
        },
        task: { typicalSeconds: 30, p99Seconds: 90, concurrency: 1, redelivered: true },
        scale: {
            minReplicas: 1,
            maxReplicas: 8,
            triggers: [{ redis: { address: "redis:6379", listName: "tasks", listLength: 5 } }],
        },
        budget: { usdPerMonth },
        ...more,
    });
    const children = (parent: PolicyResource, metadata?: unknown): PolicyResource[] => {
        const worker = deployment("research");
        return [
            parent,
            resource(
                worker.type,
                worker.name,
                { ...worker.props, metadata: metadata ?? { name: "research", namespace: "agents" } },
                { parent },
            ),
            scaledObject("research", {}, { parent }),
        ];
    };
    const budgeted = (stack: readonly PolicyResource[]) =>
        rulesOf(violations(policy, stack)).filter((id) => id === "cost-pool-budget");

    it("say what the annotation does not", () => {
        const research = pool("research");
        see(policy, research, args(10));
        expect(budgeted(children(research))).toEqual(["cost-pool-budget"]);
        const hidden = { name: "research", namespace: "agents", annotations: UNKNOWN };
        expect(budgeted(children(research, hidden))).toEqual(["cost-pool-budget"]);
        see(policy, research, args(10_000));
        expect(budgeted(children(research))).toEqual([]);
    });

    it("leave an annotation as it is that is there", () => {
        const research = pool("annotated");
        see(policy, research, args(10));
        const annotations = {
            "agent-autoscaling/intent": '{"version":1,"budget":{"usdPerMonth":10000}}',
            "agent-autoscaling/exempt": "[]",
        };
        expect(budgeted(children(research, { name: "research", namespace: "agents", annotations }))).toEqual(
            [],
        );
    });

    it("say what the pool is exempt from", () => {
        const research = pool("exempt");
        const exemptions = [{ rule: "replicas-owned", reason: "moves to KEDA next week" }];
        const stated = (): unknown[] => {
            const [parent, , scaler] = children(research);
            const worker = deployment("research", { replicas: 3 }, { parent: research });
            const stack = [parent, worker, scaler].filter((each) => each !== undefined);
            return rulesOf(violations(policy, stack)).filter((id) => id === "replicas-owned");
        };
        see(policy, research, args(10_000));
        expect(stated()).toEqual(["replicas-owned"]);
        see(policy, research, args(10_000, { exemptions }));
        expect(stated()).toEqual([]);
    });

    it("say nothing where they were not seen, or do not decide yet", () => {
        expect(budgeted(children(pool("not-seen")))).toEqual([]);
        const undecided = pool("undecided");
        see(policy, undecided, args(UNKNOWN));
        expect(budgeted(children(undecided))).toEqual([]);
        const other = resource("acme:index:Pool", "other", {});
        see(policy, other, args(10));
        expect(budgeted(children(other))).toEqual([]);
    });
});

function providerOf(kubeconfig: string): NonNullable<PolicyResource["provider"]> {
    const type = "pulumi:providers:kubernetes";
    return {
        type,
        name: kubeconfig,
        urn: `urn:${kubeconfig}`,
        props: resource(type, kubeconfig, { kubeconfig }).props,
    };
}
