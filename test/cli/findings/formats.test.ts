import { describe, expect, it } from "vitest";
import { githubAnnotations } from "../../../cli/findings/github";
import { sarif } from "../../../cli/findings/sarif";
import type { Finding } from "../../../model";

const IN_FILE: Finding = {
    id: "scale-bounds",
    severity: "error",
    message: "the floor 5 is above the ceiling 3: 100 % wrong",
    fix: "use a floor of 3 or less",
    path: "spec.minReplicaCount",
    origin: { file: "deploy/a b.yaml", line: 7, column: 3 },
    resource: { apiVersion: "keda.sh/v1alpha1", kind: "ScaledObject", namespace: "agents", name: "worker" },
};
const OF_POOL: Finding = {
    id: "argument-shape",
    severity: "warning",
    message: "scale.minReplicas is -1",
    fix: "use 0 or more",
    path: "scale.minReplicas",
    origin: { component: "research", argument: "scale.minReplicas" },
};

describe("SARIF", () => {
    const log = sarif([IN_FILE, OF_POOL, { ...IN_FILE, severity: "note" }], "1.2.3") as {
        runs: { tool: unknown; results: Record<string, unknown>[] }[];
    };
    const [run] = log.runs;

    it("has the rules that were broken, each once, with what happens otherwise", () => {
        expect(log).toMatchObject({ version: "2.1.0" });
        expect(run?.tool).toMatchObject({
            driver: {
                name: "agent-autoscaling",
                semanticVersion: "1.2.3",
                rules: [
                    { id: "argument-shape" },
                    {
                        id: "scale-bounds",
                        shortDescription: { text: expect.stringContaining("floor") as string },
                        defaultConfiguration: { level: "error" },
                    },
                ],
            },
        });
    });

    it("points at the line, with a path that is a URI", () => {
        expect(run?.results[0]).toMatchObject({
            ruleId: "scale-bounds",
            ruleIndex: 1,
            level: "error",
            message: {
                text: "the floor 5 is above the ceiling 3: 100 % wrong; fix: use a floor of 3 or less",
            },
            locations: [
                {
                    physicalLocation: {
                        artifactLocation: { uri: "deploy/a%20b.yaml" },
                        region: { startLine: 7, startColumn: 3 },
                    },
                    logicalLocations: [
                        { fullyQualifiedName: "ScaledObject agents/worker, spec.minReplicaCount" },
                    ],
                },
            ],
            partialFingerprints: {
                "agentAutoscaling/v1": "scale-bounds|ScaledObject agents/worker|spec.minReplicaCount",
            },
        });
        expect(run?.results.map(({ level }) => level)).toEqual(["error", "warning", "note"]);
    });

    it("names the argument of a pool where there is no file", () => {
        expect(run?.results[1]).toMatchObject({
            locations: [{ logicalLocations: [{ fullyQualifiedName: "research: scale.minReplicas" }] }],
        });
        expect(JSON.stringify(run?.results[1])).not.toContain("physicalLocation");
    });

    it("has what is exempt as suppressed in the source, with the reason", () => {
        const exempt = { ...OF_POOL, exemption: { reason: "moving", until: "2027-01-31" } };
        const [only] = (sarif([exempt], "1.0.0") as typeof log).runs;
        expect(only?.results).toMatchObject([
            {
                level: "warning",
                suppressions: [{ kind: "inSource", justification: "moving (until 2027-01-31)" }],
            },
        ]);
        expect(JSON.stringify(run)).not.toContain("suppressions");
    });

    it("is a log without results where nothing was found", () => {
        expect(sarif([], "1.0.0")).toMatchObject({ runs: [{ results: [] }] });
    });
});

describe("annotations", () => {
    it("are one line each, with what would end a property escaped", () => {
        expect(githubAnnotations([IN_FILE, OF_POOL])).toEqual([
            "::error file=deploy/a b.yaml,line=7,col=3,title=scale-bounds::the floor 5 is above the ceiling 3: 100 %25 wrong%0Ain ScaledObject agents/worker, spec.minReplicaCount%0Afix: use a floor of 3 or less",
            "::warning title=argument-shape::research: scale.minReplicas: scale.minReplicas is -1%0Afix: use 0 or more",
        ]);
        const odd: Finding = { ...IN_FILE, origin: { file: "a,b:c.yaml" } };
        expect(githubAnnotations([odd])[0]).toContain("file=a%2Cb%3Ac.yaml,title");
    });

    it("only give notice of what is exempt", () => {
        const exempt = { ...OF_POOL, exemption: { reason: "moving" } };
        expect(githubAnnotations([exempt])).toEqual([
            "::notice title=argument-shape::research: scale.minReplicas: scale.minReplicas is -1%0Aexempt: moving",
        ]);
    });
});
