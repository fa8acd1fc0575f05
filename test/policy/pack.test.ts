import { cp, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { EnforcementLevel, PolicySeverity } from "@pulumi/pulumi/proto/analyzer_pb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { secretValue } from "../plugin/output-value";
import type { WireResource } from "./support/pack-process";
import { PackProcess } from "./support/pack-process";
import { UNKNOWN } from "./support/stack";

const ROOT = resolve(__dirname, "../..");

const worker = (env: unknown = "plain"): WireResource => ({
    type: "kubernetes:apps/v1:Deployment",
    name: "research",
    props: {
        metadata: { name: "research", namespace: "agents" },
        spec: {
            selector: { matchLabels: { app: "research" } },
            template: {
                metadata: { labels: { app: "research" } },
                spec: {
                    topologySpreadConstraints: ["kubernetes.io/hostname", "topology.kubernetes.io/zone"].map(
                        (topologyKey) => ({
                            topologyKey,
                            maxSkew: 1,
                            whenUnsatisfiable: "ScheduleAnyway",
                            labelSelector: { matchLabels: { app: "research" } },
                        }),
                    ),
                    containers: [
                        {
                            name: "agent",
                            image: "ghcr.io/acme/agent:latest",
                            env: [{ name: "TOKEN", value: env }],
                            resources: {
                                requests: { cpu: "500m", memory: "1Gi" },
                                limits: { memory: "1Gi" },
                            },
                        },
                    ],
                },
            },
        },
    },
});

const scaler = (spec: object): WireResource => ({
    type: "kubernetes:keda.sh/v1alpha1:ScaledObject",
    name: "scaler",
    props: {
        metadata: { name: "research", namespace: "agents" },
        spec: {
            scaleTargetRef: { name: "research" },
            minReplicaCount: 1,
            maxReplicaCount: 8,
            triggers: [
                { type: "redis", metadata: { address: "redis:6379", listName: "tasks", listLength: "5" } },
            ],
            ...spec,
        },
    },
});

const rulesOf = (diagnostics: readonly { message: string }[]): unknown[] =>
    diagnostics.map(({ message }) => /\[(.*)\]$/m.exec(message)?.[1]);

describe("the built pack, launched as the engine does", () => {
    let pack: PackProcess;

    beforeAll(async () => {
        pack = await PackProcess.start(join(ROOT, "policy-packs", "autoscaling-guardrails"));
    });
    afterAll(() => pack.stop());

    it("says what it is, and what may be configured", async () => {
        const { name, version, policiesList } = await pack.info();
        expect({ name, version }).toEqual({ name: "autoscaling-guardrails", version: "0.1.0" });
        expect(policiesList.map((policy) => [policy.name, policy.enforcementlevel])).toEqual([
            ["guardrails", EnforcementLevel.MANDATORY],
            ["remediate-labels", EnforcementLevel.DISABLED],
            ["remediate-unhealthy-eviction", EnforcementLevel.DISABLED],
        ]);
        const properties = policiesList[0]?.configschema?.properties?.fieldsMap ?? [];
        expect(properties.map(([key]) => key).sort()).toEqual(["onUnknown", "platform", "profile", "rules"]);
    });

    it("lets a stack pass that keeps the rules, and only advises on what is of little weight", async () => {
        const diagnostics = await pack.analyzeStack([worker(), scaler({})]);
        expect(rulesOf(diagnostics)).toEqual(["image-tag"]);
        expect(diagnostics[0]).toMatchObject({
            policyname: "guardrails",
            enforcementlevel: EnforcementLevel.ADVISORY,
            severity: PolicySeverity.POLICY_SEVERITY_MEDIUM,
            urn: "urn:pulumi:test::project::kubernetes:apps/v1:Deployment::research",
        });
    });

    it("refuses a stack that cannot work or is not known, and shows no secret", async () => {
        const diagnostics = await pack.analyzeStack([
            worker(secretValue("hush")),
            scaler({ minReplicaCount: 9 }),
            { ...scaler({ maxReplicaCount: UNKNOWN }), name: "other" },
        ]);
        const refused = diagnostics.filter((each) => each.enforcementlevel === EnforcementLevel.MANDATORY);
        expect(rulesOf(refused)).toEqual(["scale-bounds", "scale-bounds"]);
        expect(refused[0]?.severity).toBe(PolicySeverity.POLICY_SEVERITY_HIGH);
        expect(refused.map(({ message }) => message)).toEqual([
            expect.stringMatching(/^other: the ceiling is known only after apply/),
            expect.stringMatching(/^scaler: the floor 9 is above the ceiling 8/),
        ]);
        expect(JSON.stringify(diagnostics)).not.toContain("hush");
    });

    it("follows its configuration, and the level that the engine gives it", async () => {
        const stack = [worker(), scaler({ minReplicaCount: 9 })];
        await pack.configure("guardrails", EnforcementLevel.ADVISORY, { rules: { "image-tag": "off" } });
        const advised = await pack.analyzeStack(stack);
        expect(rulesOf(advised)).toContain("scale-bounds");
        expect(rulesOf(advised)).not.toContain("image-tag");
        expect(new Set(advised.map((each) => each.enforcementlevel))).toEqual(
            new Set([EnforcementLevel.ADVISORY]),
        );

        await pack.configure("guardrails", EnforcementLevel.MANDATORY, { profile: "lax" });
        const [problem, ...more] = await pack.analyzeStack(stack);
        expect(problem?.message).toContain(
            "the settings of the pack are wrong, so nothing is checked: profile",
        );
        expect(problem?.enforcementlevel).toBe(EnforcementLevel.MANDATORY);
        expect(more).toEqual([]);
    });
});

describe("the built pack on resources of clouds, asked as an engine asks", () => {
    let pack: PackProcess;
    const group = (name: string, inputs: object): WireResource => {
        const written = {
            clusterName: "agents",
            capacityType: "SPOT",
            instanceTypes: ["m7i.xlarge", "m7a.xlarge", "m6i.xlarge"],
            scalingConfig: { minSize: 0, desiredSize: 1, maxSize: 4 },
            taints: [{ key: "spot", value: "true", effect: "NO_SCHEDULE" }],
            ...inputs,
        };
        return {
            type: "aws:eks/nodeGroup:NodeGroup",
            name,
            inputs: written,
            // What a preview does not know of what the cloud makes.
            props: { amiType: UNKNOWN, arn: UNKNOWN, version: UNKNOWN, ...written },
            ignoreChanges: ["scalingConfig.desiredSize"],
        };
    };

    beforeAll(async () => {
        pack = await PackProcess.start(join(ROOT, "policy-packs", "autoscaling-guardrails"));
    });
    afterAll(() => pack.stop());

    it("lets a sound spot group pass", async () => {
        expect(await pack.preview([group("sound", {})])).toEqual([]);
    });

    it("finds a spot group on one type of machine, at its resource", async () => {
        const [diagnostic, ...more] = await pack.preview([
            group("poor", { instanceTypes: ["m7i.xlarge"] }),
            group("sound", {}),
        ]);
        expect(more).toEqual([]);
        expect(diagnostic).toMatchObject({
            policyname: "guardrails",
            urn: "urn:pulumi:test::project::aws:eks/nodeGroup:NodeGroup::poor",
            message: expect.stringMatching(/^poor: .*\[spot-diversity\]/) as unknown,
        });
    });

    it("tells of sizes that a preview does not know, and still judges the others", async () => {
        const diagnostics = await pack.preview([
            group("unknown", { scalingConfig: { minSize: 0, maxSize: UNKNOWN } }),
            group("reversed", { scalingConfig: { minSize: 9, maxSize: 4 } }),
        ]);
        expect(diagnostics.map(({ message }) => message)).toEqual([
            expect.stringMatching(/^reversed: the floor 9 is above the ceiling 4 \[node-pool-bounds\]/),
            expect.stringMatching(/^unknown: scalingConfig.maxSize is known only after apply/),
        ]);
        expect(new Set(diagnostics.map((each) => each.enforcementlevel))).toEqual(
            new Set([EnforcementLevel.MANDATORY]),
        );
    });

    it("finds a size that an apply and an autoscaler both write, unless it is left alone", async () => {
        const written = { ...group("written", {}), ignoreChanges: [] };
        expect(rulesOf(await pack.preview([written]))).toEqual(["node-pool-size-owned"]);
    });

    it("judges a GKE node pool and a schedule by what was written, and not by what the cloud fills in", async () => {
        const pool = { autoscaling: { totalMinNodeCount: 0, totalMaxNodeCount: 4 } };
        const filled = { ...pool, nodeCount: UNKNOWN, initialNodeCount: UNKNOWN, nodeConfig: UNKNOWN };
        const schedule = { scheduledActionName: "open", minSize: 5, maxSize: -1 };
        const diagnostics = await pack.preview([
            { type: "gcp:container/nodePool:NodePool", name: "gke", inputs: pool, props: filled },
            {
                type: "aws:autoscaling/schedule:Schedule",
                name: "open",
                inputs: schedule,
                props: { ...schedule, desiredCapacity: 0 },
            },
        ]);
        expect(rulesOf(diagnostics)).toEqual(["node-schedule-sizes"]);
    });
});

describe("the built pack on the parts of a pool", () => {
    let pack: PackProcess;
    const component = { type: "agent-autoscaling:index:AutoscaledAgentPool", name: "research" };
    const args = {
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
        budget: { usdPerMonth: 10 },
    };
    const parts = [
        { ...worker(), parent: component },
        { ...scaler({}), parent: component },
    ];

    beforeAll(async () => {
        pack = await PackProcess.start(join(ROOT, "policy-packs", "autoscaling-guardrails"));
    });
    afterAll(() => pack.stop());

    it("reads the pool's arguments where an object does not carry them", async () => {
        // At the end of a run a component has its outputs, and no longer what it was given.
        const outputs = { scalerName: "research" };
        expect(rulesOf(await pack.analyzeStack([{ ...component, props: outputs }, ...parts]))).toEqual([
            "image-tag",
        ]);
        const found = await pack.preview([{ ...component, inputs: args, props: outputs }, ...parts]);
        expect(rulesOf(found)).toContain("cost-pool-budget");
    });
});

describe("what the built pack mends", () => {
    let pack: PackProcess;
    const budget = (spec: object): WireResource => ({
        type: "kubernetes:policy/v1:PodDisruptionBudget",
        name: "budget",
        props: { metadata: { name: "research" }, spec },
    });

    beforeAll(async () => {
        pack = await PackProcess.start(join(ROOT, "policy-packs", "autoscaling-guardrails"));
    });
    afterAll(() => pack.stop());

    it("is nothing until it is asked to", async () => {
        expect(await pack.remediate(budget({ maxUnavailable: 1 }))).toEqual({});
    });

    it("is what a budget leaves unsaid of pods that are not ready, and no word of what it says", async () => {
        await pack.configure("remediate-unhealthy-eviction", EnforcementLevel.REMEDIATE, {});
        expect(await pack.remediate(budget({ maxUnavailable: 1 }))).toEqual({
            "remediate-unhealthy-eviction": {
                metadata: { name: "research" },
                spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow" },
            },
        });
        const said = { maxUnavailable: 1, unhealthyPodEvictionPolicy: "IfHealthyBudget" };
        expect(await pack.remediate(budget(said))).toEqual({});
        expect(await pack.remediate({ ...budget({}), props: { spec: UNKNOWN } })).toEqual({});
        expect(await pack.remediate(worker())).toEqual({});
    });

    it("asks for no configuration while it is disabled, and for labels when it is to add some", async () => {
        const { policiesList } = await pack.info();
        expect(policiesList.map(({ configschema }) => configschema?.requiredList ?? [])).toEqual([
            [],
            [],
            [],
        ]);
        await pack.configure("remediate-labels", EnforcementLevel.REMEDIATE, {});
        await expect(pack.remediate(worker())).rejects.toThrow("give some in its configuration");
    });

    it("is labels that are missing, never the pods' own, and keeps a secret one", async () => {
        await pack.configure("remediate-unhealthy-eviction", EnforcementLevel.DISABLED, {});
        await pack.configure("remediate-labels", EnforcementLevel.REMEDIATE, {
            labels: { team: "research", tier: "batch" },
        });
        const { props } = worker(secretValue("hush"));
        const labelled = { ...worker(), props: { ...props, metadata: { labels: { team: "agents" } } } };
        expect(await pack.remediate(labelled)).toEqual({
            "remediate-labels": { ...props, metadata: { labels: { team: "agents", tier: "batch" } } },
        });
        expect(await pack.remediate({ ...labelled, props: { metadata: UNKNOWN } })).toEqual({});
        expect(await pack.remediate({ ...labelled, type: "kubernetes:core/v1:ConfigMap" })).toEqual({});
        const both = { metadata: { labels: { team: "a", tier: "b" } } };
        expect(await pack.remediate({ ...labelled, props: both })).toEqual({});
    });
});

describe("the example of an organisation's own pack", () => {
    let folder: string;
    let pack: PackProcess;

    beforeAll(async () => {
        folder = await mkdtemp(join(tmpdir(), "own-policy-pack-"));
        await cp(join(ROOT, "examples", "own-policy-pack"), folder, { recursive: true });
        await mkdir(join(folder, "node_modules"));
        await symlink(ROOT, join(folder, "node_modules", "agent-autoscaling"));
        await symlink(join(ROOT, "node_modules", "@pulumi"), join(folder, "node_modules", "@pulumi"));
        pack = await PackProcess.start(folder);
    });
    afterAll(async () => {
        await pack.stop();
        await rm(folder, { recursive: true });
    });

    it("runs with the package installed beside it, and asks for what it sets", async () => {
        expect(await pack.info()).toMatchObject({ name: "acme-autoscaling", version: "1.0.0" });
        const [diagnostic] = await pack.analyzeStack([worker(), scaler({})]);
        expect(diagnostic?.message).toContain("[image-tag]");
        expect(diagnostic?.enforcementlevel).toBe(EnforcementLevel.MANDATORY);
    });
});
