import { describe, expect, it } from "vitest";
import { nodeBudgetWindow } from "../../../model/rules/node-budget-window";
import { findings } from "./support/findings";
import { declared, secret, unknown } from "./support/objects";

const nodePool = (budgets: unknown) =>
    declared({
        apiVersion: "karpenter.sh/v1",
        kind: "NodePool",
        metadata: { name: "agents" },
        spec: { disruption: { budgets } },
    });
const of = (budgets: unknown) => findings(nodeBudgetWindow, nodePool(budgets));

describe("node-budget-window", () => {
    it("fires for one end without the other", () => {
        expect(of([{ nodes: "0", schedule: "0 8 * * 1-5" }])).toMatchObject([
            {
                severity: "error",
                message: "the budget has a schedule and no duration",
                path: "spec.disruption.budgets[0]",
                resource: { kind: "NodePool", name: "agents" },
            },
        ]);
        expect(of([{ nodes: "10%" }, { nodes: "0", duration: "10h" }])).toMatchObject([
            { message: "the budget has a duration and no schedule", path: "spec.disruption.budgets[1]" },
        ]);
    });

    it("is quiet for both, for neither, and without budgets", () => {
        expect(of([{ nodes: "10%" }, { nodes: "0", schedule: "0 8 * * 1-5", duration: "10h" }])).toEqual([]);
        expect(of(undefined)).toEqual([]);
        expect(of([])).toEqual([]);
    });

    it("takes an end that is not known for one that is there", () => {
        expect(of([{ schedule: unknown(), duration: secret() }])).toEqual([]);
        expect(of([{ schedule: unknown() }])).toHaveLength(1);
    });

    it("notes budgets that are not known, and survives those of another type", () => {
        expect(of(unknown())).toMatchObject([{ severity: "note", path: "spec.disruption.budgets" }]);
        for (const wrong of ["0", 1, { nodes: "0" }, [null, "0", 3]]) expect(of(wrong)).toEqual([]);
    });
});
