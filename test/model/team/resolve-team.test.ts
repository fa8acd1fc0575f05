import { describe, expect, it } from "vitest";
import type { AgentPoolArgs } from "../../../model/pool";
import { teamAdmission } from "../../../model/team";
import { CRAWLER, DIGEST, GATEWAY, TEAM, said, team } from "./support/teams";

describe("a team", () => {
    it("has a value for everything that was left out", () => {
        const { team: made, findings } = team();
        expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
        const { pools, ...rest } = made ?? { pools: [] };
        expect(pools.map(({ pool }) => pool.name)).toEqual(["research-crawler", "research-digest"]);
        expect(rest).toEqual({
            name: "research",
            namespace: "research",
            platform: {},
            quota: { hard: {}, headroomPercent: 0, spareObjects: 10, byPriority: false },
            limitRange: { defaultRequest: { cpu: "100m", memory: "128Mi" }, defaultLimit: {}, max: {} },
            priorities: {},
            network: {
                isolation: "DefaultDeny",
                egressPorts: [443],
                egress: [],
                egressToTriggers: true,
                ingressNamespaces: [],
                kedaNamespace: "keda",
            },
            access: {},
            podSecurity: "restricted",
            labels: {},
        });
    });

    it("puts its labels on its pools, whose own are stronger", () => {
        const crawler = { ...CRAWLER, labels: { owner: "ann" } };
        const { team: made } = team({ pools: { crawler }, labels: { owner: "team", cost: "7" } });
        expect(made?.pools[0]?.pool.labels).toEqual({ owner: "ann", cost: "7" });
    });

    it("tells where in its own arguments something about a pool is", () => {
        const scale = { ...CRAWLER.scale, minReplicas: 30 };
        const { findings } = team({ pools: { crawler: { ...CRAWLER, scale } } });
        expect(findings.filter(({ severity }) => severity === "error").map(({ origin }) => origin)).toEqual([
            { argument: "pools.crawler.scale.minReplicas" },
        ]);
    });

    it.each<[what: string, args: object, ...messages: string[]]>([
        ["no pools", { pools: {} }, "pools is empty"],
        ["pools of the wrong type", { pools: [CRAWLER] }, "pools is a list, not an object"],
        [
            "a key that is no name",
            { pools: { "Crawler 1": CRAWLER } },
            'pools["Crawler 1"] is a name that is not an RFC 1123 label',
        ],
        ["an argument that is not there", { quotas: {} }, "quotas is not an argument"],
        [
            "a pool without a workload",
            { pools: { a: { ...CRAWLER, workload: undefined } } },
            "pools.a.workload is missing",
        ],
        [
            "a pool with a place of its own",
            { pools: { a: { ...CRAWLER, namespace: "other" } } },
            "pools.a.namespace is not an argument",
        ],
        [
            "an Output where an amount belongs",
            { quota: { hard: { pods: Promise.resolve("4") } } },
            "quota.hard.pods is an Output or a promise",
        ],
        [
            "a name that no quota counts under",
            { quota: { hard: { "request.cpu": "4" } } },
            'quota.hard["request.cpu"] is a name that is not a resource of a quota',
        ],
        [
            "half a pod",
            { quota: { hard: { pods: "2500m" } } },
            "quota.hard.pods is 2500m, and it counts whole pieces",
        ],
        [
            "less than nothing",
            { quota: { hard: { cpu: "-1" } } },
            'quota.hard.cpu is "-1", which is not an amount',
        ],
        [
            "a priority of the cluster's own parts",
            { priorities: { top: { value: 1_000_000_001 } } },
            "priorities.top.value is 1000000001, above 1000000000",
        ],
        [
            "a priority for which no node is added",
            { priorities: { low: { value: -11 } } },
            "priorities.low.value is -11, below -10",
        ],
        ["members that are nobody", { access: { viewers: {} } }, "access.viewers names nobody"],
        [
            "a request by default above the limit",
            { limitRange: { defaultRequest: { cpu: "2" }, defaultLimit: { cpu: "1" } } },
            "limitRange.defaultRequest.cpu is 2, above limitRange.defaultLimit 1",
        ],
        [
            "a device for every container",
            { limitRange: { max: { "nvidia.com/gpu": "1" } } },
            'limitRange.max["nvidia.com/gpu"] would give every container of the namespace as many',
        ],
        [
            "amounts for pods that are to have none",
            { quota: { bestEffortPods: 1 }, limitRange: { defaultRequest: { cpu: "1" } } },
            "limitRange.defaultRequest gives every container an amount, and quota.bestEffortPods is 1",
        ],
        [
            "a place that is both",
            { network: { egress: [{ cidr: "10.0.0.0/8", namespace: "a", ports: [1] }] } },
            "network.egress[0]",
        ],
        [
            "a network that is none",
            { network: { egress: [{ cidr: "10.0.0.256/8", ports: [1] }] } },
            'network.egress[0].cidr is "10.0.0.256/8", which is not a network',
        ],
        [
            "the short name of a class",
            {
                priorities: { batch: { value: 1 } },
                pools: { a: { ...CRAWLER, placement: { priorityClassName: "batch" } } },
            },
            'pools.a.placement.priorityClassName is "batch", and the team\'s class is called "research-batch"',
        ],
        [
            "a class that only looks like one of its own",
            {
                priorities: { batch: { value: 1 }, online: { value: 2 } },
                pools: { a: { ...CRAWLER, placement: { priorityClassName: "research-bacth" } } },
            },
            'pools.a.placement.priorityClassName is "research-bacth", which is called like a class of the team, and priorities makes "research-batch" and "research-online"',
        ],
        [
            "a class of its own where it has none",
            { pools: { a: { ...CRAWLER, placement: { priorityClassName: "research-batch" } } } },
            'pools.a.placement.priorityClassName is "research-batch", which is called like a class of the team, and priorities makes no class at all',
        ],
        [
            "a namespace that is there",
            { namespace: "default" },
            'namespace is "default", which every cluster has already',
        ],
        [
            "a namespace of the cluster",
            { namespace: "kube-system" },
            'namespace is "kube-system", which the cluster keeps for its own parts',
        ],
        [
            "a namespace with the cluster's prefix",
            { namespace: "kube-agents" },
            'namespace is "kube-agents", which the cluster keeps for its own parts',
        ],
        ["the namespace of KEDA", { namespace: "keda" }, 'namespace is "keda", where KEDA runs'],
        [
            "the namespace of KEDA elsewhere",
            { namespace: "scaling", network: { kedaNamespace: "scaling" } },
            'namespace is "scaling", where KEDA runs',
        ],
        [
            "a target that is managed elsewhere",
            { pools: { a: { ...CRAWLER, workload: { existing: { name: "old" } } } } },
            "pools.a.workload.existing cannot be in a team",
        ],
        [
            "jobs without end",
            {
                pools: {
                    a: {
                        ...DIGEST,
                        workload: {
                            ...DIGEST.workload,
                            job: { scalingStrategy: "custom", customScalingRunningJobPercentage: 0 },
                        },
                    },
                },
            },
            "pools.a.scale.maxReplicas is no end",
        ],
    ])("is refused for %s", (_what, args, ...messages) => {
        expect(said(args)).toEqual(
            expect.arrayContaining(
                messages.map((message) => expect.stringContaining(`error: ${message}`) as string),
            ),
        );
        expect(team(args).objects.length === 0 || said(args).length > 0).toBe(true);
    });

    it("takes its namespace from its name, also where it cannot have it", () => {
        expect(said({}, "error", "keda")).toEqual([
            expect.stringContaining('namespace is "keda", where KEDA runs') as string,
        ]);
        expect(said({ namespace: "agents" }, "error", "keda")).toEqual([]);
    });

    it.each(["kubed", "kube", "default-agents", "keda-agents"])("may be in the namespace %j", (namespace) => {
        expect(said({ namespace })).toEqual([]);
    });

    it("may be where KEDA would be, where KEDA is elsewhere", () => {
        expect(said({ namespace: "keda", network: { kedaNamespace: "scaling" } })).toEqual([]);
    });

    it("is told the class that a pool most likely meant", () => {
        const fixes = (priorityClassName: unknown) =>
            team({
                priorities: { batch: { value: 1 }, online: { value: 2 } },
                pools: { a: { ...CRAWLER, placement: { priorityClassName } } },
            })
                .findings.filter(({ severity }) => severity === "error")
                .map(({ fix }) => fix);
        expect(fixes("research-onlin")).toEqual(['use "research-online", or add the class to priorities']);
        expect(fixes("research-something-else")).toEqual([
            "add the class to priorities, or name one that is there",
        ]);
        expect(fixes("research-batch")).toEqual([]);
    });

    it("says nothing of classes of others, nor of one that is known only after apply", () => {
        const named = (priorityClassName: unknown) =>
            said({ pools: { a: { ...CRAWLER, placement: { priorityClassName } } } });
        expect(named("researchers-batch")).toEqual([]);
        expect(named("research")).toEqual([]);
        expect(named("agents-batch")).toEqual([]);
        expect(named(Promise.resolve("research-bacth"))).toEqual([]);
    });

    it("is refused for a wrong fact of the cluster once, however many pools it has", () => {
        const wrong = said({ platform: { kubernetesVersion: "1.9" } });
        expect(wrong).toEqual([
            expect.stringContaining("error: platform.kubernetesVersion is wrong") as string,
        ]);
    });

    it("is refused for all that is wrong at once", () => {
        const scale = { ...CRAWLER.scale, minReplicas: 30 };
        const wrong = said({
            pools: { a: { ...CRAWLER, scale }, b: { ...DIGEST, scale } },
            quota: { hard: { pods: "1" } },
        });
        expect(wrong.map((text) => /pools\.\w|quota\.hard/.exec(text)?.[0]).sort()).toEqual([
            "pools.a",
            "pools.b",
            "quota.hard",
        ]);
    });

    it.each([["Research"], ["a b"], [""], [7], ["a".repeat(64)]])("is not called %j", (name) => {
        expect(said({}, "error", name)).toEqual([expect.stringContaining("name is ") as string]);
    });

    it("needs amounts that are known before it is applied", () => {
        const requests = { cpu: Promise.resolve("1"), memory: "1Gi" };
        const podTemplate = {
            spec: { containers: [{ name: "agent", image: "a:1", resources: { requests } }] },
        };
        expect(said({ pools: { a: { ...CRAWLER, workload: { podTemplate } } } })).toEqual([
            expect.stringContaining(
                "pools.a.workload asks for cpu that is known only after apply, and the quota is computed from it",
            ) as string,
        ]);
    });
});

describe("the budget of a team", () => {
    const platform = { prices: { asOf: "2026-11-01", usdPerVcpuHour: 0.04, usdPerGibHour: 0.005 } };
    const priced = (usdPerMonth: number, args: object = {}) =>
        said({ ...TEAM, platform, budget: { usdPerMonth }, ...args });

    it("is held by all pools together, at the very cent, and says at which ceilings they fit", () => {
        // 730 hours of 20 pods at 5 cents each, and of 8 at 2.5 cents.
        expect(priced(876)).toEqual([]);
        expect(priced(875.99)).toEqual([
            [
                "error: budget.usdPerMonth is $875.99, and the ceilings of all pools are $876.00/month: crawler $730, digest $146 [team-budget]",
                "    fix: fits at pools.crawler.scale.maxReplicas <= 19, or at pools.digest.scale.maxReplicas <= 7; or raise the budget",
            ].join("\n"),
        ]);
    });

    it("leaves out a pool whose others are too dear by themselves", () => {
        expect(priced(200).join()).toContain("fits at pools.crawler.scale.maxReplicas <= 1; or raise");
        expect(priced(100).join()).toContain("lower the ceilings by $776 a month, or raise the budget");
    });

    it("says of which pool it does not know the price", () => {
        const podTemplate = { spec: { containers: [{ name: "agent", image: "a:1" }] } };
        const pools = { crawler: CRAWLER, plain: { ...CRAWLER, workload: { podTemplate } } };
        const warnings = said({ pools, platform, budget: { usdPerMonth: 1000 } }, "warning");
        expect(warnings.filter((text) => text.includes("team-budget"))).toEqual([
            expect.stringContaining("budget.usdPerMonth does not count plain, which has no price") as string,
        ]);
    });
});

describe("the bounds of a team's pools", () => {
    const bounds = (pool: AgentPoolArgs) => {
        const { team: made } = team({ pools: { a: pool }, admission: { mode: "Deny" } });
        return made === undefined ? undefined : teamAdmission(made)?.pools;
    };

    it("are those of what each pool runs", () => {
        expect(bounds(CRAWLER)).toEqual([
            { name: "research-a", kind: "Deployment", maxReplicas: 20, minReplicas: 0 },
        ]);
        expect(bounds(GATEWAY)).toEqual([
            { name: "research-a", kind: "Deployment", maxReplicas: 10, minReplicas: 2 },
        ]);
        expect(bounds(DIGEST)).toEqual([{ name: "research-a", kind: "ScaledJob", maxReplicas: 8 }]);
        const stateful: AgentPoolArgs = {
            ...CRAWLER,
            workload: { ...CRAWLER.workload, kind: "StatefulSet" },
        };
        expect(bounds(stateful)).toMatchObject([{ kind: "StatefulSet" }]);
    });

    it("let a pool go to zero that sleeps although it has a floor", () => {
        const idle = { ...CRAWLER, scale: { ...CRAWLER.scale, minReplicas: 3, scaleToZeroWhenIdle: true } };
        expect(bounds(idle)).toMatchObject([{ minReplicas: 0 }]);
    });

    it("let a pool be paused below its floor", () => {
        const paused = { ...CRAWLER, scale: { ...CRAWLER.scale, minReplicas: 3, pausedReplicas: 1 } };
        expect(bounds(paused)).toMatchObject([{ minReplicas: 1 }]);
    });

    it("are not made where nobody asks", () => {
        const { team: made } = team();
        expect(made === undefined ? "no team" : teamAdmission(made)).toBeUndefined();
    });
});
