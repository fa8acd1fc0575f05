import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findFiles } from "../../cli/manifests/find-files";
import { readManifests } from "../../cli/manifests/read-manifests";

const folder = mkdtempSync(join(tmpdir(), "manifests-"));
afterAll(() => {
    rmSync(folder, { recursive: true });
});

const SERVICE = "apiVersion: v1\nkind: Service\nmetadata: { name: a }\n";

/** Writes files below a folder of their own, by their names. */
function tree(name: string, files: Readonly<Record<string, string>>): string {
    for (const [file, text] of Object.entries(files)) {
        const path = join(folder, name, file);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
    }
    return join(folder, name);
}

describe("the files of paths", () => {
    const deploy = tree("deploy", {
        "b.yaml": SERVICE,
        "a.yml": SERVICE,
        "deep/er/c.json": '{"apiVersion":"v1","kind":"Service","metadata":{"name":"c"}}',
        "readme.md": "# no manifest",
        "node_modules/x/y.yaml": SERVICE,
    });
    const short = (paths: readonly { path: string }[]): string[] =>
        paths.map(({ path }) => path.replace(`${folder}/`, ""));

    it("are those below a folder in a fixed order, and nothing that is not YAML or JSON or is somebody else's", async () => {
        const { files, problems } = await findFiles([deploy]);
        expect(short(files)).toEqual(["deploy/a.yml", "deploy/b.yaml", "deploy/deep/er/c.json"]);
        expect(problems).toEqual([]);
    });

    it("are each once, however often they are named", async () => {
        const { files } = await findFiles([join(deploy, "b.yaml"), deploy, join(deploy, "b.yaml")]);
        expect(short(files)).toEqual(["deploy/b.yaml", "deploy/a.yml", "deploy/deep/er/c.json"]);
    });

    it("are those that a pattern matches", async () => {
        const { files } = await findFiles([`${deploy}/**/*.{json,yml}`]);
        expect(short(files)).toEqual(["deploy/a.yml", "deploy/deep/er/c.json"]);
    });

    it("are missed one by one, all at once", async () => {
        const empty = tree("empty", { "a.txt": "" });
        const { problems } = await findFiles([join(folder, "no.yaml"), `${deploy}/*.toml`, empty]);
        expect(problems.map((problem) => problem.replace(`${folder}/`, ""))).toEqual([
            "no.yaml: there is no such file",
            "deploy/*.toml: matches no file",
            "empty: has no YAML or JSON file in it",
        ]);
    });
});

describe("the manifests below a folder", () => {
    const chart = tree("chart", {
        "Chart.yaml": "name: chart\nversion: 1.0.0\n",
        "templates/service.yaml": "apiVersion: v1\nkind: Service\nmetadata: { name: {{ .Values.name }} }\n",
        "none.yaml": "",
        "service.yaml": SERVICE,
    });

    it("are read, and what is none is told and left out", async () => {
        const { declared, skipped, files } = await readManifests([chart]);
        expect(files).toBe(4);
        expect(declared).toHaveLength(1);
        expect(skipped.map((reason) => reason.replace(`${folder}/`, ""))).toEqual([
            "chart/Chart.yaml:1: has no apiVersion and kind",
            "chart/none.yaml: is empty",
            "chart/templates/service.yaml: is a template; render it first, and give the result",
        ]);
    });

    it("are wrong where a file is named that is none", async () => {
        await expect(readManifests([join(chart, "none.yaml")])).rejects.toThrow(/none\.yaml: is empty/);
        await expect(readManifests([join(chart, "templates/service.yaml")])).rejects.toThrow(
            /service\.yaml: is a template; render it first/,
        );
    });

    it("are wrong where one of them is no YAML, and all of those are told", async () => {
        const broken = tree("broken", { "a.yaml": "a: [1", "b.yaml": "a: 1\na: 2\n" });
        await expect(readManifests([broken])).rejects.toThrow(/a\.yaml:1:\d+: is not valid[^]*b\.yaml:2:1/);
    });
});

describe("standard input", () => {
    const check = (input: string): { status: number | null; stdout: string; stderr: string } =>
        spawnSync(process.execPath, ["dist/cli/main.js", "check", "-"], { input, encoding: "utf8" });

    it("is read like a file, by its own name", () => {
        const scaler = `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: a }
spec: { scaleTargetRef: { name: a }, minReplicaCount: 3, maxReplicaCount: 2, triggers: [] }
`;
        const { status, stdout } = check(`${SERVICE}---\n${scaler}`);
        expect(status).toBe(1);
        expect(stdout).toContain("standard input:8:");
        expect(stdout).toContain("2 objects in 1 file");
    });

    it("ends with 2 where it is empty or too long", () => {
        expect(check("")).toMatchObject({ status: 2, stderr: "standard input: is empty\n" });
        expect(check("#".repeat(10_000_001))).toMatchObject({
            status: 2,
            stderr: "standard input: has more than 10000000 bytes\n",
        });
    });
});
