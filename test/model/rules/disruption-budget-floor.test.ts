import { describe, expect, it } from "vitest";
import { disruptionBudgetFloor } from "../../../model/rules/disruption-budget-floor";
import { findings } from "./support/findings";
import { deployment, disruptionBudget, scaledJob, scaledObject, secret, unknown } from "./support/objects";

describe("disruption-budget-floor", () => {
    const pool = (minReplicaCount: unknown, budget: object) =>
        [scaledObject({ minReplicaCount }), deployment(), disruptionBudget(budget)] as const;

    it("reports a budget that keeps every pod at the floor, with the numbers", () => {
        expect(findings(disruptionBudgetFloor, ...pool(2, { minAvailable: 2 }))).toMatchObject([
            {
                severity: "warning",
                message: "minAvailable 2 keeps all 2 pods at the floor: no node can be drained",
                fix: 'use maxUnavailable "25%" or 1, which always lets one go',
                path: "spec.minAvailable",
                resource: { kind: "PodDisruptionBudget", name: "worker" },
            },
        ]);
        expect(findings(disruptionBudgetFloor, ...pool(3, { minAvailable: "70%" }))).toMatchObject([
            { message: "minAvailable 70% keeps all 3 pods at the floor: no node can be drained" },
        ]);
    });

    it("leaves what lets none go at any size to disruption-budget-zero, with a floor that is not known too", () => {
        for (const budget of [
            { maxUnavailable: 0 },
            { maxUnavailable: "0%" },
            { minAvailable: "100%" },
            {},
        ]) {
            expect(findings(disruptionBudgetFloor, ...pool(3, budget))).toEqual([]);
            expect(findings(disruptionBudgetFloor, ...pool(unknown(), budget))).toEqual([]);
        }
        expect(findings(disruptionBudgetFloor, scaledJob(), disruptionBudget({}))).toHaveLength(1);
    });

    it("thinks of the first pod where the pool sleeps", () => {
        expect(findings(disruptionBudgetFloor, ...pool(0, { minAvailable: 1 }))).toMatchObject([
            { message: "minAvailable 1 keeps the only pod when one runs: no node can be drained" },
        ]);
        expect(findings(disruptionBudgetFloor, ...pool(0, { maxUnavailable: 1 }))).toEqual([]);
    });

    it("is quiet where one pod may go, and for budgets of other pods", () => {
        expect(findings(disruptionBudgetFloor, ...pool(2, { minAvailable: 1 }))).toEqual([]);
        expect(findings(disruptionBudgetFloor, ...pool(2, { minAvailable: "50%" }))).toEqual([]);
        expect(findings(disruptionBudgetFloor, ...pool(1, { maxUnavailable: "25%" }))).toEqual([]);
        const selector = { matchLabels: { app: "other" } };
        expect(findings(disruptionBudgetFloor, ...pool(1, { minAvailable: 1, selector }))).toEqual([]);
    });

    it("reports a bound that the API server refuses as an error", () => {
        expect(findings(disruptionBudgetFloor, ...pool(2, { minAvailable: "150%" }))).toMatchObject([
            {
                severity: "error",
                message: expect.stringContaining("150%") as string,
                path: "spec.minAvailable",
            },
        ]);
        expect(
            findings(disruptionBudgetFloor, ...pool(2, { minAvailable: 1, maxUnavailable: 1 })),
        ).toMatchObject([{ severity: "error", message: "minAvailable and maxUnavailable are both set" }]);
        expect(findings(disruptionBudgetFloor, ...pool(2, { minAvailable: [] }))).toMatchObject([
            { severity: "error" },
        ]);
    });

    it("notes a bound or a floor that is not known", () => {
        for (const objects of [
            pool(2, { minAvailable: unknown() }),
            pool(2, { minAvailable: secret() }),
            pool(unknown(), { minAvailable: 1 }),
        ]) {
            expect(findings(disruptionBudgetFloor, ...objects)).toMatchObject([
                { severity: "note", path: "spec.minAvailable", fix: "give plain numbers" },
            ]);
        }
    });

    it("reports budgets under which no pod of a job may go: Kubernetes does not know how many there should be", () => {
        const jobs = (budget: object) => [scaledJob(), disruptionBudget(budget)] as const;
        for (const [budget, path] of [
            [{ maxUnavailable: 1 }, "spec.maxUnavailable"],
            [{ maxUnavailable: "100%" }, "spec.maxUnavailable"],
            [{ maxUnavailable: unknown() }, "spec.maxUnavailable"],
            [{ minAvailable: "0%" }, "spec.minAvailable"],
        ] as const) {
            expect(findings(disruptionBudgetFloor, ...jobs(budget))).toMatchObject([
                {
                    severity: "warning",
                    message: expect.stringContaining("no node that runs one") as string,
                    path,
                },
            ]);
        }
        expect(findings(disruptionBudgetFloor, ...jobs({ minAvailable: 0 }))).toEqual([]);
        expect(findings(disruptionBudgetFloor, ...jobs({ minAvailable: 1 }))).toMatchObject([
            {
                message: "minAvailable 1 keeps the only pod when one runs: no node can be drained",
                fix: expect.stringContaining("remove the budget") as string,
            },
        ]);
        expect(findings(disruptionBudgetFloor, ...jobs({ minAvailable: unknown() }))).toMatchObject([
            { severity: "note" },
        ]);
        expect(findings(disruptionBudgetFloor, ...jobs({ minAvailable: "x" }))).toMatchObject([
            { severity: "error" },
        ]);
    });

    it("finds the pods of jobs by the label that KEDA gives them", () => {
        const budget = disruptionBudget({
            maxUnavailable: 1,
            selector: { matchLabels: { "scaledjob.keda.sh/name": "worker" } },
        });
        expect(findings(disruptionBudgetFloor, scaledJob(), budget)).toHaveLength(1);
        expect(findings(disruptionBudgetFloor, scaledJob({}, { name: "other" }), budget)).toEqual([]);
    });
});
