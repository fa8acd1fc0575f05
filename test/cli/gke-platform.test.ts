import { beforeAll, describe, expect, it } from "vitest";
import { previewCommand } from "../../cli/commands/preview";

const DIR = "examples/gke-platform";

async function preview(
    format: "json" | "text",
    config: string[] = [],
): Promise<{ code: number; text: string }> {
    const written: string[] = [];
    const code = await previewCommand(
        DIR,
        { format, failOn: "note", profile: "strict", timeout: 50, config },
        (text) => written.push(text),
        () => undefined,
    );
    return { code, text: written.join("\n") };
}

describe("the platform on GKE, offline", () => {
    let code: number;
    let text: string;
    beforeAll(async () => {
        ({ code, text } = await preview("text"));
    });

    it("passes the strict guardrails", () => {
        expect(text).toContain("2 pools: no findings");
        expect(code).toBe(0);
    });

    it("shows the nodes, the class and KEDA's role beside the pools", () => {
        for (const line of [
            "research-nodes  NodePool",
            "research-nodes-base  NodePool",
            "steady-compute-class  ComputeClass",
            "keda-reader-monitoring  IAMMember",
            "research  Deployment",
        ]) {
            expect(text).toContain(line);
        }
    });

    it("prices both pools by the machines of their nodes, within their budgets", () => {
        expect(text).toMatch(
            /research: floor \$0, ceiling \$[\d,]+ a month at 24 x .* on 8 nodes; budget \$2,800: within it/,
        );
        expect(text).toMatch(/gateway: .* on 2 nodes; budget \$400: within it/);
        expect(text).toMatch(/all: floor \$\d+, scheduled \$\d+, ceiling \$[\d,]+ a month/);
    });
});
