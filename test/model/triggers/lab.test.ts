import { describe, expect, it } from "vitest";
import { CATALOGUE, scalerOf } from "../../../model/triggers";
import { judge, targetOf } from "./support/judge";
import type { Answer } from "./support/lab";
import { askKeda, hasLab, questionOf } from "./support/lab";
import { SMALLEST } from "./support/smallest";

if (!hasLab)
    console.warn("not run: the smallest arguments of each scaler against KEDA itself, which is not here");

const typeOf = (trigger: (typeof SMALLEST)[number]): string => scalerOf(trigger)?.type ?? "";
const cases = SMALLEST.map((trigger) => [typeOf(trigger), trigger] as const);

describe("the smallest arguments of each scaler", () => {
    it("are there for each", () => {
        expect(cases.map(([type]) => type)).toEqual([...CATALOGUE.keys()]);
    });

    it.each(cases)("pass our own rules: %s", (_, trigger) => {
        expect(judge(trigger).filter(({ severity }) => severity === "error")).toEqual([]);
    });
});

function asksKeda(): void {
    const answers: Map<string, Answer> = askKeda(cases.map(([type, trigger]) => questionOf(type, trigger)));

    it.each(cases)("are taken: %s", (type) => {
        const { outcome, error } = answers.get(type) ?? {};
        expect(["accepted", "unreachable"], error).toContain(outcome);
    });

    it.each(cases.filter(([type]) => answers.get(type)?.metric !== undefined))(
        "give the target that we read: %s",
        (type, trigger) => {
            const metric = answers.get(type)?.metric;
            // KEDA asks the HPA for one replica of each that its cron scaler wants.
            const value = type === "cron" ? 1 : targetOf(trigger)?.value;
            expect({ type: targetOf(trigger)?.type, value }).toEqual({
                type: metric?.targetType,
                value: Number(metric?.target.replace("m", "e-3")),
            });
        },
    );
}

if (hasLab) describe("the smallest arguments, asked of KEDA 2.20.2", asksKeda);
