import { describe, expect, it } from "vitest";
import { behaviorValues } from "../../../model/rules/behavior-values";
import { findings } from "./support/findings";
import { horizontalPodAutoscaler, scaledObject, unknown } from "./support/objects";

describe("behavior-values", () => {
    const scaleDown = (rules: object) =>
        scaledObject({ advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleDown: rules } } } });
    const at = "spec.advanced.horizontalPodAutoscalerConfig.behavior.scaleDown";
    const policy = { type: "Pods", value: 4, periodSeconds: 60 };

    it("reports each number out of range with the range", () => {
        const rules = {
            stabilizationWindowSeconds: 3601,
            policies: [{ type: "Pods", value: 0, periodSeconds: 1801 }],
        };
        expect(findings(behaviorValues, scaleDown(rules))).toMatchObject([
            {
                severity: "error",
                message: "periodSeconds is 1801, outside 1 to 1800 seconds",
                fix: "use 1 to 1800",
                path: `${at}.policies[0].periodSeconds`,
            },
            { message: "value is 0, outside 1 or more pods or percent", path: `${at}.policies[0].value` },
            {
                message: "stabilizationWindowSeconds is 3601, outside 0 to 3600 seconds",
                path: `${at}.stabilizationWindowSeconds`,
            },
        ]);
    });

    it("is quiet at both ends of every range", () => {
        for (const [window, periodSeconds] of [
            [0, 1],
            [3600, 1800],
        ]) {
            const rules = {
                stabilizationWindowSeconds: window,
                selectPolicy: "Disabled",
                policies: [{ ...policy, value: 1, periodSeconds }],
            };
            expect(findings(behaviorValues, scaleDown(rules))).toEqual([]);
        }
        expect(findings(behaviorValues, scaledObject())).toEqual([]);
    });

    it("reads an HPA's behavior, both ways", () => {
        const hpa = horizontalPodAutoscaler({ behavior: { scaleUp: { stabilizationWindowSeconds: -1 } } });
        expect(findings(behaviorValues, hpa)).toMatchObject([
            {
                path: "spec.behavior.scaleUp.stabilizationWindowSeconds",
                message: expect.stringContaining("-1") as string,
            },
        ]);
    });

    it("knows the words of policies, and what a policy and a list of them need", () => {
        const [first, second] = findings(
            behaviorValues,
            scaleDown({ selectPolicy: "max", policies: [{ ...policy, type: "pods" }] }),
        );
        expect(first).toMatchObject({ message: 'type is "pods"', fix: "use Pods or Percent" });
        expect(second).toMatchObject({ message: 'selectPolicy is "max"', fix: "use Max or Min or Disabled" });
        expect(findings(behaviorValues, scaleDown({ policies: [] }))).toMatchObject([
            { severity: "error", message: "the list of policies is empty", path: `${at}.policies` },
        ]);
        expect(findings(behaviorValues, scaleDown({ policies: [{ type: "Pods", value: 1 }] }))).toMatchObject(
            [{ message: "the policy has no periodSeconds", path: `${at}.policies[0].periodSeconds` }],
        );
    });

    it("notes what is not known, once", () => {
        expect(findings(behaviorValues, scaleDown({ stabilizationWindowSeconds: unknown() }))).toMatchObject([
            { severity: "note", path: `${at}.stabilizationWindowSeconds` },
        ]);
        const policies = [{ type: unknown(), value: 1, periodSeconds: 60 }];
        expect(findings(behaviorValues, scaleDown({ policies }))).toMatchObject([
            { severity: "note", path: `${at}.policies[0].type` },
        ]);
    });
});
