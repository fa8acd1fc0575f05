import type { StackValidationPolicy } from "@pulumi/policy";
import { judge } from "./judge";
import type { GuardrailSettings } from "./pack-settings";
import { packSettings } from "./pack-settings";
import { seeingInputs } from "./seen-inputs";
import { settingsSchema } from "./settings-schema";
import { reportFindings, reportSettings } from "./violation";

/**
 * One policy for all rules. It reads the stack once, and reports each finding with the enforcement level and the
 * severity of its rule. The pack's configuration may set all that the settings may.
 *
 * @example new PolicyPack("acme", { policies: [guardrails({ profile: "strict" })] })
 */
export function guardrails(settings: GuardrailSettings = {}): StackValidationPolicy {
    return {
        name: "guardrails",
        displayName: "Autoscaling guardrails",
        description: "Autoscaled workloads can work, are bounded, and survive what is done to their nodes.",
        enforcementLevel: "mandatory",
        configSchema: settingsSchema(),
        ...seeingInputs,
        validateStack: (stack, report) => {
            const read = packSettings(settings, stack.getConfig());
            if ("problems" in read) reportSettings(read.problems, report);
            else reportFindings(judge(stack.resources, read.settings), report);
        },
    };
}
