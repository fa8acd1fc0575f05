import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Files, run } from "./support/command";

const files = new Files();
afterAll(() => {
    files.remove();
});

const OWNED = `# ours
apiVersion: apps/v1
kind: Deployment
metadata: { name: worker, namespace: agents }
spec:
    replicas: 3 # before the autoscaler
    selector: { matchLabels: { app: worker } }
    template:
        metadata: { labels: { app: worker } }
        spec:
            containers:
                - name: agent
                  image: registry.example.com/agent:1.4.2
                  resources: { requests: { cpu: 500m, memory: 1Gi }, limits: { memory: 1Gi } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: worker, namespace: agents }
spec:
    scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: worker }
    minReplicas: 2
    maxReplicas: 6
    metrics:
        - type: Resource
          resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } }
`;

describe("settings of a check", () => {
    const owned = files.write("owned.yaml", OWNED);

    it("decide what fails: a doubtful breach of high impact from the profile standard on", () => {
        expect(run("check", owned).status).toBe(0);
        const { status, stdout } = run("check", owned, "--profile", "standard");
        expect(status).toBe(1);
        expect(stdout).toContain(`error: ${owned}:6:5: spec.replicas is 3`);
    });

    it("come from a file, in which a rule may be off, and the command line's profile wins", () => {
        const settings = files.write("settings.yaml", "profile: standard\nrules:\n    replicas-owned: off\n");
        expect(run("check", owned, "--config", settings).stdout).not.toContain("replicas-owned");
        const standard = files.write("standard.json", '{ "profile": "standard" }');
        expect(run("check", owned, "--config", standard).status).toBe(1);
        expect(run("check", owned, "--config", standard, "--profile", "dev").status).toBe(0);
    });

    it("state the cluster, for prices and explanations too", () => {
        const settings = files.write(
            "eks.yaml",
            "platform: { provider: eks, metricsServer: false, prices: { asOf: 2026-11-01, usdPerVcpuHour: 0.05, usdPerGibHour: 0.01 } }\n",
        );
        expect(run("check", owned, "--config", settings).stdout).toContain("[platform-component-missing]");
        expect(run("price", owned, "--config", settings).stdout).toContain("2026-11-01");
        expect(run("explain", owned, "--config", settings).stdout).toContain(
            "Needs metrics-server for cpu, which the cluster does not have",
        );
    });

    it("are refused whole where something is wrong, with every place and the nearest name", () => {
        const wrong = files.write("wrong.yaml", "profile: standart\nrules:\n    replica-owned: off\n");
        const { status, stdout, stderr } = run("check", owned, "--config", wrong);
        expect([status, stdout]).toEqual([2, ""]);
        expect(stderr).toContain(`${wrong}: profile `);
        expect(stderr).toContain("did you mean standard?");
        expect(stderr).toContain(`${wrong}: rules.replica-owned `);
        expect(stderr).toContain("replicas-owned");
    });

    it("are those of the example for CI as well", () => {
        const { status, stdout, stderr } = run("check", owned, "--config", "examples/ci/guardrails.yaml");
        expect([status, stderr]).toEqual([1, ""]);
        expect(stdout).toContain("[replicas-owned]");
    });

    it.each([
        ["no file", join(files.folder, "none.yaml"), ": there is no such file"],
        ["no YAML", files.write("broken.yaml", 'a: "b\n'), ":2:1: is not valid YAML"],
        ["a list", files.write("list.yaml", "- a\n"), ": the arguments: "],
    ])("say clearly that they are %s", (_what, path, message) => {
        const { status, stderr } = run("check", owned, "--config", path);
        expect(status).toBe(2);
        expect(stderr).toContain(`${path}${message}`);
    });
});

describe("formats of a check", () => {
    const owned = files.write("format.yaml", OWNED);

    it("are SARIF for code scanning, with rule, level, file and line", () => {
        const { stdout, status } = run("check", owned, "--format", "sarif", "--profile", "standard");
        expect(status).toBe(1);
        const { runs } = JSON.parse(stdout) as {
            runs: { results: { ruleId: string; level: string; locations: unknown[] }[] }[];
        };
        expect(runs[0]?.results.find(({ ruleId }) => ruleId === "replicas-owned")).toMatchObject({
            level: "error",
            locations: [{ physicalLocation: { region: { startLine: 6, startColumn: 5 } } }],
        });
    });

    it("are workflow commands of GitHub Actions", () => {
        expect(run("check", owned, "--format", "github").stdout).toContain(
            `::warning file=${owned},line=6,col=5,title=replicas-owned::`,
        );
    });
});

describe("check --fix", () => {
    it("mends what one field mends, says so, and leaves the rest of the file", () => {
        const owned = files.write("fix.yaml", OWNED);
        const { stdout } = run("check", owned, "--fix");
        expect(readFileSync(owned, "utf8")).toBe(
            OWNED.replace("    replicas: 3 # before the autoscaler\n", ""),
        );
        expect(stdout).toContain(`fixed: ${owned}:6:5: remove it`);
        expect(stdout).not.toContain("warning: ");
        expect(run("check", owned, "--fix").stdout).not.toContain("fixed");
    });

    it("leaves what is exempt", () => {
        const exempt = OWNED.replace(
            "namespace: agents }",
            `namespace: agents, annotations: { agent-autoscaling/exempt: '[{"rule":"replicas-owned","reason":"moving"}]' } }`,
        );
        const owned = files.write("exempt.yaml", exempt);
        expect(run("check", owned, "--fix").stdout).toContain("exempt: ");
        expect(readFileSync(owned, "utf8")).toBe(exempt);
    });

    it("is refused for standard input", () => {
        const { status, stderr } = run("check", "-", "--fix");
        expect([status, stderr.includes("name the files")]).toEqual([2, true]);
    });
});
