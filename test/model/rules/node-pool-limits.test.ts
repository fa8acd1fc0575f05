import { describe, expect, it } from "vitest";
import { nodePoolLimits } from "../../../model/rules/node-pool-limits";
import { findings, strictFindings } from "./support/findings";
import { declared, secret, unknown } from "./support/objects";

describe("node-pool-limits", () => {
    const nodePool = (spec: unknown, apiVersion = "karpenter.sh/v1") =>
        declared({ apiVersion, kind: "NodePool", metadata: { name: "agents" }, spec });
    const found = (spec: unknown, apiVersion?: string) =>
        strictFindings(nodePoolLimits, {}, nodePool(spec, apiVersion));

    it("reports a node pool that buys without an end", () => {
        for (const spec of [
            {},
            { limits: {} },
            { limits: { "nvidia.com/gpu": 8 } },
            { limits: { cpu: null } },
        ]) {
            expect(found(spec)).toMatchObject([
                {
                    severity: "error",
                    message: "nothing limits the CPU, the memory or the number of nodes that it buys",
                    fix: 'write the CPU of all its nodes together, for example spec.limits: {cpu: "200"}',
                    path: "spec.limits",
                },
            ]);
        }
        expect(found({}, "karpenter.sh/v1beta1")).toHaveLength(1);
    });

    it("is quiet with a limit that every node uses up, and about a static pool", () => {
        for (const limits of [{ cpu: "200" }, { cpu: 200 }, { memory: "800Gi" }, { nodes: 10 }]) {
            expect(found({ limits })).toEqual([]);
        }
        expect(found({ replicas: 3 })).toEqual([]);
    });

    it("is quiet about other kinds of that name, and by default", () => {
        expect(found({}, "agents.example.com/v1")).toEqual([]);
        expect(findings(nodePoolLimits, nodePool({}))).toEqual([]);
    });

    it("notes limits that are not known", () => {
        for (const hidden of [unknown(), secret()]) {
            expect(found({ limits: { cpu: hidden } })).toMatchObject([
                { severity: "note", path: "spec.limits" },
            ]);
            expect(found({ limits: hidden })).toMatchObject([{ severity: "note" }]);
            expect(found(hidden)).toEqual([]);
        }
        expect(found({ limits: { cpu: unknown(), nodes: 4 } })).toEqual([]);
    });

    it("takes limits of the wrong type for none", () => {
        expect(found({ limits: "200" })).toHaveLength(1);
    });
});
