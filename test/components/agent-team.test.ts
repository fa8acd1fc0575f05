import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
    AdmissionMode,
    AgentTeam,
    type AgentPoolArgs,
    type AgentTeamArgs,
    type AutoscaledAgentPoolArgs,
} from "../../index";
import { refuseBy } from "../../components/refuse";
import type { Finding } from "../../model";
import type { Recorded } from "./support/record";
import { record } from "./support/record";
import { GATEWAY, WORKER } from "./support/pools";

const TEAM = "agent-autoscaling:index:AgentTeam";
const POOL = "agent-autoscaling:index:AutoscaledAgentPool";
const ADMISSION = "agent-autoscaling:index:AutoscalingAdmission";
const RBAC = "kubernetes:rbac.authorization.k8s.io/v1";

/** A pool without a place of its own. */
const poolOf = (pool: AutoscaledAgentPoolArgs): AgentPoolArgs => ({ ...pool, ...{ namespace: undefined } });

const ARGS: AgentTeamArgs = {
    pools: { crawler: poolOf(WORKER), gateway: poolOf(GATEWAY) },
    priorities: { batch: { value: 100 } },
    access: { viewers: { groups: ["research"] } },
};

const refused: { name: string; what: string; findings: readonly Finding[] }[] = [];
beforeEach(() => {
    refuseBy((_resource, name, findings, what) => {
        refused.push({ name, what, findings });
    });
});
afterEach(() => {
    refused.length = 0;
});

const outline = (seen: readonly Recorded[]) =>
    seen.map(({ type, name, parent }) => `${parent ?? "-"} > ${type} ${name}`);
const messages = () => refused.map(({ findings }) => findings.map(({ message }) => message)).flat();

describe("AgentTeam", () => {
    it("registers what bounds the pools, then the pools, below itself", async () => {
        const seen = await record((opts) => new AgentTeam("research", ARGS, opts));
        expect(refused).toEqual([]);
        const policy = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
        expect(outline(seen)).toEqual([
            `- > ${TEAM} research`,
            "research > kubernetes:core/v1:Namespace research-namespace",
            "research > kubernetes:scheduling.k8s.io/v1:PriorityClass research-priority-batch",
            "research > kubernetes:core/v1:LimitRange research-limit-range",
            "research > kubernetes:core/v1:ResourceQuota research-quota",
            `research > ${policy} research-network-default-deny`,
            `research > ${policy} research-network-dns`,
            `research > ${policy} research-network-egress`,
            `research > ${policy} research-network-crawler-triggers`,
            `research > ${policy} research-network-gateway-ingress`,
            `research > ${policy} research-network-internal`,
            `research > ${RBAC}:Role research-viewer`,
            `research > ${RBAC}:RoleBinding research-viewer-binding`,
            `research > ${POOL} research-crawler`,
            "research-crawler > kubernetes:apps/v1:Deployment research-crawler",
            "research-crawler > kubernetes:policy/v1:PodDisruptionBudget research-crawler-disruption-budget",
            "research-crawler > kubernetes:keda.sh/v1alpha1:TriggerAuthentication research-crawler-authentication-queue",
            "research-crawler > kubernetes:keda.sh/v1alpha1:ScaledObject research-crawler-scaler",
            `research > ${POOL} research-gateway`,
            "research-gateway > kubernetes:apps/v1:Deployment research-gateway",
            "research-gateway > kubernetes:policy/v1:PodDisruptionBudget research-gateway-disruption-budget",
            "research-gateway > kubernetes:autoscaling/v2:HorizontalPodAutoscaler research-gateway-scaler",
        ]);
    });

    it("gives the engine whole objects, and what cannot be changed is made anew", async () => {
        const seen = await record((opts) => new AgentTeam("research", ARGS, opts));
        const find = (name: string, type: string) =>
            seen.find((each) => each.name === name && each.type.endsWith(`:${type}`));
        const labels = { "app.kubernetes.io/name": "research", "app.kubernetes.io/component": "agent-team" };
        const priority = find("research-priority-batch", "PriorityClass");
        expect(priority?.inputs).toEqual({
            apiVersion: "scheduling.k8s.io/v1",
            kind: "PriorityClass",
            metadata: { name: "research-batch", labels },
            value: 100,
            preemptionPolicy: "Never",
        });
        expect(priority).toMatchObject({
            deleteBeforeReplace: true,
            replaceOnChanges: ["value", "preemptionPolicy"],
        });
        expect(find("research-viewer-binding", "RoleBinding")).toMatchObject({
            inputs: {
                metadata: { name: "research-viewer", namespace: "research", labels },
                roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "research-viewer" },
                subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: "research" }],
            },
            dependsOn: ["research-namespace", "research-viewer"],
        });
        expect(find("research-crawler", "Deployment")?.inputs).toMatchObject({
            metadata: { name: "research-crawler", namespace: "research" },
        });
        expect(find("research-crawler", "AutoscaledAgentPool")?.dependsOn).toEqual(
            expect.arrayContaining(["research-namespace", "research-quota", "research-limit-range"]),
        );
    });

    it("says where it is, what its quota holds, what it costs and how its pools are called", async () => {
        let made: AgentTeam | undefined;
        await record((opts) => {
            made = new AgentTeam("research", { ...ARGS, namespace: "lab" }, opts);
        });
        const outputs = pulumi.output([made?.namespace, made?.quota, made?.cost, made?.poolNames]);
        const [namespace, quota, cost, poolNames] = await new Promise<unknown[]>((resolve) =>
            outputs.apply(resolve as never),
        );
        expect(namespace).toBe("lab");
        expect(quota).toMatchObject({ pods: "38", "requests.cpu": "31500m" });
        expect(cost).toHaveProperty("ceilingUsdPerMonth");
        expect(poolNames).toEqual(["research-crawler", "research-gateway"]);
    });

    it("holds the bounds of its pools by policies of the API server, where asked", async () => {
        const admission = { mode: AdmissionMode.Deny, ceiling: 5, exemptUsers: ["ann"] };
        const seen = await record((opts) => new AgentTeam("research", { ...ARGS, admission }, opts));
        const bounds = seen.find(({ type }) => type === ADMISSION);
        expect(bounds).toMatchObject({ name: "research-admission", parent: "research" });
        const binding = seen.find(({ name }) => name === "research-admission-workloads-binding");
        expect(binding?.inputs["spec"]).toMatchObject({
            matchResources: { namespaceSelector: { matchExpressions: [{ values: ["research"] }] } },
        });
        const policy = seen.find(({ name }) => name === "research-admission-workloads");
        expect(JSON.stringify(policy?.inputs)).toContain(
            String.raw`{\"deployments/research-crawler\": 20, \"deployments/research-gateway\": 10}`,
        );
        const pool = seen.find(({ name, type }) => name === "research-crawler" && type === POOL);
        expect(pool?.dependsOn).toContain("research-admission");
    });

    it("lets a pool stand that works only in its team", async () => {
        const podTemplate = { spec: { containers: [{ name: "agent", image: "registry.example/a:1" }] } };
        const gateway = { ...poolOf(GATEWAY), workload: { podTemplate } };
        const seen = await record((opts) => new AgentTeam("research", { pools: { gateway } }, opts));
        expect(refused).toEqual([]);
        expect(outline(seen)).toContain("research-gateway > kubernetes:apps/v1:Deployment research-gateway");
    });
});

describe("a team that cannot work", () => {
    it("registers no child, and says once all that is wrong with it and its pools", async () => {
        const crawler = poolOf(WORKER);
        const broken = { ...crawler, scale: { ...crawler.scale, minReplicas: 30 } };
        const args = { pools: { crawler: broken }, quota: { hard: { pods: "3" } } };
        const seen = await record((opts) => new AgentTeam("research", args, opts));
        expect(outline(seen)).toEqual([`- > ${TEAM} research`]);
        expect(refused.map(({ name, what }) => `${what} ${name}`)).toEqual(["team research"]);
        expect(refused[0]?.findings.map(({ origin }) => origin.argument).sort()).toEqual([
            "pools.crawler.scale.minReplicas",
            "quota.hard.pods",
        ]);
    });

    it("is one whose namespace another team of the program has", async () => {
        const seen = await record((opts) => {
            new AgentTeam("research", ARGS, opts);
            new AgentTeam("science", { ...ARGS, namespace: "research" }, opts);
        });
        expect(messages()).toEqual(['namespace is "research", which the team "research" has already']);
        expect(outline(seen).filter((line) => line.includes("science"))).toEqual([`- > ${TEAM} science`]);
    });

    it("is one whose pools or priority classes would be called like those of another team", async () => {
        const priorities = (key: string) => ({ [key]: { value: 100 } });
        const seen = await record((opts) => {
            const first = { pools: { "b-c": poolOf(WORKER) }, priorities: priorities("b-q") };
            new AgentTeam("a", first, opts);
            const second = {
                pools: { free: poolOf(WORKER), c: poolOf(GATEWAY) },
                priorities: { ...priorities("q"), ...priorities("p") },
            };
            new AgentTeam("a-b", second, opts);
            new AgentTeam("a-b-free", { pools: { worker: poolOf(WORKER) }, namespace: "a-b" }, opts);
        });
        expect(refused.map(({ name }) => name)).toEqual(["a-b"]);
        expect(messages()).toEqual([
            'priorities.q of the team "a-b" is the priority class "a-b-q", and so is priorities.b-q of the team "a"',
            'pools.c of the team "a-b" is the pool "a-b-c", and so is pools.b-c of the team "a"',
        ]);
        expect(refused[0]?.findings.map(({ origin }) => origin.argument)).toEqual([
            "priorities.q",
            "pools.c",
        ]);
        expect(seen.filter(({ parent }) => parent === "a-b")).toEqual([]);
        // A team that was refused has none of its names, so a third may have them.
        expect(seen.map(({ name }) => name)).toContain("a-b-free-worker");
    });

    it("is one of the name of another, which is said once and not by the engine", async () => {
        const seen = await record((opts) => {
            new AgentTeam("research", ARGS, opts);
            new AgentTeam("research", { ...ARGS, namespace: "lab" }, opts);
        });
        expect(refused.map(({ name }) => name)).toEqual(["research"]);
        expect(messages()).toEqual([
            'name is "research", which another team of the program is called already',
        ]);
        expect(outline(seen).filter((line) => line.includes(TEAM))).toEqual([
            `- > ${TEAM} research`,
            `- > ${TEAM} research (again)`,
        ]);
        expect(seen.filter(({ parent }) => parent === "research (again)")).toEqual([]);
    });

    it("may have a pool, a priority class and a namespace of one name", async () => {
        await record((opts) => {
            new AgentTeam("a", { pools: { b: poolOf(WORKER) }, priorities: { b: { value: 1 } } }, opts);
            new AgentTeam("a-b", { pools: { c: poolOf(WORKER) } }, opts);
        });
        expect(messages()).toEqual([]);
    });

    it("is none for a namespace that was a team's in another program of the process", async () => {
        await record((opts) => new AgentTeam("research", ARGS, opts));
        await record((opts) => new AgentTeam("research", ARGS, opts));
        expect(messages()).toEqual([]);
    });

    it("sends nothing to the engine that does not survive the way", async () => {
        const args = { pools: { crawler: pulumi.output(poolOf(WORKER)) } } as unknown as AgentTeamArgs;
        const seen = await record((opts) => new AgentTeam("research", args, opts));
        expect(outline(seen)).toEqual([`- > ${TEAM} research`]);
        expect(messages()).toEqual([
            "pools.crawler is an Output or a promise, whose value is not known before the program is applied",
        ]);
    });
});
