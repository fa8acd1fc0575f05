import type { Declared, Finding, Rule, Settings } from "../../model/index.js";

/** The example of a rule as it is written, and what it declares. */
export interface RuleExample {
    readonly file: string;
    readonly language: "yaml" | "ts";
    readonly text: string;
    readonly declared: readonly Declared[];
}

export const DAY: string;
export function exampleOf(id: string): Promise<RuleExample>;
export function settingsBeside(rule: Pick<Rule, "id" | "from">): Settings;
export function judgeExample(id: string): Promise<{ readonly own: Finding[]; readonly others: Finding[] }>;
