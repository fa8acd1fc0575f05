import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PreviewOptions } from "../../cli/commands/preview";
import { previewCommand } from "../../cli/commands/preview";

const OPTIONS: PreviewOptions = { format: "json", failOn: "note", timeout: 50, config: [] };

/** The examples that are Pulumi projects in TypeScript; the quickstart is the repository's own. */
const PROJECTS = readdirSync("examples").filter((name) => {
    const project = join("examples", name, "Pulumi.yaml");
    return existsSync(project) && /^runtime: nodejs$/m.test(readFileSync(project, "utf8"));
});

interface PreviewData {
    readonly pools: readonly { name: string }[];
    readonly resources: readonly { name: string; type: string }[];
    readonly findings: readonly { id: string; message: string }[];
}

async function preview(dir: string, options: Partial<PreviewOptions> = {}) {
    const written: string[] = [];
    const code = await previewCommand(
        dir,
        { ...OPTIONS, ...options },
        (text) => written.push(text),
        () => undefined,
    );
    return { code, text: written.join("\n") };
}

describe("the examples", () => {
    it("are there", () => {
        expect(PROJECTS).toContain("eks-platform");
    });

    it.each(PROJECTS)("run offline, make pools, and have no findings: %s", async (name) => {
        const { code, text } = await preview(join("examples", name));
        const { pools, findings } = JSON.parse(text) as PreviewData;
        expect(findings).toEqual([]);
        expect(pools.length).toBeGreaterThan(0);
        expect(code).toBe(0);
    });
});

describe("the platform on EKS", () => {
    it("passes the strict guardrails, shows its node groups and what the pools cost at the ceiling", async () => {
        const { code, text } = await preview("examples/eks-platform", { profile: "strict", format: "text" });
        expect(code).toBe(0);
        expect(text).toContain("agents-spot-base  NodeGroup");
        expect(text).toContain("keda-association  PodIdentityAssociation");
        expect(text).toMatch(/all: floor \$0, scheduled \$\d+, ceiling \$[\d,]+ a month/);
        expect(text).toContain("2 pools: no findings");
    });
});
