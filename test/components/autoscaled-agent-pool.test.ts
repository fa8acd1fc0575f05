import * as pulumi from "@pulumi/pulumi";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { AutoscaledAgentPoolArgs } from "../../index";
import { AutoscaledAgentPool } from "../../index";
import { refuseBy, throwNow } from "../../components/refuse";
import type { Finding } from "../../model";
import { BATCH, GATEWAY, WORKER } from "./support/pools";
import { record } from "./support/record";

const POOL = "agent-autoscaling:index:AutoscaledAgentPool";

describe("AutoscaledAgentPool", () => {
    it("registers exactly the objects of a KEDA pool, below itself, in an order that works", async () => {
        const seen = await record((opts) => new AutoscaledAgentPool("worker", WORKER, opts));
        expect(seen.map(({ type, name, parent, dependsOn }) => ({ type, name, parent, dependsOn }))).toEqual([
            { type: POOL, name: "worker", parent: undefined, dependsOn: [] },
            { type: "kubernetes:apps/v1:Deployment", name: "worker", parent: "worker", dependsOn: [] },
            {
                type: "kubernetes:policy/v1:PodDisruptionBudget",
                name: "worker-disruption-budget",
                parent: "worker",
                dependsOn: [],
            },
            {
                type: "kubernetes:keda.sh/v1alpha1:TriggerAuthentication",
                name: "worker-authentication-queue",
                parent: "worker",
                dependsOn: [],
            },
            {
                type: "kubernetes:keda.sh/v1alpha1:ScaledObject",
                name: "worker-scaler",
                parent: "worker",
                dependsOn: ["worker", "worker-authentication-queue"],
            },
        ]);
    });

    it("registers exactly the objects of a pool on the native autoscaler", async () => {
        const seen = await record((opts) => new AutoscaledAgentPool("gateway", GATEWAY, opts));
        expect(seen.map(({ type, name }) => `${type} ${name}`)).toEqual([
            `${POOL} gateway`,
            "kubernetes:apps/v1:Deployment gateway",
            "kubernetes:policy/v1:PodDisruptionBudget gateway-disruption-budget",
            "kubernetes:autoscaling/v2:HorizontalPodAutoscaler gateway-scaler",
        ]);
    });

    it("registers a VerticalPodAutoscaler beside its workload where one was asked for", async () => {
        const vertical = { maxAllowed: { memory: "1Gi" } };
        const seen = await record(
            (opts) => new AutoscaledAgentPool("gateway", { ...GATEWAY, vertical }, opts),
        );
        const last = seen.at(-1);
        expect(last).toMatchObject({
            type: "kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler",
            name: "gateway-vertical",
            parent: "gateway",
            dependsOn: ["gateway"],
            deleteBeforeReplace: true,
        });
        expect(last?.inputs).toMatchObject({
            apiVersion: "autoscaling.k8s.io/v1",
            kind: "VerticalPodAutoscaler",
            metadata: { name: "gateway", namespace: "agents" },
            spec: { targetRef: { kind: "Deployment", name: "gateway" }, updatePolicy: { updateMode: "Off" } },
        });
    });

    it("registers a pool of jobs as one ScaledJob under the pool's own name, after what it logs in with", async () => {
        const seen = await record((opts) => new AutoscaledAgentPool("digest", BATCH, opts));
        expect(
            seen.map(({ type, name, parent, dependsOn, deleteBeforeReplace, aliases, formerTypes }) => ({
                type,
                name,
                parent,
                dependsOn,
                deleteBeforeReplace,
                aliases,
                formerTypes,
            })),
        ).toEqual([
            {
                type: POOL,
                name: "digest",
                parent: undefined,
                dependsOn: [],
                deleteBeforeReplace: undefined,
                aliases: [],
                formerTypes: [],
            },
            {
                type: "kubernetes:keda.sh/v1alpha1:TriggerAuthentication",
                name: "digest-authentication-queue",
                parent: "digest",
                dependsOn: [],
                deleteBeforeReplace: true,
                aliases: [],
                formerTypes: [],
            },
            {
                type: "kubernetes:keda.sh/v1alpha1:ScaledJob",
                name: "digest",
                parent: "digest",
                dependsOn: ["digest-authentication-queue"],
                deleteBeforeReplace: true,
                aliases: [],
                formerTypes: [],
            },
        ]);
        expect(seen.at(-1)?.inputs).toMatchObject({
            apiVersion: "keda.sh/v1alpha1",
            kind: "ScaledJob",
            metadata: { name: "digest", namespace: "agents" },
            spec: {
                rollout: { strategy: "gradual" },
                triggers: [{ authenticationRef: { name: "digest-queue" } }],
            },
        });
    });

    it("never writes replicas, and ignores nothing where nothing is adopted", async () => {
        const seen = await record((opts) => new AutoscaledAgentPool("worker", WORKER, opts));
        const deployment = seen.find(({ type }) => type === "kubernetes:apps/v1:Deployment");
        expect(deployment?.inputs["spec"]).not.toHaveProperty("replicas");
        expect(seen.flatMap(({ ignoreChanges }) => ignoreChanges ?? [])).toEqual([]);
    });

    it("deletes before it replaces every object with a fixed name", async () => {
        const seen = await record((opts) => new AutoscaledAgentPool("worker", WORKER, opts));
        const children = seen.filter(({ type }) => type !== POOL);
        expect(children.map(({ deleteBeforeReplace }) => deleteBeforeReplace)).toEqual([
            true,
            true,
            true,
            true,
        ]);
    });

    it("replaces the autoscaler, the old one first, when a live pool changes its engine", async () => {
        const scalers = await Promise.all([
            record((opts) => new AutoscaledAgentPool("pool", WORKER, opts)),
            record((opts) => new AutoscaledAgentPool("pool", GATEWAY, opts)),
        ]);
        const options = scalers.map((seen) => {
            const { formerTypes, replaceOnChanges } = seen.find(({ name }) => name === "pool-scaler") ?? {};
            return { formerTypes, replaceOnChanges };
        });
        expect(options).toEqual([
            {
                formerTypes: expect.arrayContaining([
                    "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
                ]) as unknown,
                replaceOnChanges: ["kind"],
            },
            {
                formerTypes: expect.arrayContaining(["kubernetes:keda.sh/v1alpha1:ScaledObject"]) as unknown,
                replaceOnChanges: ["kind"],
            },
        ]);
    });

    it.each([
        ["spec.maxReplicaCount", WORKER],
        ["spec.maxReplicas", GATEWAY],
    ])(
        "leaves %s to the CronJobs that set it at night, which come after what they patch",
        async (path, of) => {
            const hours = { name: "night", start: "0 22 * * *", end: "0 6 * * *", timeZone: "Europe/Berlin" };
            const args = { ...of, scale: { ...of.scale, schedules: [{ ...hours, maxReplicas: 5 }] } };
            const seen = await record((opts) => new AutoscaledAgentPool("pool", args, opts));
            expect(seen.filter(({ ignoreChanges }) => ignoreChanges !== undefined)).toMatchObject([
                { name: "pool-scaler", ignoreChanges: [path] },
            ]);
            const clock = seen.filter(({ type }) => type === "kubernetes:batch/v1:CronJob");
            expect(clock.map(({ name, parent, dependsOn }) => [name, parent, dependsOn])).toEqual([
                ["pool-clock-night-opens", "pool", ["pool-clock-role-binding", "pool-scaler"]],
                ["pool-clock-night-closes", "pool", ["pool-clock-role-binding", "pool-scaler"]],
            ]);
        },
    );

    it("takes a Deployment over: its URN as alias, its selector, and its replicas left alone", async () => {
        const urn = "urn:pulumi:stack::project::kubernetes:apps/v1:Deployment::old";
        const adopt = { deployment: { deploymentUrn: urn, name: "old-worker", matchLabels: { app: "old" } } };
        const seen = await record((opts) => new AutoscaledAgentPool("worker", { ...WORKER, adopt }, opts));
        const deployment = seen.find(({ type }) => type === "kubernetes:apps/v1:Deployment");
        expect(deployment?.aliases).toContain(urn);
        expect(deployment?.ignoreChanges).toEqual(["spec.replicas"]);
        expect(deployment?.inputs).toMatchObject({
            metadata: { name: "old-worker" },
            spec: {
                selector: { matchLabels: { app: "old" } },
                template: { metadata: { labels: { app: "old" } } },
            },
        });
        const scaler = seen.find(({ name }) => name === "worker-scaler");
        expect(scaler?.inputs).toMatchObject({ spec: { scaleTargetRef: { name: "old-worker" } } });
    });

    it("passes an Output through to every object that it names", async () => {
        const namespace = pulumi.output("team-a");
        const seen = await record(
            (opts) => new AutoscaledAgentPool("worker", { ...WORKER, namespace }, opts),
        );
        const children = seen.filter(({ type }) => type !== POOL);
        expect(children.map(({ inputs }) => (inputs["metadata"] as { namespace: string }).namespace)).toEqual(
            children.map(() => "team-a"),
        );
    });

    it("puts the user's labels on every object and on the pods", async () => {
        const labels = { team: "research" };
        const seen = await record((opts) => new AutoscaledAgentPool("worker", { ...WORKER, labels }, opts));
        for (const { type, inputs } of seen.filter((resource) => resource.type !== POOL)) {
            expect(inputs, type).toMatchObject({ metadata: { labels } });
        }
        const deployment = seen.find(({ type }) => type === "kubernetes:apps/v1:Deployment");
        expect(deployment?.inputs).toMatchObject({ spec: { template: { metadata: { labels } } } });
    });

    it("says in its outputs where the pool is and how to select its pods", async () => {
        const outputs: unknown[] = [];
        await record((opts) => {
            const pool = new AutoscaledAgentPool("gateway", GATEWAY, opts);
            const { namespace, workloadName, scalerName, engine, podLabels } = pool;
            pulumi
                .output({ namespace, workloadName, scalerName, engine, podLabels })
                .apply((all) => outputs.push(all));
        });
        expect(outputs[0]).toEqual({
            namespace: "agents",
            workloadName: "gateway",
            scalerName: "gateway",
            engine: "HorizontalPodAutoscaler",
            podLabels: { "agent-autoscaling/pool": "gateway" },
        });
    });
});

describe("a pool that is doubtful", () => {
    const spy = vi.spyOn(pulumi.log, "warn");
    afterEach(() => {
        spy.mockClear();
    });
    const doubtful = {
        ...WORKER,
        workload: { ...WORKER.workload, terminationGracePeriodSeconds: 30 },
    };
    const warnings = async (args: AutoscaledAgentPoolArgs): Promise<string[]> => {
        await record((opts) => new AutoscaledAgentPool("worker", args, opts));
        return spy.mock.calls.map(([text]) => text);
    };

    it("is registered all the same, with a warning", async () => {
        expect(await warnings(doubtful)).toEqual([expect.stringContaining("[grace-covers-task]")]);
    });

    it("is not warned of what it is exempt from, until that has run out", async () => {
        const exemption = { rule: "grace-covers-task", reason: "tasks are handed back" };
        expect(await warnings({ ...doubtful, exemptions: [exemption] })).toEqual([]);
        const over = { ...exemption, until: "2020-01-01" };
        expect(await warnings({ ...doubtful, exemptions: [over] })).toEqual([
            expect.stringContaining("ran out on 2020-01-01 [exemption]"),
            expect.stringContaining("[grace-covers-task]"),
        ]);
    });
});

describe("a pool that cannot work", () => {
    const refused: { name: string; findings: readonly Finding[] }[] = [];
    const collect = (): void => {
        refuseBy((_resource, name, findings) => {
            refused.push({ name, findings });
        });
    };
    afterEach(() => {
        refused.length = 0;
    });

    it("registers no child, and every bad pool of the program is refused with all of its errors", async () => {
        collect();
        const bad = {
            ...WORKER,
            scale: { ...WORKER.scale, minReplicas: 30 },
            qosClass: "Guaranteed" as const,
        };
        const worse = { ...GATEWAY, scale: { ...GATEWAY.scale, maxReplicas: 1.5, minReplicas: -1 } };
        const seen = await record((opts) => {
            new AutoscaledAgentPool("bad", bad, opts);
            new AutoscaledAgentPool("worse", worse, opts);
            new AutoscaledAgentPool("good", GATEWAY, opts);
        });
        expect(seen.map(({ name }) => name)).toEqual([
            "bad",
            "worse",
            "good",
            "good",
            "good-disruption-budget",
            "good-scaler",
        ]);
        expect(refused.map(({ name, findings }) => ({ name, ids: findings.map(({ id }) => id) }))).toEqual([
            { name: "bad", ids: ["scale-bounds"] },
            { name: "worse", ids: ["argument-shape", "argument-shape"] },
        ]);
        expect(refused[0]?.findings[0]?.message).toBe("the floor 30 is above the ceiling 20");
        expect(refused[0]?.findings[0]?.origin).toEqual({ argument: "scale.minReplicas" });
    });

    it("is refused where its ceiling costs more than its own budget, down to the cent", async () => {
        const costing = (usdPerMonth: number) =>
            record((opts) => new AutoscaledAgentPool("worker", { ...WORKER, budget: { usdPerMonth } }, opts));
        const message = "20 x (1 vCPU, 2 GiB) = $585.24/month > budget $585.23";
        refuseBy(throwNow);
        await expect(costing(585.23)).rejects.toMatchObject({
            message: 'the pool "worker" cannot work (1 error)',
            errors: [
                {
                    propertyPath: "scale.maxReplicas",
                    reason: `${message}; fits at maxReplicas <= 19, or with 1.9375 GiB`,
                },
            ],
        });
        collect();
        expect(await costing(585.23)).toHaveLength(1);
        expect(refused[0]?.findings).toMatchObject([
            {
                id: "cost-pool-budget",
                message,
                fix: "fits at maxReplicas <= 19, or with 1.9375 GiB",
                origin: { argument: "scale.maxReplicas" },
            },
        ]);
        expect((await costing(585.24)).length).toBeGreaterThan(1);
        expect(refused).toHaveLength(1);
    });

    it("refuses an Output where a number decides scale", async () => {
        collect();
        const maxReplicas = pulumi.output(5) as unknown as number;
        await record(
            (opts) =>
                new AutoscaledAgentPool(
                    "out",
                    { ...GATEWAY, scale: { ...GATEWAY.scale, maxReplicas } },
                    opts,
                ),
        );
        expect(refused[0]?.findings).toMatchObject([{ path: "scale.maxReplicas", id: "argument-shape" }]);
    });
});
