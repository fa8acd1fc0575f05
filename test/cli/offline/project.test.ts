import { describe, expect, it } from "vitest";
import type { ProjectOptions } from "../../../cli/offline";
import { ProjectError, readProject } from "../../../cli/offline";
import { folderWith } from "./program";

const PROGRAM = { "index.ts": "", "package.json": "{}" };

function project(files: Record<string, string>, options?: ProjectOptions): ReturnType<typeof readProject> {
    return readProject(folderWith({ ...PROGRAM, ...files }, false), options);
}

function refusal(files: Record<string, string>, options?: ProjectOptions): string {
    const folder = folderWith(files, false);
    try {
        readProject(folder, options);
    } catch (error) {
        expect(error).toBeInstanceOf(ProjectError);
        return (error as ProjectError).message.replaceAll(folder, "DIR");
    }
    throw new Error("the project was accepted");
}

describe("configuration", () => {
    it("takes keys without a namespace as the project's, and others as they are", () => {
        const { config } = project({
            "Pulumi.yaml": "name: demo\nruntime: nodejs",
            "Pulumi.dev.yaml":
                "config:\n  image: nginx\n  demo:port: 80\n  aws:region: eu-west-1\n  old:config:key: x\n",
        });
        expect(config).toEqual({
            "demo:image": "nginx",
            "demo:port": "80",
            "aws:region": "eu-west-1",
            "old:key": "x",
        });
    });

    it("hands lists and objects over as JSON, and numbers with the digits that were written", () => {
        const { config } = project({
            "Pulumi.yaml": "name: demo\nruntime: nodejs",
            "Pulumi.dev.yaml":
                "config:\n  pool: { min: 1, zones: [a, b] }\n  account: 012345678901\n  big: 123456789012345678901\n  on: true\n  none:\n",
        });
        expect(config).toEqual({
            "demo:pool": '{"min":1,"zones":["a","b"]}',
            "demo:account": "012345678901",
            "demo:big": "123456789012345678901",
            "demo:on": "true",
            "demo:none": "",
        });
    });

    it("reads plain defaults and declarations from Pulumi.yaml, which the stack's values override", () => {
        const read = project({
            "Pulumi.yaml": `
name: demo
runtime: nodejs
config:
  image: nginx
  replicas: { type: integer, default: 3 }
  token: { type: string, secret: true, default: dull }
  required: { type: string }
  aws:region: { value: eu-west-1 }
  labels: { value: { team: research } }
`,
            "Pulumi.prod.yaml": "config:\n  demo:image: nginx:2\n",
        });
        expect(read.stack).toBe("prod");
        expect(read.config).toEqual({
            "demo:image": "nginx:2",
            "demo:replicas": "3",
            "demo:token": "dull",
            "aws:region": "eu-west-1",
            "demo:labels": '{"team":"research"}',
        });
        expect(read.secretKeys).toEqual(["demo:token"]);
        expect(read.placeholderKeys).toEqual([]);
    });

    it("never hands out what is encrypted, alone or within an object, and says so", () => {
        const read = project({
            "Pulumi.yaml": "name: demo\nruntime: nodejs",
            "Pulumi.dev.yaml":
                "environment: [base]\nconfig:\n  key: { secure: v1:abc }\n  db: { user: me, password: { secure: v1:def } }\n",
        });
        expect(read.config).toEqual({
            "demo:key": "(secret)",
            "demo:db": '{"user":"me","password":"(secret)"}',
        });
        expect(read.secretKeys).toEqual(["demo:key", "demo:db"]);
        expect(read.placeholderKeys).toEqual(["demo:key", "demo:db"]);
        expect(read.notes.map((note) => note.subject)).toEqual(["demo:key", "demo:db", "Pulumi.dev.yaml"]);
        expect(read.notes[0]?.message).toContain("--config demo:key=VALUE");
    });

    it("lets the command line win, keeps a secret key secret, and takes '=' in a value", () => {
        const read = project(
            {
                "Pulumi.yaml": "name: demo\nruntime: nodejs",
                "Pulumi.dev.yaml": "config:\n  key: { secure: v1:abc }\n",
            },
            { config: ["key=a=b", "aws:region=eu-west-1"] },
        );
        expect(read.config).toEqual({ "demo:key": "a=b", "aws:region": "eu-west-1" });
        expect(read.secretKeys).toEqual(["demo:key"]);
        expect(read.placeholderKeys).toEqual([]);
        expect(read.notes).toEqual([]);
    });

    it("refuses every value that is not KEY=VALUE", () => {
        const message = refusal(
            { ...PROGRAM, "Pulumi.yaml": "name: demo\nruntime: nodejs" },
            { config: ["image", "a=b", "=x"] },
        );
        expect(message.split("\n")).toEqual([
            "--config image: write it as --config KEY=VALUE",
            "--config =x: write it as --config KEY=VALUE",
        ]);
    });
});

describe("stacks", () => {
    const two = {
        "Pulumi.yaml": "name: demo\nruntime: nodejs",
        "Pulumi.dev.yaml": "config: { image: a }",
        "Pulumi.prod.yaml": "config: { image: b }",
    };

    it("asks which one when there are several", () => {
        expect(refusal({ ...PROGRAM, ...two })).toBe("DIR has the stacks dev, prod: choose one with --stack");
    });

    it("reads the one that is named, also with its organization, or none", () => {
        expect(project(two, { stack: "prod" }).config).toEqual({ "demo:image": "b" });
        expect(project(two, { stack: "acme/demo/dev" }).stack).toBe("dev");
        expect(project(two, { stack: "new" }).config).toEqual({});
    });

    it("finds the stacks' files in stackConfigDir", () => {
        const read = project({
            "Pulumi.yaml": "name: demo\nruntime: nodejs\nstackConfigDir: stacks",
            "stacks/Pulumi.prod.yaml": "config: { image: b }",
        });
        expect(read.config).toEqual({ "demo:image": "b" });
    });
});

describe("the program", () => {
    it("is the file that main names, with or without its extension", () => {
        const files = { "Pulumi.yaml": "name: demo\nruntime: nodejs\nmain: src/app", "src/app.ts": "" };
        expect(project(files).main).toBe("src/app");
    });

    it("is the package's entry where main is absent", () => {
        expect(project({ "Pulumi.yaml": "name: demo\nruntime: nodejs" }).main).toBe(".");
    });

    it("reads the options of the runtime", () => {
        const runtime =
            "{ name: nodejs, options: { typescript: false, nodeargs: --a  --b=1, tsconfig: t.json } }";
        expect(project({ "Pulumi.yaml": `name: demo\nruntime: ${runtime}` })).toMatchObject({
            typescript: false,
            nodeArguments: ["--a", "--b=1"],
            tsconfig: "t.json",
        });
    });

    it.each([
        [{}, "there is no Pulumi.yaml in DIR: name the folder of a Pulumi project"],
        [{ "Pulumi.yaml": "runtime: nodejs" }, "Pulumi.yaml in DIR has no name: add name: my-project"],
        [
            { "Pulumi.yaml": "name: demo\nruntime: { name: python }" },
            'Pulumi.yaml in DIR has the runtime "python": only Node.js programs (runtime: nodejs) can be run offline',
        ],
        [
            { "Pulumi.yaml": "name: demo\nruntime: nodejs\nmain: app.ts" },
            "main in Pulumi.yaml names app.ts, which is not in DIR: name the program's file",
        ],
        [
            { "Pulumi.yaml": "name: demo\nruntime: nodejs\nmain: src", "src/index.js": "" },
            "main in Pulumi.yaml names the folder src: for a folder Pulumi runs the entry of the nearest package.json, " +
                "not what is in the folder; name the program's file, main: src/index.js",
        ],
        [
            { "Pulumi.yaml": "name: demo\nruntime: nodejs" },
            "there is no program in DIR: no index.ts, no index.js, no package.json; " +
                "name the program's file in Pulumi.yaml as main",
        ],
        [
            { "Pulumi.yaml": "name: demo\n  runtime: [" },
            "Pulumi.yaml:1:7 is not valid YAML: Nested mappings are not allowed in compact mappings",
        ],
        [
            { "Pulumi.yaml": `name: demo\nruntime: nodejs\n#${"x".repeat(2_000_000)}` },
            "Pulumi.yaml has 2000028 bytes, and a project file at most 1000000",
        ],
    ])("is refused with place and fix: %#", (files: Record<string, string>, message) => {
        expect(refusal(files).split("\n")[0]).toEqual(message);
    });

    it("is refused where Pulumi would run the package of a folder above instead", () => {
        const folder = folderWith({
            "package.json": '{ "main": "dist/index.js" }',
            "infra/Pulumi.yaml": "name: demo\nruntime: nodejs",
            "infra/index.ts": "",
        });
        expect(() => readProject(`${folder}/infra`)).toThrow(
            /Pulumi would run dist\/index\.js of .*package\.json; name the program's file, main: index\.ts/,
        );
    });
});
