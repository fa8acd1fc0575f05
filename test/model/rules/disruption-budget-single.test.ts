import { describe, expect, it } from "vitest";
import { disruptionBudgetSingle } from "../../../model/rules/disruption-budget-single";
import { findings } from "./support/findings";
import { deployment, disruptionBudget, scaledJob, scaledObject, secret, unknown } from "./support/objects";

describe("disruption-budget-single", () => {
    const found = (...budgets: ReturnType<typeof disruptionBudget>[]) =>
        findings(disruptionBudgetSingle, scaledObject(), deployment(), ...budgets);
    const named = (name: unknown, spec: object = {}) =>
        disruptionBudget({ maxUnavailable: 1, ...spec }, { name });

    it("refuses two budgets that select the same pods, with their names", () => {
        expect(found(named("all", { selector: {} }), named("worker"))).toMatchObject([
            {
                severity: "error",
                message:
                    "the budgets all and worker select the pods of Deployment worker, and Kubernetes evicts no pod that more than one holds",
                fix: "keep one of them for these pods",
                path: "spec.selector",
                resource: { kind: "PodDisruptionBudget", name: "worker" },
            },
        ]);
        expect(findings(disruptionBudgetSingle, scaledJob(), named("a"), named("b"))).toHaveLength(1);
    });

    it("names all of three, once", () => {
        const three = found(named("c"), named("a"), named("b"));
        expect(three.map(({ message }) => message)).toEqual([
            expect.stringContaining("the budgets a and b and c select"),
        ]);
    });

    it("is quiet about one budget, one that is declared twice, and one of other pods or another namespace", () => {
        expect(found(named("worker"))).toEqual([]);
        expect(found(named("worker"), named("worker", { maxUnavailable: 2 }))).toEqual([]);
        expect(found(named("a"), named("b", { selector: { matchLabels: { app: "other" } } }))).toEqual([]);
        const elsewhere = disruptionBudget({ maxUnavailable: 1 }, { name: "b", namespace: "other" });
        expect(found(named("a"), elsewhere)).toEqual([]);
    });

    it("is quiet about pods that no autoscaler scales", () => {
        expect(findings(disruptionBudgetSingle, deployment(), named("a"), named("b"))).toEqual([]);
    });

    it("is quiet where it is not certain that a budget selects the pods", () => {
        for (const selector of [
            unknown(),
            secret(),
            { matchLabels: unknown() },
            { matchExpressions: secret() },
            { matchLabels: { app: unknown() } },
            "app=worker",
            { matchLabels: "app" },
        ]) {
            expect(found(named("a"), named("b", { selector }))).toEqual([]);
        }
    });

    it("shows no name that is not known", () => {
        expect(found(named("a"), named(secret()))[0]?.message).toContain("the budgets (secret) and a select");
        const name = unknown();
        expect(found(named(name), named(name))).toEqual([]);
    });
});
