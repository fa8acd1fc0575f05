import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Files, run } from "./support/command";

const files = new Files();
afterAll(() => {
    files.remove();
});

describe("agent-autoscaling check", () => {
    it("ends with 1 for errors, and names file, line, rule and fix", () => {
        const { status, stdout } = run("check", "examples/check/worker.yaml");
        expect(status).toBe(1);
        expect(stdout).toContain(
            'examples/check/worker.yaml:38:23: "europe/berlin" is not an IANA time zone [cron-syntax]',
        );
        expect(stdout).toContain('fix: write "Europe/Berlin"');
    });

    it("writes findings as versioned JSON", () => {
        const { stdout } = run("check", "--format", "json", "examples/check/worker.yaml");
        const { version, findings } = JSON.parse(stdout) as {
            version: number;
            findings: Record<string, unknown>[];
        };
        expect(version).toBe(1);
        expect(findings.find(({ id }) => id === "grace-covers-task")).toMatchObject({
            severity: "warning",
            path: "spec.template.spec.terminationGracePeriodSeconds",
            origin: { file: "examples/check/worker.yaml" },
            resource: { apiVersion: "apps/v1", kind: "Deployment", namespace: "agents", name: "worker" },
        });
    });

    it("ends with 0 for a file without findings, and for warnings below the failing level", () => {
        const service = files.write("service.yaml", "apiVersion: v1\nkind: Service\nmetadata: { name: a }\n");
        expect(run("check", service)).toMatchObject({
            status: 0,
            stdout: "1 object in 1 file: no findings\n",
        });
        const deployment = readFileSync("examples/check/worker.yaml", "utf8").split("---")[0] ?? "";
        const budget = `${deployment}---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: w, namespace: agents }\nspec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: worker }, minReplicas: 1, maxReplicas: 3 }\n`;
        const warned = files.write("warned.yaml", budget);
        expect(run("check", warned).status).toBe(0);
        expect(run("check", warned, "--fail-on", "warning").status).toBe(1);
    });

    it("shows what is exempt at the end, and does not fail for it", () => {
        const text = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
    name: worker
    annotations:
        validations.keda.sh/hpa-ownership: "no"
        agent-autoscaling/exempt: '[{"rule":"keda-annotations","reason":"KEDA comes next week","until":"9999-12-31"}]'
spec:
    scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: worker }
    minReplicas: 1
    maxReplicas: 3
`;
        const exempt = files.write("exempt.yaml", text);
        const { status, stdout } = run("check", "--fail-on", "note", exempt);
        expect(status).toBe(0);
        expect(stdout).toContain(`exempt: ${exempt}:6:9: validations.keda.sh/hpa-ownership is "no"`);
        expect(stdout).toContain("    because: KEDA comes next week (until 9999-12-31)\n");
        expect(stdout).toMatch(/1 object in 1 file: no findings, 1 exempt\n$/);
        const over = files.write("over.yaml", text.replace("9999-12-31", "2020-12-31"));
        expect(run("check", "--fail-on", "warning", over).status).toBe(1);
        const { findings } = JSON.parse(run("check", "--format", "json", exempt).stdout) as {
            findings: unknown[];
        };
        expect(findings).toMatchObject([
            {
                id: "keda-annotations",
                severity: "warning",
                exemption: { reason: "KEDA comes next week", until: "9999-12-31" },
            },
        ]);
    });

    it("reports every file that cannot be read in one line each, and ends with 2", () => {
        const empty = files.write("empty.yaml", "");
        const missing = join(files.folder, "missing.yaml");
        const pattern = join(files.folder, "*.toml");
        const { status, stdout, stderr } = run("check", empty, missing, pattern);
        expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
        expect(stderr.trimEnd().split("\n")).toEqual([
            `${missing}: there is no such file`,
            `${pattern}: matches no file`,
            `${empty}: is empty`,
        ]);
    });

    it("refuses a file that is too large without reading it", () => {
        const large = files.write("large.yaml", "#".repeat(10_000_001));
        expect(run("check", large)).toMatchObject({
            status: 2,
            stderr: `${large}: has 10000001 bytes; at most 10000000 are read\n`,
        });
    });
});

describe("agent-autoscaling price", () => {
    const WORKER = "examples/check/worker.yaml";

    it("compares manifests with others, of which there may be several", () => {
        const { status, stdout } = run("price", WORKER, "--against", WORKER, "--format", "markdown");
        expect(status).toBe(0);
        expect(stdout).toContain("| agents/worker | - | - | - | - | no price: a pod requests no cpu |");
        expect(run("price", WORKER, "--against", WORKER, "no-such-file.yaml")).toMatchObject({
            status: 2,
            stdout: "",
            stderr: "no-such-file.yaml: there is no such file\n",
        });
    });
});

describe("agent-autoscaling", () => {
    it.each([
        [["chek"], /unknown command 'chek'/],
        [["check"], /missing required argument 'path'/],
        [["check", "--format", "xml", "a.yaml"], /Allowed choices are text, json/],
        [["preview", "--timeout", "0"], /give whole seconds, from 1/],
        [["preview", "test"], /no Pulumi\.yaml|Pulumi\.yaml/],
    ])("answers %j with one clear message and 2", (args, message) => {
        const { status, stderr } = run(...args);
        expect(status).toBe(2);
        expect(stderr).toMatch(message);
        expect(stderr).not.toContain("node_modules");
    });

    it("shows its help with 0", () => {
        expect(run("--help")).toMatchObject({ status: 0 });
    });
});
