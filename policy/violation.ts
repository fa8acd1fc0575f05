import type { ReportViolation } from "@pulumi/policy";
import type { Finding } from "../model/findings";
import { describeFinding } from "../model/findings";
import type { Impact } from "../model/rules";
import { RULES } from "../model/rules";

/**
 * A violation with an enforcement level and a severity of its own. The server of the policy SDK takes it in the place
 * of a message (server.js `makeReportViolationFun`); its declarations know only the message.
 */
export interface Violation {
    readonly message: string;
    readonly urn?: string;
    /** Default: the policy's own, which the pack's configuration may change. */
    readonly enforcementLevel?: "advisory";
    readonly severity: Impact;
}

const IMPACTS: ReadonlyMap<string, Impact> = new Map(RULES.map(({ id, impact }) => [id, impact]));

/**
 * Reports findings. One that the guardrails make an error has the policy's own level, `mandatory` unless the pack's
 * configuration says otherwise; the others are advice.
 */
export function reportFindings(findings: readonly Finding[], report: ReportViolation): void {
    for (const finding of findings) reportViolation(report, toViolation(finding));
}

/** Reports what is wrong with the pack's settings; with wrong ones nothing can be judged. */
export function reportSettings(problems: readonly Finding[], report: ReportViolation): void {
    for (const finding of problems) {
        const message = `the settings of the pack are wrong, so nothing is checked: ${describeFinding(finding)}`;
        reportViolation(report, { ...toViolation(finding), message });
    }
}

function reportViolation(report: ReportViolation, violation: Violation): void {
    (report as unknown as (violation: Violation) => void)(violation);
}

function toViolation(finding: Finding): Violation {
    const { severity, id, resource } = finding;
    return {
        message: describeFinding(finding),
        ...(resource?.urn === undefined ? {} : { urn: resource.urn }),
        ...(severity === "error" ? {} : { enforcementLevel: "advisory" }),
        // What no rule finds is a value of the wrong type or form.
        severity: severity === "note" ? "low" : (IMPACTS.get(id) ?? "high"),
    };
}
