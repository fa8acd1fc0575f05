import fc from "fast-check";
import type { ScalerField, TriggerArgs } from "../../model/triggers";
import { scalerOf } from "../../model/triggers";
import { valuesOf } from "../model/triggers/support/arbitrary";

/** What is done to the smallest arguments of a scaler. */
export type CaseKind = "smallest" | "removed" | "number" | "choice" | "random";

/** One trigger that KEDA and we are asked about. */
export interface ScalerCase {
    readonly id: string;
    readonly type: string;
    readonly kind: CaseKind;
    readonly trigger: TriggerArgs;
}

type Arguments = Readonly<Record<string, unknown>>;

/** Every case of one scaler: its smallest arguments, each of them gone or wrong, and arbitrary ones that are right. */
export function casesOf(smallest: TriggerArgs, arbitraries: number, seed: number): ScalerCase[] {
    const scaler = scalerOf(smallest);
    if (scaler === undefined) throw new Error("a trigger without a scaler");
    const { member, type, fields } = scaler;
    const args = smallest[member as keyof TriggerArgs] as unknown as Arguments;
    const parameters = smallest.authentication?.secret?.parameters ?? {};
    const withArgs = (changed: Arguments): TriggerArgs => ({ ...smallest, [member]: changed });
    const cases: [kind: CaseKind, what: string, trigger: TriggerArgs][] = [["smallest", "", smallest]];
    for (const name of Object.keys(args)) {
        cases.push(["removed", name, withArgs(without(args, name))]);
    }
    for (const name of Object.keys(parameters)) {
        const rest = without(parameters, name) as Record<string, string>;
        const authentication = { secret: { name: "login", parameters: rest } };
        cases.push(["removed", `parameter ${name}`, { ...smallest, authentication }]);
    }
    for (const [name, field] of Object.entries(fields)) {
        for (const wrong of wrongNumbers(field)) {
            cases.push(["number", `${name} ${String(wrong)}`, withArgs({ ...args, [name]: wrong })]);
        }
        if (field.kind === "choice" || field.kind === "boolean" || field.kind === "duration") {
            cases.push(["choice", `${name} misspelt`, withArgs({ ...args, [name]: "misspelt" })]);
        }
    }
    for (const [index, extra] of fc
        .sample(optional(member, args, fields), { numRuns: arbitraries, seed })
        .entries()) {
        cases.push(["random", String(index), withArgs({ ...args, ...extra })]);
    }
    return cases.map(([kind, what, trigger]) => ({
        id: `${type} ${kind} ${what}`.trim(),
        type,
        kind,
        trigger,
    }));
}

function without(record: Arguments, name: string): Arguments {
    return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}

function wrongNumbers({ kind }: ScalerField): number[] {
    if (kind === "integer") return [0, -1, 5.5, 2 ** 63, Number.NaN];
    return kind === "number" ? [0, -1, 1e-5, Number.NaN, Number.POSITIVE_INFINITY] : [];
}

/** Some of the arguments that are not given, and other values for those that are. */
function optional(
    member: string,
    args: Arguments,
    fields: Readonly<Record<string, ScalerField>>,
): fc.Arbitrary<Arguments> {
    const candidates = Object.entries(fields).filter(
        ([name]) => !name.endsWith("FromEnv") && !LEFT_OUT.has(`${member} ${name}`),
    );
    const isKept = (field: ScalerField): boolean => field.kind === "text" || field.kind === "quantity";
    return fc.record(
        Object.fromEntries(
            candidates
                .filter(([name, field]) => !(name in args && isKept(field)))
                .map(([name, field]) => [name, isKept(field) ? fc.constant(textOf(field)) : valuesOf(field)]),
        ),
        { requiredKeys: [] },
    );
}

/** A text that any server's address or name may be. */
function textOf({ key, syntax }: ScalerField): string {
    if (syntax !== undefined) return SYNTAX_TEXTS[syntax];
    if (/url|endpoint|address|server/i.test(key)) return "http://127.0.0.1:1";
    if (/^host$/.test(key)) return "127.0.0.1";
    return KEY_TEXTS[key] ?? "a";
}

const KEY_TEXTS: Readonly<Record<string, string>> = {
    port: "1",
    version: "3.6.0",
    partitionLimitation: "1,3-5",
    metricStat: "Average",
    metricUnit: "Count",
    timezone: "UTC",
    value: "1",
};

/** Arguments whose right value depends on a secret: the event hub that the connection string names already. */
const LEFT_OUT: ReadonlySet<string> = new Set(["azureEventhub eventHubName"]);

const SYNTAX_TEXTS = {
    json: "{}",
    hoursAndMinutes: "0:5",
    hoursMinutesSeconds: "0:15:00",
    azureResource: "a/b/c",
    longDuration: "7d",
    basic: "basic",
    activemqAddress: "http://127.0.0.1:1/read/a:brokerName=b,destinationName=d",
    artemisAddress: 'http://127.0.0.1:1/read/a:broker="b",address="a",queue="q"/MessageCount',
} as const;
