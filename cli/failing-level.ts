import type { Finding, Severity } from "../model";
import { atLeast } from "../model";

/** From which severity on a command ends with exit code 1; `never` only reports. */
export const FAILING_LEVELS = ["error", "warning", "note", "never"] as const;
export type FailingLevel = (typeof FAILING_LEVELS)[number];

/** The exit code of a command that found these: 1 at or above the failing level, else 0. What is exempt does not count. */
export function exitCode(findings: readonly Finding[], level: FailingLevel): 0 | 1 {
    if (level === "never") return 0;
    const failing: Severity = level;
    return findings.some(({ severity, exemption }) => exemption === undefined && atLeast(severity, failing))
        ? 1
        : 0;
}
