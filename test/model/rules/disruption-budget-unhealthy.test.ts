import { describe, expect, it } from "vitest";
import { disruptionBudgetUnhealthy } from "../../../model/rules/disruption-budget-unhealthy";
import { findings, findingsUnder } from "./support/findings";
import { deployment, disruptionBudget, scaledObject, secret, unknown } from "./support/objects";

describe("disruption-budget-unhealthy", () => {
    const pool = (spec: object) =>
        [scaledObject(), deployment(), disruptionBudget({ maxUnavailable: 1, ...spec })] as const;
    const found = (policy: unknown) =>
        findingsUnder(
            { profile: "standard" },
            disruptionBudgetUnhealthy,
            ...pool({ unhealthyPodEvictionPolicy: policy }),
        );

    it("asks for AlwaysAllow, and says what holds without it", () => {
        expect(found(undefined)).toMatchObject([
            {
                severity: "warning",
                message:
                    "the policy for pods that are not ready is IfHealthyBudget, Kubernetes' default: where more pods crash than the budget lets go, their nodes cannot be drained",
                fix: "set unhealthyPodEvictionPolicy to AlwaysAllow",
                path: "spec.unhealthyPodEvictionPolicy",
            },
        ]);
        expect(found(null)).toHaveLength(1);
        expect(found("IfHealthyBudget")[0]?.message).toContain("is IfHealthyBudget: where");
    });

    it("is quiet about AlwaysAllow, in the profile dev, and about pods that no autoscaler scales", () => {
        expect(found("AlwaysAllow")).toEqual([]);
        expect(findings(disruptionBudgetUnhealthy, ...pool({}))).toEqual([]);
        expect(findingsUnder({ profile: "strict" }, disruptionBudgetUnhealthy, ...pool({}).slice(1))).toEqual(
            [],
        );
    });

    it("refuses what the API server refuses", () => {
        for (const policy of ["Always", "", 1, ["AlwaysAllow"]]) {
            expect(found(policy)).toMatchObject([
                { severity: "error", message: expect.stringContaining("API server refuses") as string },
            ]);
        }
    });

    it("notes a policy that is not known", () => {
        for (const policy of [unknown(), secret()]) {
            expect(found(policy)).toMatchObject([
                { severity: "note", path: "spec.unhealthyPodEvictionPolicy" },
            ]);
        }
    });
});
