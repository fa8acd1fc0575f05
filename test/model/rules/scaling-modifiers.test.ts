import { describe, expect, it } from "vitest";
import { scalingModifiers } from "../../../model/rules/scaling-modifiers";
import { allFindings, findings } from "./support/findings";
import { redis, scaledObject, secret, unknown } from "./support/objects";

describe("scaling-modifiers", () => {
    const at = "spec.advanced.scalingModifiers";
    const combined = (modifiers: object, spec: object = {}) =>
        scaledObject({
            advanced: { scalingModifiers: modifiers },
            triggers: [redis({}, { name: "queue" })],
            ...spec,
        });
    const sound = { formula: "queue", target: "5" };

    it("reports a formula without a target, and anything else without a formula", () => {
        expect(findings(scalingModifiers, combined({ formula: "queue" }))).toMatchObject([
            {
                severity: "error",
                message: "the formula has no target",
                fix: "say what result one replica is for",
                path: `${at}.target`,
            },
        ]);
        for (const alone of [{ target: "5" }, { activationTarget: "1" }, { metricType: "Value" }]) {
            expect(findings(scalingModifiers, combined(alone))).toMatchObject([
                {
                    severity: "error",
                    message: "the triggers are to be combined, and there is no formula",
                    path: `${at}.formula`,
                },
            ]);
        }
    });

    it("reports a target that the HPA cannot divide by", () => {
        for (const [target, message] of [
            ["0", "the formula's target is 0, and it must be above 0"],
            ["-2", "the formula's target is -2, and it must be above 0"],
            ["0.0009", "the formula's target 0.0009 becomes 0: KEDA keeps three decimals"],
            ["five", 'the formula\'s target "five" is not a number'],
            [" 5", 'the formula\'s target " 5" is not a number'],
            ["Inf", 'the formula\'s target "Inf" is not a number'],
            ["NaN", 'the formula\'s target "NaN" is not a number'],
            ["9".repeat(400), `the formula's target "${"9".repeat(40)}" is not a number`],
        ] as const) {
            expect(findings(scalingModifiers, combined({ ...sound, target }))).toMatchObject([
                { severity: "error", message, path: `${at}.target` },
            ]);
        }
    });

    it("is quiet for what Go reads as a number, down to the smallest that is left of it", () => {
        for (const target of ["5", "0.001", ".5", "5.", "+5", "1e3", "1_000"]) {
            expect(findings(scalingModifiers, combined({ ...sound, target }))).toEqual([]);
        }
        expect(findings(scalingModifiers, combined({ ...sound, metricType: "Value" }))).toEqual([]);
        expect(findings(scalingModifiers, combined({ ...sound, activationTarget: "-1.5" }))).toEqual([]);
        expect(findings(scalingModifiers, scaledObject({ advanced: {} }))).toEqual([]);
    });

    it("reports a metric type that a formula cannot have", () => {
        expect(findings(scalingModifiers, combined({ ...sound, metricType: "Utilization" }))).toMatchObject([
            {
                severity: "error",
                message: 'the formula\'s result cannot have metricType "Utilization"',
                path: `${at}.metricType`,
            },
        ]);
    });

    it("refuses an activation target that keeps a sleeping pool asleep, and warns above zero", () => {
        const wrong = { ...sound, activationTarget: "many" };
        for (const spec of [{ minReplicaCount: 0 }, { minReplicaCount: 2, idleReplicaCount: 0 }]) {
            expect(findings(scalingModifiers, combined(wrong, spec))).toMatchObject([
                {
                    severity: "error",
                    message:
                        'activationTarget "many" is not a number: KEDA reports Ready, and the pool never wakes',
                    path: `${at}.activationTarget`,
                },
            ]);
        }
        expect(findings(scalingModifiers, combined(wrong))).toMatchObject([
            { severity: "warning", message: 'activationTarget "many" is not a number' },
        ]);
    });

    it("notes what is known only after apply", () => {
        const later = {
            formula: unknown(),
            target: secret(),
            activationTarget: unknown(),
            metricType: unknown(),
        };
        const found = findings(scalingModifiers, combined(later));
        expect(found.map(({ severity }) => severity)).toEqual(["note", "note", "note", "note"]);
        expect(new Set(found.map(({ path }) => path))).toEqual(
            new Set(Object.keys(later).map((member) => `${at}.${member}`)),
        );
    });

    it("leaves a wrong type to reading, and does not take it for none", () => {
        expect(
            allFindings(combined({ ...sound, target: 5 })).map(({ id, message }) => [id, message]),
        ).toEqual([["field-type", `${at}.target is 5, not text`]]);
    });
});
