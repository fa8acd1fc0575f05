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

    it("notes a second budget that may select the pods, once", () => {
        for (const selector of [
            unknown(),
            secret(),
            { matchLabels: unknown() },
            { matchExpressions: secret() },
        ]) {
            const hidden = named("b", { selector });
            expect(found(named("a"), hidden)).toMatchObject([
                { severity: "note", path: "spec.selector", resource: { name: "b" } },
            ]);
            expect(found(named("b"), hidden)).toEqual([]);
            expect(found(hidden)).toEqual([]);
            const all = named("all", { selector: {} });
            const other = deployment({}, { metadata: { name: "other" } });
            const pools = [deployment(), other, scaledObject()];
            const second = scaledObject({ scaleTargetRef: { name: "other" } }, { name: "other" });
            expect(findings(disruptionBudgetSingle, ...pools, second, all, hidden)).toHaveLength(1);
            const elsewhere = disruptionBudget({ selector }, { name: "b", namespace: "other" });
            expect(found(named("a"), elsewhere)).toEqual([]);
        }
    });

    it("takes labels that are not known for those of other pods, and no selector of the wrong type for one", () => {
        for (const selector of [{ matchLabels: { app: unknown() } }, "app=worker", { matchLabels: "app" }]) {
            expect(found(named("a"), named("b", { selector }))).toEqual([]);
        }
    });

    it("shows no name that is not known", () => {
        expect(found(named("a"), named(secret()))[0]?.message).toContain("the budgets (secret) and a select");
        const name = unknown();
        expect(found(named(name), named(name))).toEqual([]);
    });
});
