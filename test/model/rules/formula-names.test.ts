import { describe, expect, it } from "vitest";
import { formulaNames } from "../../../model/rules/formula-names";
import { findings } from "./support/findings";
import { cpu, redis, scaledObject, unknown } from "./support/objects";

describe("formula-names", () => {
    const at = "spec.advanced.scalingModifiers.formula";
    const combined = (formula: unknown, ...triggers: unknown[]) =>
        scaledObject({ advanced: { scalingModifiers: { formula, target: "5" } }, triggers });
    const named = (name?: unknown) => redis({}, name === undefined ? {} : { name });

    it("reports a name that no trigger has, and the one that was meant", () => {
        expect(findings(formulaNames, combined("qeue + 1", named("queue")))).toMatchObject([
            {
                severity: "error",
                message: 'the formula names "qeue", and no trigger is called that',
                fix: "did you mean queue?",
                path: at,
            },
            { severity: "warning", path: "spec.triggers[0].name" },
        ]);
        expect(findings(formulaNames, combined("a + far", named("a")))).toMatchObject([{ fix: "use a" }]);
        expect(findings(formulaNames, combined("a", named()))).toMatchObject([
            { fix: "give a trigger that name" },
            { message: "the trigger has no name, so the formula cannot use it, and it has no say" },
        ]);
    });

    it("reports a trigger's name that falls into pieces, once and not for each piece", () => {
        expect(findings(formulaNames, combined("my-queue + 1", named("my-queue")))).toMatchObject([
            {
                severity: "error",
                message: '"my-queue" is no name in a formula: a dash takes one number from another',
                fix: 'call it "my_queue", here and in the formula',
                path: "spec.triggers[0].name",
            },
        ]);
        expect(findings(formulaNames, combined("a", named("a"), named("my-queue")))).toMatchObject([
            { severity: "warning", path: "spec.triggers[1].name" },
        ]);
        expect(findings(formulaNames, combined('$env["my-queue"]', named("my-queue")))).toEqual([]);
        expect(findings(formulaNames, combined("in + 1", named("in")))).toMatchObject([
            {
                severity: "error",
                message: '"in" is no name in a formula',
                fix: expect.stringContaining("in_value") as string,
            },
        ]);
    });

    it("reports CPU and memory in a formula, which scale beside it", () => {
        const load = cpu({}, { name: "load" });
        expect(findings(formulaNames, combined("a + load", named("a"), load))).toMatchObject([
            {
                severity: "error",
                message: "the formula names load, and KEDA has no number for cpu: Kubernetes measures that",
                fix: "leave it out of the formula; the trigger scales beside it",
                path: at,
            },
        ]);
        expect(findings(formulaNames, combined("a", named("a"), load))).toEqual([]);
    });

    it("reports functions that are not there, and triggers that take a function's name", () => {
        expect(findings(formulaNames, combined("maximum(a, 1)", named("a")))).toMatchObject([
            { message: 'the formula calls "maximum", and there is no such function', path: at },
        ]);
        expect(findings(formulaNames, combined("roud(a)", named("a")))[0]?.fix).toBe("did you mean round?");
        expect(findings(formulaNames, combined("max(max, 1)", named("max")))).toMatchObject([
            { message: "a trigger is called max, and the formula calls it: it is no function then" },
        ]);
        expect(findings(formulaNames, combined("::max(max, 1)", named("max")))).toEqual([]);
        expect(findings(formulaNames, combined("float + 1", named("float")))).toMatchObject([
            {
                message:
                    "a trigger is called float, and KEDA puts it around every formula: it is no function then",
            },
        ]);
    });

    it("warns of triggers without a say", () => {
        expect(findings(formulaNames, combined("a", named("a"), named("b"), named()))).toMatchObject([
            {
                severity: "warning",
                message: 'the formula does not use "b", so the trigger has no say',
                path: "spec.triggers[1].name",
            },
            {
                severity: "warning",
                message: "the trigger has no name, so the formula cannot use it, and it has no say",
                path: "spec.triggers[2]",
            },
        ]);
        expect(
            findings(formulaNames, combined("a", named("a"), cpu({ containerName: "agent" }))),
        ).toMatchObject([
            {
                severity: "warning",
                message: "beside a formula KEDA drops a cpu trigger of one container without a word",
                path: "spec.triggers[1].metadata.containerName",
            },
        ]);
    });

    it("reports a formula that cannot be read", () => {
        expect(findings(formulaNames, combined("(a + 1", named("a")))).toMatchObject([
            { severity: "error", message: 'the formula has a "(" that is not closed', path: at },
        ]);
    });

    it("is quiet where the formula and its triggers agree, and where there is none", () => {
        expect(findings(formulaNames, combined("max(a, b) + 1", named("a"), named("b")))).toEqual([]);
        expect(findings(formulaNames, scaledObject({ triggers: [named(), named("b")] }))).toEqual([]);
    });

    it("follows a formula of 10,000 characters, and notes a longer one", () => {
        const long = (length: number) => combined(`a${" ".repeat(length - 1)}`, named("a"));
        expect(findings(formulaNames, long(10_000))).toEqual([]);
        expect(findings(formulaNames, long(10_001))).toMatchObject([
            {
                severity: "note",
                message: "the formula has 10001 characters, and more than 10000 are not followed",
            },
        ]);
    });

    it("notes names that are known only after apply, and judges no other name then", () => {
        expect(findings(formulaNames, combined("a + b", named("a"), named(unknown())))).toMatchObject([
            {
                severity: "note",
                message: "a name that the formula may use is known only after apply, so it is not checked",
                path: "spec.triggers[1].name",
            },
        ]);
        expect(findings(formulaNames, combined(unknown(), named("a")))).toEqual([]);
        const elsewhere = scaledObject({
            advanced: { scalingModifiers: { formula: "a", target: "5" } },
            triggers: unknown(),
        });
        expect(findings(formulaNames, elsewhere)).toEqual([]);
    });
});
