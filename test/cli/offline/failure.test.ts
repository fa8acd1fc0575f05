import { describe, expect, it } from "vitest";
import { readProject, runOffline } from "../../../cli/offline";
import { folderWith, runJavaScript } from "./program";

describe("a program that fails", () => {
    it("shows every rejected pool in order, as clean text", async () => {
        const { failure } = await runJavaScript(`
for (const pool of ["one", "two", "three"]) {
    Promise.reject(Object.assign(new Error(pool + ":\\n  - max is below min"), { __pulumiRunError: true }));
}`);
        expect(failure?.message).toBe(
            ["one", "two", "three"].map((pool) => `${pool}:\n  - max is below min`).join("\n\n"),
        );
        expect(failure).toMatchObject({ kind: "exit", exitCode: expect.any(Number) as number });
        expect(failure?.exitCode).not.toBe(0);
        expect(failure?.detail).toContain("index.js:");
    });

    it("shows an error in apply with its place and without the SDK's stack, and keeps what came before", async () => {
        const { failure, registrations } = await runJavaScript(`
const { ConfigMap } = require("@pulumi/kubernetes/core/v1/configMap");
new ConfigMap("map", { metadata: { name: "known" } }).metadata.name.apply((name) => {
    throw new TypeError("bad name " + name);
});
`);
        expect(failure?.message).toBe("TypeError: bad name known (at index.js:5:11)");
        expect(failure?.detail).toContain("applyHelperAsync");
        expect(registrations.map(({ name }) => name)).toEqual(["demo-dev", "map"]);
    });

    it("names missing configuration and how to give it", async () => {
        const { failure } = await runJavaScript(`new pulumi.Config().require("image");`);
        expect(failure?.message).toBe(
            "configuration demo:image is missing; give it with --config demo:image=VALUE or in Pulumi.dev.yaml",
        );
    });

    it("points at placeholders and unanswered functions that may be the cause", async () => {
        const { failure } = await runJavaScript(
            `pulumi.runtime.invoke("aws:index/getZones:getZones", {}).then(() => {
    new pulumi.Config().requireSecretObject("db");
});`,
            {},
            { "Pulumi.dev.yaml": "config: { db: { secure: v1:abc } }" },
        );
        expect(failure?.message.split("\n\n")).toEqual([
            "Configuration 'demo:db' value '(secret)' is not a valid JSON object",
            "results of aws:index/getZones:getZones are not known offline; give them as answers if the error is about them",
            "demo:db is encrypted and has a placeholder as its value; " +
                "if the error is about it, give a value with --config KEY=VALUE",
        ]);
    });

    it.each([
        [
            "function f() {\n    throw new RangeError('too far');\n}\nf();",
            /^RangeError: too far \(at index\.js:3:11\)$/,
        ],
        ["throw 'just text'", /^just text$/],
        ["const x = ;", /^SyntaxError: Unexpected token ';' \(at index\.js:2\)$/],
        [
            "require('left-padder')",
            /^Cannot find module 'left-padder' \(at index\.js:2:1\); .*install it with npm install in \//,
        ],
        [
            `const { ConfigMap } = require("@pulumi/kubernetes/core/v1/configMap");
new ConfigMap("map", {});
new ConfigMap("map", {});`,
            /^Error: failed to register new resource map .*: Duplicate resource URN '.*::map'.* \(at index\.js:\d:1\)$/,
        ],
        ["process.exit(0)", /^the program ended itself with exit code 0 before Pulumi was done/],
        [
            `new (require("@pulumi/kubernetes/core/v1/configMap").ConfigMap)("c", { data: new Promise(() => {}) })`,
            /^the program ended while \d+ promises of its resources were still open; look for an input/,
        ],
    ])("says what is wrong with %j", async (program, message) => {
        const { failure } = await runJavaScript(program);
        expect(failure?.kind).toBe("exit");
        expect(failure?.message).toMatch(message);
    });

    it("is ended at the time limit, with bounded output and what it had registered", async () => {
        const { failure, registrations, logs } = await runJavaScript(
            `const { ConfigMap } = require("@pulumi/kubernetes/core/v1/configMap");
new ConfigMap("map", {});
setInterval(() => {}, 1000);
console.log("start" + "x".repeat(3_000_000));
`,
            { timeoutSeconds: 10 },
        );
        expect(failure?.kind).toBe("timeout");
        expect(failure?.message).toMatch(
            /did not end within 10 s \(resources registered: 1, the last one .*::map\); look for/,
        );
        expect(registrations).toHaveLength(2);
        expect(logs[0]?.message).toMatch(/^startx/);
        expect(logs[0]?.message.length).toBeLessThan(90_000);
    });

    it("is ended at the time limit even when it never lets go of the processor", async () => {
        const { failure } = await runJavaScript("while (true);", { timeoutSeconds: 3 });
        expect(failure?.kind).toBe("timeout");
    });

    it("says when the heap is too small", async () => {
        const { failure } = await runJavaScript(
            "const all = []; while (true) all.push(new Array(100_000).fill(all.length));",
            {},
            {
                "Pulumi.yaml":
                    "name: demo\nruntime: { name: nodejs, options: { typescript: false, nodeargs: --max-old-space-size=80 } }\nmain: index.js",
            },
        );
        expect(failure?.kind).toBe("memory");
        expect(failure?.message).toContain("NODE_OPTIONS=--max-old-space-size=MEGABYTES");
    });
});

describe("a program that cannot be run", () => {
    it("is told to install the SDK", async () => {
        const folder = folderWith({ "Pulumi.yaml": "name: demo\nruntime: nodejs", "index.ts": "" }, false);
        const { failure, registrations } = await runOffline({ project: readProject(folder) });
        expect(registrations).toEqual([]);
        expect(failure).toMatchObject({
            kind: "not-installed",
            message: `@pulumi/pulumi is not installed for ${folder}; run npm install there`,
        });
    });

    it("is told what an ES module in TypeScript needs, where one in JavaScript runs", async () => {
        const program = `import * as pulumi from "@pulumi/pulumi";\nexport const stack = pulumi.getStack();\n`;
        const folder = folderWith({
            "package.json": '{ "type": "module" }',
            "js/Pulumi.yaml": "name: demo\nruntime: nodejs\nmain: index.js",
            "js/index.js": program,
            "ts/Pulumi.yaml": "name: demo\nruntime: nodejs\nmain: index.ts",
            "ts/index.ts": program,
        });
        const javascript = await runOffline({ project: readProject(`${folder}/js`) });
        expect(javascript.failure).toBeUndefined();
        expect(javascript.stackOutputs).toEqual({ stack: "dev" });
        const typescript = await runOffline({ project: readProject(`${folder}/ts`) });
        expect(typescript.failure?.message).toMatch(
            /Unknown file extension "\.ts".*\n.*npm install --save-dev ts-node@10/,
        );
    });
});
