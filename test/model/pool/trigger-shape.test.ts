import { describe, expect, it } from "vitest";
import type { TriggerArgs } from "../../../model/triggers";
import { SMALLEST } from "../triggers/support/smallest";
import { judge } from "../triggers/support/judge";
import { SCALERS_BY_MEMBER, scalerMember } from "../../../model/triggers";

type Arguments = Readonly<Record<string, unknown>>;

const cases = SMALLEST.map((trigger) => [scalerMember(trigger) ?? "", trigger] as const);
const messages = (trigger: TriggerArgs): string[] =>
    judge(trigger).map(({ message, fix }) => `${message}; ${fix}`);

function changed(trigger: TriggerArgs, member: string, values: Arguments): TriggerArgs {
    const args = trigger[member as keyof TriggerArgs] as unknown as Arguments;
    return { ...trigger, [member]: { ...args, ...values } };
}

describe("the arguments of each scaler", () => {
    it.each(cases)("are closed, and offer the nearest name: %s", (member, trigger) => {
        const [first = ""] = Object.keys(trigger[member as keyof TriggerArgs] as unknown as Arguments);
        expect(messages(changed(trigger, member, { [`${first}x`]: 1 }))).toContain(
            `scale.triggers[0].${member}.${first}x is not an argument; did you mean ${first}?`,
        );
    });

    it.each(cases)("ask for each that is required, by name: %s", (member, trigger) => {
        const fields = Object.entries(SCALERS_BY_MEMBER.get(member)?.fields ?? {});
        for (const [name] of fields.filter(([, { required }]) => required === true)) {
            expect(messages(changed(trigger, member, { [name]: undefined }))).toContain(
                `scale.triggers[0].${member}.${name} is missing; give ${name}`,
            );
        }
    });

    it.each([
        ["azureMonitor", { metricAggregationType: "Averge" }, "did you mean Average?"],
        ["kafka", { lagThreshold: 0 }, "use 1 or more"],
        ["prometheus", { threshold: 0.0001 }, "use 0.001 or more"],
        ["beanstalkd", { timeout: "soon" }, "write a number and a unit"],
        ["sumologic", { quantization: "0s" }, "write a number and a unit"],
        ["githubRunner", { labels: ["a,b"] }, "KEDA separates by it"],
        ["prometheus", { customHeaders: { a: "b=c" } }, "KEDA separates by it"],
        ["couchdb", { query: "{a" }, "write JSON"],
    ] as const)("say what is wrong with %s %j", (member, values, fix) => {
        const trigger = cases.find(([name]) => name === member)?.[1] ?? {};
        expect(messages(changed(trigger, member, values)).join()).toContain(fix);
    });
});
