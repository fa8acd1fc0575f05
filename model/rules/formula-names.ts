import { nearest } from "../findings";
import type { Fleet, FleetModifiers, FleetScaler, FleetTrigger } from "../fleet";
import { isUnknown, known } from "../fleet";
import type { Formula } from "./formula";
import { FORMULA_FUNCTIONS, LONGEST_FORMULA, isFormulaName, readFormula } from "./formula";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

type Wrong = Pick<Breach, "message" | "fix">;

/** The function that KEDA puts around every formula. */
const CAST = "float";

/** Formulas that name what is not there, and triggers that they leave out. */
export const formulaNames: Rule = {
    id: "formula-names",
    severity: "error",
    impact: "high",
    tags: ["signal"],
    title: "A formula names triggers and functions that exist, and every trigger beside it has a say.",
    why: "KEDA compiles it with the triggers' names: a name it does not know stops the scaler, a trigger left out is lost.",
    source: "KEDA 2.20.2 validateScalingModifiersFormula, controllers/keda/hpa.go getScaledObjectMetricSpecs; expr-lang 1.17.8",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            const { declared, modifiers, areTriggersUnknown } = scaler;
            const text = modifiers === undefined ? undefined : known(modifiers.formula);
            // A formula or triggers that are not known yet are noted by scaling-modifiers and trigger-type.
            if (modifiers === undefined || text === undefined || areTriggersUnknown) continue;
            if (text.length > LONGEST_FORMULA) {
                yield tooLong(scaler, modifiers, text);
                continue;
            }
            const formula = readFormula(text);
            if (formula.problem === undefined) yield* checkFormula(scaler, modifiers, formula);
            else {
                yield {
                    declared,
                    path: modifiers.formula.path,
                    message: `the formula ${formula.problem}`,
                    fix: "write it in the expr language, for example max(first, second)",
                };
            }
        }
    },
};

function tooLong({ declared }: FleetScaler, { formula }: FleetModifiers, text: string): Breach {
    return {
        declared,
        path: formula.path,
        severity: "note",
        message: `the formula has ${text.length} characters, and more than ${LONGEST_FORMULA} are not followed`,
        fix: "let the triggers' own queries do part of the work",
    };
}

function* checkFormula(
    scaler: FleetScaler,
    { formula: { path } }: FleetModifiers,
    formula: Formula,
): Generator<Breach> {
    const { declared, triggers } = scaler;
    const names = new Set(triggers.filter(isCombined).flatMap(({ name }) => known(name) ?? []));
    for (const name of new Set([...formula.calls, CAST])) {
        const wrong = wrongCall(name, names);
        if (wrong !== undefined) yield { declared, path, ...wrong };
    }
    const hidden = triggers.filter(({ name, type }) => isUnknown(name) || isUnknown(type));
    for (const { name } of hidden) yield notChecked(declared, name.path, "a name that the formula may use");
    if (hidden.length > 0) return;
    const pieces = new Set(triggers.flatMap((trigger) => piecesMeant(trigger, formula)));
    for (const name of formula.names) {
        if (names.has(name) || pieces.has(name) || name === "$env") continue;
        yield { declared, path, ...wrongName(name, names, triggers) };
    }
    for (const trigger of triggers) yield* checkSay(scaler, trigger, formula);
}

/** Whether the formula decides about a trigger's number; Kubernetes measures CPU and memory by itself. */
function isCombined({ scaler }: FleetTrigger): boolean {
    return scaler?.wakesFromZero !== false;
}

function wrongCall(name: string, names: ReadonlySet<string>): Wrong | undefined {
    if (names.has(name)) {
        const caller = name === CAST ? "KEDA puts it around every formula" : "the formula calls it";
        return {
            message: `a trigger is called ${name}, and ${caller}: it is no function then`,
            fix: "give the trigger another name",
        };
    }
    if (FORMULA_FUNCTIONS.has(name)) return undefined;
    const meant = nearest(name, FORMULA_FUNCTIONS);
    return {
        message: `the formula calls ${JSON.stringify(name.slice(0, 80))}, and there is no such function`,
        fix:
            meant === undefined
                ? "use a function of the expr language, for example max"
                : `did you mean ${meant}?`,
    };
}

function wrongName(name: string, names: ReadonlySet<string>, triggers: readonly FleetTrigger[]): Wrong {
    const resource = triggers.find((trigger) => !isCombined(trigger) && known(trigger.name) === name);
    if (resource !== undefined) {
        return {
            message: `the formula names ${name}, and KEDA has no number for ${resource.scaler?.type ?? "it"}: Kubernetes measures that`,
            fix: "leave it out of the formula; the trigger scales beside it",
        };
    }
    const meant = nearest(name, names);
    const others = names.size === 0 ? "give a trigger that name" : `use ${[...names].slice(0, 5).join(", ")}`;
    return {
        message: `the formula names ${JSON.stringify(name.slice(0, 80))}, and no trigger is called that`,
        fix: meant === undefined ? others : `did you mean ${meant}?`,
    };
}

/** The names that a trigger's name falls into, where it is none itself and all of them stand in the formula. */
function piecesMeant(trigger: FleetTrigger, { names, texts }: Formula): readonly string[] {
    const name = known(trigger.name);
    if (name === undefined || !isCombined(trigger) || isFormulaName(name) || texts.has(name)) return [];
    const pieces = [...readFormula(name.slice(0, LONGEST_FORMULA)).names];
    return pieces.every((piece) => names.has(piece)) ? pieces : [];
}

function* checkSay({ declared }: FleetScaler, trigger: FleetTrigger, formula: Formula): Generator<Breach> {
    const name = known(trigger.name);
    const warning = { declared, severity: "warning" as const };
    if (!isCombined(trigger)) {
        if (trigger.container.value === undefined) return;
        yield {
            ...warning,
            path: trigger.container.path,
            message: `beside a formula KEDA drops a ${trigger.scaler?.type ?? "resource"} trigger of one container without a word`,
            fix: "remove containerName, or the formula",
        };
    } else if (name === undefined) {
        yield {
            ...warning,
            path: trigger.path,
            message: "the trigger has no name, so the formula cannot use it, and it has no say",
            fix: "give it a name, and use that in the formula",
        };
    } else if (isFormulaName(name)) {
        if (formula.names.has(name)) return;
        yield {
            ...warning,
            path: trigger.name.path,
            message: `the formula does not use ${JSON.stringify(name.slice(0, 80))}, so the trigger has no say`,
            fix: "use it in the formula, or remove the trigger",
        };
    } else if (!formula.texts.has(name)) {
        const isMeant = formula.words.has(name) || piecesMeant(trigger, formula).length > 0;
        const because = name.includes("-") ? ": a dash takes one number from another" : "";
        yield {
            declared,
            path: trigger.name.path,
            ...(isMeant ? {} : { severity: "warning" }),
            message: `${JSON.stringify(name.slice(0, 80))} is no name in a formula${because}`,
            fix: `call it ${JSON.stringify(mended(name))}, here and in the formula`,
        };
    }
}

function mended(name: string): string {
    const text = name.slice(0, 80).replace(/[^\p{L}\p{Nd}_$]+/gu, "_");
    return isFormulaName(text) ? text : `${text}_value`.replace(/^(?=\p{Nd})/u, "_");
}
