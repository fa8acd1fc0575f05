import { describe, expect, it } from "vitest";
import { disruptionBudgetZero } from "../../../model/rules/disruption-budget-zero";
import { findings } from "./support/findings";
import {
    deployment,
    disruptionBudget,
    horizontalPodAutoscaler,
    scaledJob,
    scaledObject,
    secret,
    unknown,
} from "./support/objects";

describe("disruption-budget-zero", () => {
    const found = (budget: object, scaler = scaledObject()) =>
        findings(disruptionBudgetZero, scaler, deployment(), disruptionBudget(budget));

    it("reports a budget that lets no pod go, however many run", () => {
        expect(found({ maxUnavailable: 0 })).toMatchObject([
            {
                severity: "warning",
                message:
                    "maxUnavailable 0 lets no pod go, however many run: no node that has one can be drained",
                fix: 'use maxUnavailable "25%" or 1, which always lets one go',
                path: "spec.maxUnavailable",
                resource: { kind: "PodDisruptionBudget", name: "worker" },
            },
        ]);
        expect(found({ maxUnavailable: "0%" })[0]?.message).toContain("maxUnavailable 0% lets no pod go");
        expect(found({ minAvailable: "100%" })).toMatchObject([
            {
                message: expect.stringContaining("minAvailable 100% lets") as string,
                path: "spec.minAvailable",
            },
        ]);
        expect(found({})[0]?.message).toContain("a budget without minAvailable and maxUnavailable lets");
    });

    it("needs to know no floor for that", () => {
        const sleeping = scaledObject({ minReplicaCount: unknown() });
        expect(found({ maxUnavailable: 0 }, sleeping)).toHaveLength(1);
        expect(found({ maxUnavailable: 0 }, horizontalPodAutoscaler())).toHaveLength(1);
    });

    it("is quiet about a budget that lets one go at some size", () => {
        for (const budget of [
            { maxUnavailable: 1 },
            { maxUnavailable: "1%" },
            { minAvailable: "99%" },
            { minAvailable: 1000 },
        ]) {
            expect(found(budget)).toEqual([]);
        }
    });

    it("is quiet about a budget of pods that no autoscaler scales, and leaves jobs to the floor's rule", () => {
        const zero = disruptionBudget({ maxUnavailable: 0 });
        expect(findings(disruptionBudgetZero, deployment(), zero)).toEqual([]);
        expect(findings(disruptionBudgetZero, scaledJob(), zero)).toEqual([]);
    });

    it("is quiet about a bound that is not known, or that the API server refuses: disruption-budget-floor speaks of it", () => {
        for (const value of [unknown(), secret(), "none", -1, [], true]) {
            expect(found({ maxUnavailable: value })).toEqual([]);
        }
    });

    it("says it once where two autoscaled workloads share the budget", () => {
        const labels = { matchLabels: { team: "a" } };
        const pods = (name: string) =>
            deployment(
                {},
                {
                    metadata: { name },
                    spec: { template: { metadata: { labels: { team: "a" } }, spec: {} } },
                },
            );
        const scaler = (name: string) => scaledObject({ scaleTargetRef: { name } }, { name });
        expect(
            findings(
                disruptionBudgetZero,
                ...["one", "two"].flatMap((name) => [scaler(name), pods(name)]),
                disruptionBudget({ maxUnavailable: 0, selector: labels }),
            ),
        ).toHaveLength(1);
    });
});
