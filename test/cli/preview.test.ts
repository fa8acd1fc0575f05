import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { PreviewOptions } from "../../cli/commands/preview";
import { previewCommand } from "../../cli/commands/preview";
import { folderWith } from "./offline/program";

const OPTIONS: PreviewOptions = { format: "json", failOn: "error", timeout: 50, config: [] };

interface PreviewData {
    readonly pools: {
        name: string;
        values: { path: string; source: string; reason: string; value: unknown }[];
    }[];
    readonly resources: { name: string; children: { name: string; object?: string }[] }[];
    readonly findings: { id: string; message: string; origin: { component?: string; argument?: string } }[];
    readonly explanations: { sentences: { topic: string; text: string }[] }[];
    readonly failure?: { message: string };
}

async function preview(
    dir: string,
    options: Partial<PreviewOptions> = {},
): Promise<{ code: number; text: string }> {
    const written: string[] = [];
    const code = await previewCommand(
        dir,
        { ...OPTIONS, ...options },
        (text) => written.push(text),
        () => undefined,
    );
    return { code, text: written.join("\n") };
}

/** A project in a folder of its own that uses the built package. */
function project(program: string): string {
    const entry = JSON.stringify(join(process.cwd(), "dist/index.js"));
    return folderWith({
        "Pulumi.yaml":
            "name: test\nruntime: { name: nodejs, options: { typescript: false } }\nmain: index.js\n",
        "index.js": `const { AgentTeam, AutoscaledAgentPool, AutoscalingAdmission } = require(${entry});\n${program}`,
    });
}

const POOL = `{
    archetype: "QueueWorker", namespace: "agents",
    workload: { container: { image: "x:1", resources: { requests: { cpu: "1", memory: "1Gi" } } } },
    scale: { minReplicas: 0, maxReplicas: 4, triggers: [{ redis: { address: "r:1", listName: "l" } }] },
}`;

describe("preview of the quickstart", () => {
    let data: PreviewData;
    let code: number;
    beforeAll(async () => {
        const result = await preview(".");
        code = result.code;
        data = JSON.parse(result.text) as PreviewData;
    });

    it("finds nothing, and shows each pool with its objects", () => {
        expect(code).toBe(0);
        expect(data.findings).toEqual([]);
        expect(data.resources.flatMap(({ children }) => children.map(({ object }) => object)).sort()).toEqual(
            [
                "agents/gateway",
                "agents/gateway",
                "agents/gateway",
                "agents/research",
                "agents/research",
                "agents/research",
            ],
        );
    });

    it("says for every decided value why", () => {
        expect(data.pools.map(({ name }) => name)).toEqual(["research", "gateway"]);
        const decided = data.pools.flatMap(({ values }) => values).filter(({ source }) => source !== "given");
        expect(decided.length).toBeGreaterThan(10);
        expect(decided.filter(({ reason }) => reason === "")).toEqual([]);
    });

    it("explains what wakes the worker and when it sleeps", () => {
        const topics = data.explanations[0]?.sentences.map(({ topic }) => topic);
        expect(topics).toContain("wakes");
        expect(topics).toContain("sleeps");
    });
});

describe("preview of the example of two teams", () => {
    it("finds nothing, and shows the pools of both below their teams, with what they cost", async () => {
        const { code, text } = await preview("examples/team-onboarding");
        const { findings, pools, resources, cost } = JSON.parse(text) as PreviewData & {
            cost: { total: { ceilingUsdPerMonth: number } };
        };
        expect({ code, findings }).toEqual({ code: 0, findings: [] });
        expect(pools.map(({ name }) => name).sort()).toEqual([
            "research-crawler",
            "research-report",
            "support-chat",
        ]);
        expect(resources.map(({ name }) => name)).toEqual(["research", "support"]);
        expect(resources[1]?.children.map(({ name }) => name)).toEqual(
            expect.arrayContaining(["support-chat", "support-quota", "support-admission"]),
        );
        expect(cost.total.ceilingUsdPerMonth).toBeGreaterThan(0);
    });
});

describe("preview", () => {
    it("reports every bad pool of a program with the arguments to change, and ends with 1", async () => {
        const dir = project(`
            const pool = ${POOL};
            new AutoscaledAgentPool("low", { ...pool, scale: { ...pool.scale, minReplicas: 5 } });
            new AutoscaledAgentPool("odd", { ...pool, scale: { ...pool.scale, maxReplicas: NaN } });
            new AutoscaledAgentPool("good", pool);
        `);
        const { code, text } = await preview(dir);
        expect(code).toBe(1);
        const { findings } = JSON.parse(text) as PreviewData;
        expect(
            findings.map(({ id, origin }) => ({ id, ...origin })).sort((a, b) => a.id.localeCompare(b.id)),
        ).toEqual([
            { id: "argument-shape", component: "odd", argument: "scale.maxReplicas" },
            { id: "scale-bounds", component: "low", argument: "scale.minReplicas" },
        ]);
        const shown = await preview(dir, { format: "text" });
        expect(shown.text).toContain(
            "error: low: scale.minReplicas: the floor 5 is above the ceiling 4 [scale-bounds]",
        );
        expect(shown.text).toContain(
            "error: odd: scale.maxReplicas is NaN, not a whole number [argument-shape]",
        );
        expect(shown.text.split("\n").at(-1)).toBe("3 pools: 2 errors; an update would be refused");
        expect(shown.text).not.toContain("The program failed");
    });

    it("reports bounds of the API server that cannot be made, beside the pools", async () => {
        const dir = project(`
            new AutoscaledAgentPool("good", ${POOL});
            new AutoscalingAdmission("agents", { mode: "Deny", namespaces: ["agents"], ceiling: 0 });
        `);
        const { code, text } = await preview(dir);
        expect(code).toBe(1);
        const { findings } = JSON.parse(text) as PreviewData;
        expect(findings.map(({ id, origin }) => ({ id, ...origin }))).toEqual([
            { id: "argument-shape", component: "agents", argument: "ceiling" },
        ]);
    });

    it("reports a team that cannot work with all that is wrong in it, and shows nothing of it", async () => {
        const dir = project(`
            const { namespace, ...pool } = ${POOL};
            const crawler = { ...pool, scale: { ...pool.scale, minReplicas: 5 } };
            new AgentTeam("research", { pools: { crawler }, quota: { hard: { pods: "2" } } });
        `);
        const { code, text } = await preview(dir);
        const { findings, resources } = JSON.parse(text) as PreviewData;
        expect(code).toBe(1);
        expect(findings.map(({ origin }) => origin)).toEqual([
            { component: "research", argument: "quota.hard.pods" },
            { component: "research", argument: "pools.crawler.scale.minReplicas" },
        ]);
        expect(resources).toEqual([expect.objectContaining({ name: "research", children: [] })]);
    });

    it("shows a program that throws, with what it registered before", async () => {
        const dir = project(`new AutoscaledAgentPool("first", ${POOL}); throw new Error("no region");`);
        const { code, text } = await preview(dir, { format: "text" });
        expect(code).toBe(1);
        expect(text).toContain("The program failed");
        expect(text).toContain("no region");
        expect(text).not.toContain("    at ");
    });

    it("writes into a folder, as YAML where asked", async () => {
        const dir = project(`new AutoscaledAgentPool("only", ${POOL});`);
        const out = join(dir, "reports/today");
        const { code, text } = await preview(dir, { format: "yaml", out });
        expect({ code, text }).toEqual({ code: 0, text: `wrote ${join(out, "preview.yaml")}` });
        expect(readFileSync(join(out, "preview.yaml"), "utf8")).toMatch(/^version: 1\nproject: test\n/);
    });
});

describe("preview of a pool with an exemption", () => {
    const exempt = (name: string, args: string, rule: string): string =>
        `new AutoscaledAgentPool("${name}", { ...${args},
            task: { p99Seconds: 300 },
            exemptions: [{ rule: "${rule}", reason: "tasks are handed back" }],
        });`;
    const abrupt = POOL.replace("workload: {", "workload: { terminationGracePeriodSeconds: 30,");

    it("shows what is exempt apart, at the argument that it is about, and does not fail for it", async () => {
        const dir = project(exempt("calm", abrupt, "grace-covers-task"));
        const { code, text } = await preview(dir, { format: "text", failOn: "note" });
        expect(code).toBe(0);
        expect(text).toMatch(
            /\nExempt\n {2}exempt: calm: workload\.terminationGracePeriodSeconds: a pod gets 30 s .*\n.*\n {6}because: tasks are handed back\n/,
        );
        expect(text).toMatch(/1 pool: no findings, 1 exempt$/);
    });

    it("points at the argument of one that is of nothing, once for all objects of its pool", async () => {
        const dir = project(
            exempt("calm", POOL, "grace-covers-task") + exempt("calmer", POOL, "grace-covers-taks"),
        );
        const { code, text } = await preview(dir, { failOn: "warning" });
        expect(code).toBe(1);
        const { findings } = JSON.parse(text) as PreviewData;
        expect(findings.filter(({ id }) => id === "exemption")).toMatchObject([
            {
                message: 'no rule is called "grace-covers-taks"',
                origin: { component: "calmer", argument: "exemptions[0].rule" },
            },
            {
                message: "grace-covers-task finds nothing here that would have to be exempt",
                origin: { component: "calm", argument: "exemptions[0]" },
            },
        ]);
    });
});
