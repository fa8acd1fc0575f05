import { it } from "vitest";
import * as util from "node:util";
import { readProject, runOffline } from "../../../cli/offline";
import { folderWith, runJavaScript } from "./program";
const K = `const k8s = { core: require("@pulumi/kubernetes/core/v1"), helm4: require("@pulumi/kubernetes/helm/v4"), helm3: require("@pulumi/kubernetes/helm/v3"), yaml2: require("@pulumi/kubernetes/yaml/v2"), apps: require("@pulumi/kubernetes/apps/v1"), P: require("@pulumi/kubernetes/provider") };\n`;
const show = (name: string, r: any) => {
    r.registrations = r.registrations.map((x: any) => ({
        t: x.type,
        n: x.name,
        remote: x.remote,
        inputs: x.inputs,
        ic: x.ignoreChanges,
        d: x.dependsOn,
        prov: x.provider,
        provs: x.providers,
        dbr: x.deleteBeforeReplace,
    }));
    console.log(name, util.inspect(r, { depth: 12, maxStringLength: 1500 }));
};
const only = process.env["ONLY"]?.split(",");
const cases: Record<string, () => Promise<unknown>> = {
    apply: () =>
        runJavaScript(
            K +
                `const c = new k8s.core.ConfigMap("c", {data:{a:"b"}}); c.metadata.name.apply(n => { throw new Error("bad name " + n); });`,
        ),
    config: () => runJavaScript(`new pulumi.Config().require("image");`),
    top: () => runJavaScript(`function f() { throw new TypeError("oops"); }\n f();`),
    many: () =>
        runJavaScript(
            `for (const n of ["one","two","three"]) { const e = new Error("pool " + n + ":\\n  bad thing"); e.__pulumiRunError = true; Promise.reject(e); }`,
        ),
    dup: () => runJavaScript(K + `new k8s.core.ConfigMap("c", {}); new k8s.core.ConfigMap("c", {});`),
    exit0: () => runJavaScript(`process.exit(0)`),
    exit3: () => runJavaScript(`console.error("no good"); process.exit(3)`),
    logerr: () => runJavaScript(`pulumi.log.error("bad"); pulumi.log.warn("hm"); pulumi.log.info("i");`),
    forever: () =>
        runJavaScript(`setInterval(() => {}, 1000); console.log("x".repeat(300000))`, { timeoutSeconds: 3 }),
    loop: () => runJavaScript(`while(true);`, { timeoutSeconds: 3 }),
    mod: () => runJavaScript(`require("left-padder")`),
    notjs: () => runJavaScript(`const x = ;`),
    str: () => runJavaScript(`throw "just text"`),
    inv: () =>
        runJavaScript(`pulumi.runtime.invoke("aws:x:getZ", {}).then(r => r.names.reduceRight().foo())`),
    transforms: () =>
        runJavaScript(
            K +
                `
   pulumi.runtime.registerStackTransformation(a => { if (a.type.includes("ConfigMap")) return { props: {...a.props, immutable: true}, opts: a.opts }; });
   pulumi.runtime.registerResourceTransform(a => { if (a.type === "kubernetes:core/v1:ConfigMap") { return { props: {...a.props, metadata: {...a.props.metadata, labels: {team: "x"}}}, opts: pulumi.mergeOptions(a.opts, {ignoreChanges: ["data"]}) }; }  });
   const P = new k8s.P.Provider("p", {kubeconfig: "secretstuff", namespace: "agents"});
   const c = new k8s.core.ConfigMap("c", {data:{a:"b", s: pulumi.secret("hunter2"), u: P.id}, metadata: {namespace: "x"}}, {provider: P, protect: true, hooks: {beforeCreate: [() => {}]}});
   const e = new k8s.core.ConfigMap("e", {data:{ c: c.metadata.name }}, {transforms: [async (a) => ({props: {...a.props, binaryData: {own: "1"}}, opts: a.opts})], deleteBeforeReplace: true});
   exports.s = c.data; exports.lab = c.metadata.labels;
 `,
        ),
    mlc: () =>
        runJavaScript(
            K +
                `
   const ch = new k8s.helm4.Chart("ch", {chart: "redis"});
   const ch3 = new k8s.helm3.Chart("ch3", {chart: "redis", fetchOpts: {repo: "x"}});
   const rel = new k8s.helm3.Release("rel", {chart: "redis", values: {a: pulumi.secret("zzz")}});
   const y2 = new k8s.yaml2.ConfigGroup("y2", {yaml: "a: 1"});
   class Remote extends pulumi.ComponentResource { constructor(n, a, o) { super("acme:index:Remote", n, {...a, out: undefined}, o, true); } }
   const r = new Remote("r", {x: pulumi.secret("q"), y: 1, z: rel.id});
   new k8s.core.ConfigMap("c", {data: {o: r.out, res: ch.resources.apply(x => "n" + x.length)}}, {dependsOn: [ch, r]});
   const svc = k8s.core.Service.get("svc", "ns/svc");
   new k8s.core.ConfigMap("d", {data: {ip: svc.spec.clusterIP}});
   class Dyn extends pulumi.dynamic.Resource { constructor(n, p, o) { super({ create: async (i) => ({id: "1", outs: i}) }, n, {...p, out: undefined}, o); } }
   const dy = new Dyn("dy", {a: 1});
   new k8s.core.ConfigMap("f", {data: {o: dy.out, i: pulumi.interpolate\`arn-\${dy.id}\`}});
   const o = pulumi.runtime.invokeOutput("aws:iam/getRole:getRole", {name: "x"});
   new k8s.core.ConfigMap("g", {data: {arn: o.arn, x: pulumi.interpolate\`r-\${o.arn}\`}});
 `,
        ),
    esm: () => {
        const f = folderWith({
            "Pulumi.yaml": "name: e\nruntime: nodejs\nmain: index.ts\n",
            "package.json": `{"type":"module"}`,
            "index.ts": `import * as pulumi from "@pulumi/pulumi"; export const a: number = 1;`,
        });
        return runOffline({ project: readProject(f), timeoutSeconds: 50 });
    },
    esmjs: () => {
        const f = folderWith({
            "Pulumi.yaml": "name: e\nruntime: nodejs\nmain: index.js\n",
            "package.json": `{"type":"module"}`,
            "index.js": `import * as pulumi from "@pulumi/pulumi"; import {ConfigMap} from "@pulumi/kubernetes/core/v1/configMap.js"; new ConfigMap("c", {data: {s: await pulumi.runtime.invoke("a:b:c", {}).then(r=>r.x)}}); export const a = 1;`,
        });
        return runOffline({ project: readProject(f), timeoutSeconds: 50 });
    },
    ts: () => {
        const f = folderWith({
            "Pulumi.yaml": "name: e\nruntime: nodejs\nmain: index.ts\n",
            "package.json": `{}`,
            "index.ts": `import * as pulumi from "@pulumi/pulumi"; import { ConfigMap } from "@pulumi/kubernetes/core/v1"; const n: number = 1; const c = new ConfigMap("c", { data: { n: String(n) } }); c.metadata.apply((m): string => { throw new Error("in apply " + m.name); });  export const a = 1;`,
        });
        return runOffline({ project: readProject(f), timeoutSeconds: 50 });
    },
    tserr: () => {
        const f = folderWith({
            "Pulumi.yaml": "name: e\nruntime: nodejs\nmain: index.ts\n",
            "package.json": `{}`,
            "index.ts": `export const a: number = "x";\nexport const b: string = 4;`,
        });
        return runOffline({ project: readProject(f), timeoutSeconds: 50 });
    },
};
for (const [name, run] of Object.entries(cases))
    if (!only || only.includes(name))
        it(name, async () => {
            const t = Date.now();
            show(name, await run());
            console.log(name, Date.now() - t, "ms");
        });
