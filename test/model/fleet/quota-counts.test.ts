import { describe, expect, it } from "vitest";
import type { Leaf } from "../../../model/declared";
import { quotaCounts, readFleet } from "../../../model/fleet";
import { container, secret, unknown } from "../rules/support/objects";
import { resourceQuota } from "../rules/support/quotas";

describe("what a quota counts", () => {
    const counts = (spec: object, podSpec: Readonly<Record<string, unknown>>): boolean | undefined => {
        const [quota] = readFleet([resourceQuota({ pods: "10" }, spec)]).quotas;
        return quota === undefined ? undefined : quotaCounts(quota, podSpec);
    };
    const scoped = (...scopes: readonly unknown[]) => ({ scopes });
    const selecting = (
        operator: Leaf<string>,
        values?: unknown,
        scopeName: Leaf<string> = "PriorityClass",
    ) => ({
        scopeSelector: { matchExpressions: [{ scopeName, operator, values }] },
    });
    const bare = { containers: [{ name: "agent" }] };
    const sized = { containers: [container()] };

    it("is every pod where it has no scopes", () => {
        expect(counts({}, bare)).toBe(true);
    });

    it("goes by the quality of service and the deadline", () => {
        expect(counts(scoped("BestEffort"), bare)).toBe(true);
        expect(counts(scoped("BestEffort"), sized)).toBe(false);
        expect(counts(scoped("NotBestEffort"), bare)).toBe(false);
        expect(counts(scoped("NotBestEffort", "NotTerminating"), sized)).toBe(true);
        expect(counts(scoped("Terminating"), sized)).toBe(false);
        expect(counts(scoped("Terminating"), { ...sized, activeDeadlineSeconds: 60 })).toBe(true);
        expect(counts(scoped("NotTerminating"), { ...sized, activeDeadlineSeconds: 60 })).toBe(false);
        expect(counts(selecting("Exists", undefined, "BestEffort"), sized)).toBe(false);
    });

    it.each([
        ["In", ["high"], "high", true],
        ["In", ["high"], "low", false],
        ["In", ["high"], undefined, false],
        ["NotIn", ["high"], "high", false],
        ["NotIn", ["high"], "low", true],
        ["NotIn", ["high"], undefined, true],
        ["Exists", undefined, "low", true],
        ["Exists", undefined, undefined, false],
        ["DoesNotExist", undefined, "low", false],
        ["DoesNotExist", undefined, undefined, true],
    ])(
        "by the priority class %s %j of a pod with %s is %s",
        (operator, values, priorityClassName, answer) => {
            expect(counts(selecting(operator, values), { ...sized, priorityClassName })).toBe(answer);
        },
    );

    it("is not known where a scope, a class or an amount is not, or where it is about something else", () => {
        for (const hidden of [unknown(), secret()]) {
            expect(counts({ scopes: hidden }, sized)).toBeUndefined();
            expect(counts({ scopeSelector: hidden }, sized)).toBeUndefined();
            expect(counts(scoped(hidden), sized)).toBeUndefined();
            expect(counts(selecting("In", hidden), { ...sized, priorityClassName: "high" })).toBeUndefined();
            expect(
                counts(selecting("In", [hidden]), { ...sized, priorityClassName: "high" }),
            ).toBeUndefined();
            expect(
                counts(selecting(hidden, ["high"]), { ...sized, priorityClassName: "high" }),
            ).toBeUndefined();
            expect(
                counts(selecting("In", ["high"]), { ...sized, priorityClassName: hidden }),
            ).toBeUndefined();
            expect(
                counts(scoped("Terminating"), { ...sized, activeDeadlineSeconds: hidden }),
            ).toBeUndefined();
            expect(counts(scoped("BestEffort"), { containers: hidden })).toBeUndefined();
            // One scope that does not hold is enough.
            expect(counts(scoped(hidden, "Terminating"), sized)).toBe(false);
        }
        expect(counts(scoped("CrossNamespacePodAffinity"), sized)).toBeUndefined();
    });

    it("has its fields of the wrong type reported", () => {
        const problems = (hard: unknown, spec: object = {}) =>
            readFleet([resourceQuota(hard, spec)]).problems.map(({ path }) => path);
        expect(problems({ pods: "ten" })).toEqual(["spec.hard.pods"]);
        expect(problems("10")).toEqual(["spec.hard"]);
        expect(problems({}, { scopes: "BestEffort" })).toEqual(["spec.scopes"]);
    });
});
