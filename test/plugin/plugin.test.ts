import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STACK_URN, TestEngine } from "./engine";
import { outputValue, secretValue, UNKNOWN } from "./output-value";
import { PluginProcess, RefusedArguments } from "./plugin-process";

const folder = path.resolve(__dirname, "../../plugin");
const POOL = "agent-autoscaling:index:AutoscaledAgentPool";
const TEAM = "agent-autoscaling:index:AgentTeam";
const INTERRUPTION_QUEUE = "agent-autoscaling:index:InterruptionQueue";

let engine: TestEngine;
let plugin: PluginProcess;

beforeAll(async () => {
    engine = await TestEngine.start();
    plugin = await PluginProcess.start(folder, engine);
});

afterAll(async () => {
    await plugin.stop();
    engine.stop();
});

/** The arguments of a pool that KEDA scales by a queue. */
function pool(): {
    namespace: unknown;
    archetype: string;
    workload: { container: Record<string, unknown> };
    scale: Record<string, unknown>;
} {
    return {
        namespace: "agents",
        archetype: "QueueWorker",
        workload: {
            container: {
                image: "ghcr.io/acme/research-agent:1.4",
                resources: { requests: { cpu: "2", memory: "8Gi" } },
            },
        },
        scale: {
            minReplicas: 1,
            maxReplicas: 40,
            triggers: [{ redis: { address: "redis:6379", listName: "jobs", listLength: 5 } }],
        },
    };
}

/** The children of a component as the engine saw them, by type. */
function children(urn: string): Map<string, Record<string, unknown>> {
    return new Map(
        engine.registrations.filter(({ parent }) => parent === urn).map(({ type, inputs }) => [type, inputs]),
    );
}

describe("the plugin, started as the CLI starts it", () => {
    it("serves the committed schema and the package's version", async () => {
        const committed = readFileSync(path.join(folder, "schema.json"), "utf8");
        expect(await plugin.schema()).toBe(committed);
        expect(await plugin.version()).toBe((JSON.parse(committed) as { version: string }).version);
    });

    it("constructs a pool: the component below the stack, its objects below the component", async () => {
        const { urn, state } = await plugin.construct(POOL, "research", pool());

        const component = engine.registrations.find((each) => each.urn === urn);
        expect(component).toMatchObject({ type: POOL, name: "research", parent: STACK_URN, custom: false });
        expect(children(urn).get("kubernetes:apps/v1:Deployment")).toMatchObject({
            metadata: { namespace: "agents" },
        });
        expect(children(urn).get("kubernetes:keda.sh/v1alpha1:ScaledObject")).toMatchObject({
            spec: {
                maxReplicaCount: 40,
                triggers: [{ type: "redis", metadata: { listName: "jobs", listLength: "5" } }],
            },
        });

        const schema = JSON.parse(await plugin.schema()) as {
            resources: Record<string, { properties: object; required: string[] }>;
        };
        const outputs = schema.resources[POOL];
        expect(Object.keys(state).sort()).toEqual(Object.keys(outputs?.properties ?? {}).sort());
        expect(component?.outputs).toEqual(state);
    });

    it("constructs a team with its pools, and refuses one with the places of all that is wrong", async () => {
        const { archetype, workload, scale } = pool();
        const crawler = { archetype, workload, scale };
        const { urn, state } = await plugin.construct(TEAM, "team", { pools: { crawler } });
        expect(children(urn).get("kubernetes:core/v1:ResourceQuota")).toMatchObject({
            metadata: { namespace: "team" },
            spec: { hard: { "requests.cpu": "100", pods: "50" } },
        });
        const below = engine.registrations.find(({ type, parent }) => type === POOL && parent === urn);
        expect(below).toMatchObject({ name: "team-crawler", inputs: { namespace: "team" } });
        expect(state).toMatchObject({ namespace: "team", poolNames: ["team-crawler"] });

        const wrong = { pools: { crawler, "Not a name": crawler }, quota: { hard: { pods: "one" } } };
        const refused = plugin.construct(TEAM, "refused", wrong);
        await expect(refused).rejects.toBeInstanceOf(RefusedArguments);
        const { problems } = (await refused.catch((error: unknown) => error)) as RefusedArguments;
        expect(problems.map(({ path: place }) => place)).toEqual(['pools["Not a name"]', "quota.hard.pods"]);
    });

    it("constructs a component of a cloud, whose SDK it loads then", async () => {
        const args = { clusterName: outputValue() };
        const { urn, state } = await plugin.construct(INTERRUPTION_QUEUE, "interruptions", args, {
            dryRun: true,
        });
        expect(children(urn).get("aws:sqs/queue:Queue")).toMatchObject({ name: UNKNOWN });
        expect(Object.keys(state).sort()).toEqual(["queueArn", "queueName"]);
    });

    it("takes an identity that a preview does not know yet, and keeps it unknown", async () => {
        const args = { ...pool(), namespace: outputValue() };
        const { urn } = await plugin.construct(POOL, "unknown-namespace", args, { dryRun: true });
        const scaler = children(urn).get("kubernetes:keda.sh/v1alpha1:ScaledObject");
        expect(scaler).toMatchObject({ metadata: { namespace: UNKNOWN } });
        expect(scaler).toMatchObject({ spec: { maxReplicaCount: 40 } });
    });

    it("keeps a secret a secret", async () => {
        const args = pool();
        args.workload.container["env"] = {
            REGION: "eu-west-1",
            TOKEN: outputValue("hunter2", { secret: true }),
        };
        const { urn } = await plugin.construct(POOL, "secret-environment", args);
        const deployment = JSON.stringify(children(urn).get("kubernetes:apps/v1:Deployment"));
        expect(deployment).toContain('"eu-west-1"');
        expect(deployment).toContain(JSON.stringify(secretValue("hunter2")));
    });

    it("refuses arguments with the paths of all mistakes, and registers no object", async () => {
        const args = pool();
        args.scale = { ...args.scale, maxReplicas: "forty", cooldownSecond: 60 };
        const refused = plugin.construct(POOL, "two-mistakes", args);
        await expect(refused).rejects.toBeInstanceOf(RefusedArguments);
        const { problems } = (await refused.catch((error: unknown) => error)) as RefusedArguments;
        expect(problems.map((problem) => problem.path).sort()).toEqual([
            "scale.cooldownSecond",
            "scale.maxReplicas",
        ]);
        expect(
            engine.registrations.filter(({ urn }) => urn.includes("$") && urn.includes("two-mistakes")),
        ).toEqual([]);
    });

    it("refuses a pool that has the right form and cannot work", async () => {
        const args = pool();
        args.scale = { ...args.scale, minReplicas: 50 };
        const refused = plugin.construct(POOL, "floor-above-ceiling", args);
        const { message, problems } = (await refused.catch((error: unknown) => error)) as RefusedArguments;
        expect(message).toContain("floor-above-ceiling");
        expect(problems).toEqual([
            { path: "scale.minReplicas", reason: expect.stringContaining("40") as string },
        ]);
    });

    it("refuses an Output where a plain number is needed, instead of scaling by a guess", async () => {
        const args = pool();
        args.scale["maxReplicas"] = outputValue();
        const refused = plugin.construct(POOL, "unknown-bound", args, { dryRun: true });
        const { problems } = (await refused.catch((error: unknown) => error)) as RefusedArguments;
        expect(problems.map((problem) => problem.path)).toEqual(["scale.maxReplicas"]);
    });

    it("names its components when it is asked for another", async () => {
        await expect(plugin.construct("agent-autoscaling:index:Pool", "x", {})).rejects.toThrow(POOL);
    });
});
