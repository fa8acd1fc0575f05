import { RULES } from "./registry";

/** The ids of all rules, sorted. */
export const RULE_IDS: readonly string[] = RULES.map(({ id }) => id);
