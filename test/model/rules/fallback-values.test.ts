import { describe, expect, it } from "vitest";
import { fallbackValues } from "../../../model/rules/fallback-values";
import { allFindings, findings } from "./support/findings";
import { cpu, redis, scaledObject, unknown } from "./support/objects";

describe("fallback-values", () => {
    const withFallback = (fallback: unknown, spec: object = {}) => scaledObject({ fallback, ...spec });
    const sound = { failureThreshold: 3, replicas: 4 };

    it("reports numbers below 0, and those that are missing", () => {
        expect(findings(fallbackValues, withFallback({ failureThreshold: -1, replicas: -2 }))).toMatchObject([
            {
                severity: "error",
                message: "failureThreshold is -1",
                fix: "use 0 or more",
                path: "spec.fallback.failureThreshold",
            },
            { severity: "error", message: "replicas is -2", path: "spec.fallback.replicas" },
        ]);
        expect(findings(fallbackValues, withFallback({})).map(({ message }) => message)).toEqual([
            "the fallback has no failureThreshold",
            "the fallback has no replicas",
        ]);
    });

    it("reports a fallback that only CPU and memory triggers could need", () => {
        expect(findings(fallbackValues, withFallback(sound, { triggers: [cpu()] }))).toMatchObject([
            {
                severity: "error",
                message: "there is a fallback, and only CPU and memory triggers, for which KEDA has none",
                path: "spec.fallback",
            },
        ]);
        expect(findings(fallbackValues, withFallback(sound, { triggers: [cpu(), redis()] }))).toEqual([]);
        expect(findings(fallbackValues, withFallback(sound, { triggers: unknown() }))).toEqual([]);
    });

    it("knows the behaviors, and what the last of them needs", () => {
        expect(findings(fallbackValues, withFallback({ ...sound, behavior: "Static" }))).toMatchObject([
            { severity: "error", message: 'behavior is "Static"', path: "spec.fallback.behavior" },
        ]);
        expect(findings(fallbackValues, withFallback({ ...sound, behavior: "" }))).toHaveLength(1);
        const byFormula = { ...sound, behavior: "scalingModifiers" };
        expect(findings(fallbackValues, withFallback(byFormula))).toMatchObject([
            { severity: "error", message: "the fallback is left to a formula, and there is none" },
        ]);
        const advanced = { scalingModifiers: { formula: "a ?? 5", target: "2" } };
        expect(findings(fallbackValues, withFallback(byFormula, { advanced }))).toEqual([]);
    });

    it("reports a formula's target with which KEDA never falls back", () => {
        const advanced = (target: unknown) => ({ advanced: { scalingModifiers: { formula: "a", target } } });
        expect(findings(fallbackValues, withFallback(sound, advanced("0.5")))).toMatchObject([
            {
                severity: "warning",
                message: `the formula's target "0.5" is not a whole number, and KEDA then never falls back`,
                path: "spec.advanced.scalingModifiers.target",
            },
        ]);
        expect(findings(fallbackValues, withFallback(sound, advanced("5")))).toEqual([]);
        expect(
            findings(fallbackValues, withFallback(sound, { ...advanced("5"), triggers: [cpu()] })),
        ).toEqual([]);
    });

    it("reports a fallback of 0 by what it does at the floor", () => {
        const zero = { failureThreshold: 3, replicas: 0 };
        expect(findings(fallbackValues, withFallback(zero, { minReplicaCount: 0 }))).toMatchObject([
            {
                severity: "warning",
                message:
                    "the fallback is 0 and so is the floor: while a source is down the pool goes to sleep",
                path: "spec.fallback.replicas",
            },
        ]);
        expect(findings(fallbackValues, withFallback(zero, { minReplicaCount: 2 }))).toMatchObject([
            { message: "the fallback is 0: while a source is down the pool shrinks to its floor of 2" },
        ]);
        const higher = { ...zero, behavior: "currentReplicasIfHigher" };
        expect(findings(fallbackValues, withFallback(higher, { minReplicaCount: 2 }))).toEqual([]);
    });

    it("reports a fallback above the ceiling, and is quiet at the ceiling", () => {
        expect(findings(fallbackValues, withFallback({ ...sound, replicas: 11 }))).toMatchObject([
            { severity: "warning", message: "the fallback asks for 11, and the ceiling cuts it to 10" },
        ]);
        expect(findings(fallbackValues, withFallback({ ...sound, replicas: 10 }))).toEqual([]);
        expect(findings(fallbackValues, withFallback({ failureThreshold: 0, replicas: 1 }))).toEqual([]);
        expect(findings(fallbackValues, scaledObject())).toEqual([]);
    });

    it("notes what is not known, and leaves a wrong type to reading", () => {
        const paths = (object: ReturnType<typeof withFallback>) =>
            findings(fallbackValues, object).map(({ severity, path }) => [severity, path]);
        expect(paths(withFallback({ ...sound, replicas: unknown() }))).toEqual([
            ["note", "spec.fallback.replicas"],
        ]);
        expect(paths(withFallback(unknown()))).toEqual([
            ["note", "spec.fallback.behavior"],
            ["note", "spec.fallback.failureThreshold"],
            ["note", "spec.fallback.replicas"],
        ]);
        expect(allFindings(withFallback("static")).map(({ id }) => id)).toContain("field-type");
    });
});
