import { beforeAll, describe, expect, it } from "vitest";
import type { OfflineRun, Registration } from "../../../cli/offline";
import { readProject, runOffline, toDeclared } from "../../../cli/offline";
import { sameLeaf, Secret, Unknown, valueAt } from "../../../model/declared";
import { folderWith, runJavaScript } from "./program";

/** The registration of a name, or a failure that shows what the run gave instead. */
function named(run: OfflineRun, name: string): Registration {
    const found = run.registrations.find((registration) => registration.name === name);
    if (found === undefined)
        throw new Error(`no ${name}: ${JSON.stringify(run.failure ?? run.registrations)}`);
    return found;
}

const KUBERNETES = `
const { ConfigMap, Namespace, Secret, Service } = require("@pulumi/kubernetes/core/v1");
const { Deployment } = require("@pulumi/kubernetes/apps/v1");
const { Provider } = require("@pulumi/kubernetes/provider");
const helm3 = require("@pulumi/kubernetes/helm/v3"), helm4 = require("@pulumi/kubernetes/helm/v4");
const yaml1 = require("@pulumi/kubernetes/yaml"), yaml2 = require("@pulumi/kubernetes/yaml/v2");
`;

describe("a program's resources", () => {
    let run: OfflineRun;
    const counts: number[] = [];

    beforeAll(async () => {
        run = await runJavaScript(
            `${KUBERNETES}
class Pool extends pulumi.ComponentResource {
    constructor(name, args, opts) { super("acme:agents:Pool", name, args, opts); }
}
class Remote extends pulumi.ComponentResource {
    constructor(name, args) { super("acme:index:Remote", name, { ...args, out: undefined }, {}, true); }
}
class Dynamic extends pulumi.dynamic.Resource {
    constructor(name, args) {
        super({ create: async (inputs) => ({ id: "1", outs: inputs }) }, name, { ...args, out: undefined });
    }
}
class Queue extends pulumi.CustomResource {
    constructor(name) { super("aws:sqs/queue:Queue", name, { url: undefined, fifo: true }); }
}
const provider = new Provider("cluster", { kubeconfig: "token: hunter1" });
const team = new Pool("team", {}, { providers: { kubernetes: provider } });
team.registerOutputs({ size: 3, id: provider.id });
const namespace = new Namespace("agents", {}, { parent: team });
const queue = new Queue("tasks");
const network = new pulumi.StackReference("acme/network/prod");
const web = new Deployment("web", {
    metadata: { namespace: namespace.metadata.name, labels: { queue: queue.id, vpc: network.getOutput("vpc") } },
    spec: {
        selector: { matchLabels: { app: "web" } },
        replicas: pulumi.output(undefined),
        template: {
            metadata: { labels: { app: "web" } },
            spec: { containers: [{ name: "web", image: "web:1", env: [
                { name: "PLAIN", value: pulumi.output("shown") },
                { name: "PASSWORD", value: pulumi.secret("hunter2") },
                { name: "QUEUE", value: queue.url },
            ] }] },
        },
    },
}, {
    parent: team, protect: true, ignoreChanges: ["spec.replicas"], deleteBeforeReplace: true,
    dependsOn: [team], aliases: [{ name: "old-web" }],
});
queue.url.apply((url) => { throw new Error("apply ran with " + url); });
new ConfigMap("same", { data: { queue: queue.id } });
new Secret("login", { stringData: { password: "hunter3" } });
new Dynamic("dynamic", { size: 1 });
new Remote("remote", { token: pulumi.secret("hunter4"), size: 1 });
new helm4.Chart("chart4", { chart: "redis" });
new helm3.Chart("chart3", { chart: "redis" });
new helm3.Release("release", { chart: "redis" });
new yaml2.ConfigGroup("group2", { yaml: "kind: ConfigMap" });
new yaml1.ConfigGroup("group1", { yaml: "apiVersion: v1\\nkind: Service\\nmetadata: { name: svc }\\n" });
const found = Service.get("found", "agents/found");
const role = pulumi.runtime.invokeOutput("aws:iam/getRole:getRole", { name: "x" });
new ConfigMap("asked", { data: { ip: found.spec.clusterIP, arn: pulumi.interpolate\`arn:\${role.arn}\` } });
pulumi.runtime.invoke("aws:index/getZones:getZones", {}).then((zones) => {
    for (const zone of zones.names.slice(0, 2)) new ConfigMap("zone", { data: { zone: "z-" + zone } });
});
pulumi.log.warn("mind the gap");
console.log("printed");
exports.name = web.metadata.name;
exports.password = pulumi.secret("hunter5");
exports.url = queue.url;
`,
            { onProgress: (count) => counts.push(count) },
        );
    });

    it("runs to its end without an error, and tells how far it is", () => {
        expect(run.failure).toBeUndefined();
        expect(counts.at(-1)).toBe(run.registrations.length);
        expect(run.registrations[0]).toMatchObject({ type: "pulumi:pulumi:Stack", name: "demo-dev" });
    });

    it("registers parents, options, providers and the line in the program", () => {
        const web = named(run, "web");
        expect(web).toMatchObject({
            urn: "urn:pulumi:dev::demo::acme:agents:Pool$kubernetes:apps/v1:Deployment::web",
            parent: named(run, "team").urn,
            custom: true,
            remote: false,
            ignoreChanges: ["spec.replicas"],
            deleteBeforeReplace: true,
            provider: named(run, "cluster").urn,
            source: { file: "index.js", column: 13 },
        });
        expect(web.aliases[0]).toMatchObject({ name: "old-web" });
        expect(web.dependsOn).toEqual(
            expect.arrayContaining([named(run, "agents").urn, named(run, "tasks").urn]),
        );
        expect(web.propertyDependencies["spec"]).toEqual([named(run, "tasks").urn]);
        expect(named(run, "team").providers).toEqual({ kubernetes: named(run, "cluster").urn });
    });

    it("names what its author did not name, the same wherever the name is used", () => {
        const namespace = named(run, "agents");
        expect(namespace.autoName).toMatch(/^agents-[0-9a-f]{8}$/);
        expect(valueAt(namespace.inputs, ["metadata", "name"])).toBe(namespace.autoName);
        expect(valueAt(named(run, "web").inputs, ["metadata", "namespace"])).toBe(namespace.autoName);
        expect(run.stackOutputs["name"]).toBe(named(run, "web").autoName);
    });

    it("keeps unknown values as leaves that are the same where they come from the same resource", () => {
        const labels = valueAt(named(run, "web").inputs, ["metadata", "labels"]) as Record<string, Unknown>;
        expect(labels["queue"]).toBeInstanceOf(Unknown);
        expect(labels["queue"]?.path).toBe("metadata.labels.queue");
        expect(sameLeaf(labels["queue"], valueAt(named(run, "same").inputs, ["data", "queue"]))).toBe(true);
        expect(sameLeaf(labels["queue"], labels["vpc"])).toBe(false);
        expect(run.stackOutputs["url"]).toBeInstanceOf(Unknown);
    });

    it("leaves out an output of nothing, and shows one of something", () => {
        const spec = named(run, "web").inputs["spec"] as Record<string, unknown>;
        expect(spec).not.toHaveProperty("replicas");
        const env = valueAt(spec, ["template", "spec", "containers", 0, "env"]);
        expect(env).toMatchObject([{ value: "shown" }, { name: "PASSWORD" }, { name: "QUEUE" }]);
    });

    it("keeps no secret, but its place", () => {
        const env = ["spec", "template", "spec", "containers", 0, "env", 1, "value"];
        expect(valueAt(named(run, "web").inputs, env)).toBeInstanceOf(Secret);
        expect(named(run, "login").inputs["stringData"]).toBeInstanceOf(Secret);
        expect(named(run, "remote").inputs["token"]).toBeInstanceOf(Secret);
        expect(named(run, "cluster").inputs["kubeconfig"]).toBeInstanceOf(Secret);
        expect(run.stackOutputs["password"]).toBeInstanceOf(Secret);
        expect(JSON.stringify(run)).not.toContain("hunter");
    });

    it("keeps what components register as outputs", () => {
        expect(run.componentOutputs.get(named(run, "team").urn)).toEqual({
            size: 3,
            id: expect.any(Unknown) as Unknown,
        });
        expect([...run.componentOutputs.keys()]).not.toContain(run.registrations[0]?.urn);
    });

    it("leaves the code of a dynamic provider out", () => {
        expect(named(run, "dynamic").inputs).toEqual({ size: 1 });
    });

    it("expands what needs no provider, and says what it cannot expand or know", () => {
        expect(named(run, "svc").parent).toBe(named(run, "group1").urn);
        expect(valueAt(named(run, "zone").inputs, ["data", "zone"])).toBeInstanceOf(Unknown);
        const asked = named(run, "asked").inputs["data"] as Record<string, unknown>;
        expect(asked["arn"]).toBeInstanceOf(Unknown);
        expect(asked["ip"]).toBeInstanceOf(Unknown);
        const kinds = run.notes.map((note) => `${note.subject}: ${note.message.split(":")[0] ?? ""}`).sort();
        expect(kinds).toEqual([
            "acme/network/prod: the outputs of this stack are taken as not known",
            "acme:index:Remote remote: not expanded",
            "aws:iam/getRole:getRole: is a function of a provider",
            "aws:index/getZones:getZones: is a function of a provider",
            "kubernetes:core/v1:Service found: is read from its provider",
            "kubernetes:helm.sh/v3:Release release: not expanded",
            "kubernetes:helm.sh/v4:Chart chart4: not expanded",
            "kubernetes:helm:template: not expanded",
            "kubernetes:yaml/v2:ConfigGroup group2: not expanded",
        ]);
    });

    it("keeps what the program says", () => {
        expect(run.logs).toEqual([
            { severity: "warning", message: "mind the gap" },
            { severity: "stdout", message: "printed\n" },
        ]);
    });

    it("declares the Kubernetes objects", () => {
        const kinds = toDeclared(run).map(({ object }) => object.kind);
        expect(kinds.sort()).toEqual([
            "ConfigMap",
            "ConfigMap",
            "ConfigMap",
            "Deployment",
            "Namespace",
            "Secret",
            "Service",
        ]);
    });
});

describe("what the caller and the program may add", () => {
    it("gives answers and configuration to the program", async () => {
        const run = await runJavaScript(
            `
const config = new pulumi.Config();
const network = new pulumi.StackReference("acme/network/prod");
pulumi.runtime.invoke("aws:index/getRegion:getRegion", {}).then((region) => pulumi.log.info(region.name));
exports.namespace = network.requireOutput("namespace");
exports.key = config.requireSecret("key");
exports.where = [pulumi.getOrganization(), pulumi.getProject(), pulumi.getStack()];
exports.preview = pulumi.runtime.isDryRun();
`,
            {
                organization: "acme",
                answers: {
                    invokes: { "aws:index/getRegion:getRegion": { name: "eu-west-1" } },
                    stacks: { "acme/network/prod": { namespace: "agents" } },
                },
            },
            { "Pulumi.prod.yaml": "config: { key: { secure: v1:abc } }" },
        );
        expect(run.failure).toBeUndefined();
        expect(run.stackOutputs).toMatchObject({
            namespace: "agents",
            where: ["acme", "demo", "prod"],
            preview: true,
        });
        expect(run.stackOutputs["key"]).toBeInstanceOf(Secret);
        expect(run.logs).toEqual([{ severity: "info", message: "eu-west-1" }]);
        expect(run.notes.map((note) => note.subject)).toEqual(["demo:key"]);
    });

    it("lets transforms change resources in the engine's order, around secrets and unknown values", async () => {
        const run = await runJavaScript(`${KUBERNETES}
const onMaps = (change) => (args) => args.type.endsWith(":ConfigMap") ? change(args) : undefined;
pulumi.runtime.registerStackTransformation(onMaps(({ props, opts }) => ({ props: { ...props, immutable: true }, opts })));
pulumi.runtime.registerResourceTransform(onMaps(({ props, opts }) => ({
    props: { ...props, metadata: { ...props.metadata, labels: { order: props.metadata.labels.order + " stack" } } },
    opts: pulumi.mergeOptions(opts, { ignoreChanges: ["data"] }),
})));
const parent = new ConfigMap("parent", { metadata: { labels: { order: "args" } } });
const child = new ConfigMap("child", {
    metadata: { labels: { order: "args" } },
    data: { plain: "a", secret: pulumi.secret("hunter6"), unknown: parent.id },
}, {
    parent,
    transforms: [async ({ props, opts }) => ({
        props: { ...props, metadata: { labels: { order: props.metadata.labels.order + " own" } } }, opts,
    })],
    hooks: { beforeCreate: [() => {}] },
});
exports.order = child.metadata.labels.order;
`);
        expect(run.failure).toBeUndefined();
        const child = named(run, "child");
        expect(child.inputs).toMatchObject({
            immutable: true,
            metadata: { labels: { order: "args own stack" } },
        });
        expect(child.ignoreChanges).toEqual(["data"]);
        const data = child.inputs["data"] as Record<string, unknown>;
        expect(data["plain"]).toBe("a");
        expect(data["secret"]).toBeInstanceOf(Secret);
        expect(data["unknown"]).toBeInstanceOf(Unknown);
        expect(run.stackOutputs["order"]).toBe("args own stack");
        expect(JSON.stringify(run)).not.toContain("hunter");
    });
});

describe("a TypeScript program", () => {
    it("is type-checked as Pulumi does, and its lines are those of the source", async () => {
        const folder = folderWith({
            "Pulumi.yaml": "name: demo\nruntime: nodejs\nmain: index.ts",
            "package.json": "{}",
            "index.ts": `import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap";

interface Args {
    count: number;
}
const args: Args = { count: 2 };
export const map = new ConfigMap("map", { data: { count: String(args.count) } }).metadata.name;
`,
            "wrong/index.ts": "export const count: number = 'two';\nexport const name: string = 2;\n",
            "wrong/Pulumi.yaml": "name: wrong\nruntime: nodejs\nmain: index.ts",
        });
        const right = await runOffline({ project: readProject(folder) });
        expect(right.failure).toBeUndefined();
        expect(named(right, "map").source).toMatchObject({ file: "index.ts", line: 7 });
        const wrong = await runOffline({ project: readProject(`${folder}/wrong`) });
        expect(wrong.failure?.kind).toBe("exit");
        expect(wrong.failure?.message).toMatch(
            /^⨯ Unable to compile TypeScript:\nindex\.ts\(1,14\): error TS2322: .*\nindex\.ts\(2,14\): error TS2322: .*$/,
        );
    });
});
