import type { Shape } from "../arguments";

/** What a team may set of a rule: its form, its meaning, and its value where nobody sets it. */
export interface RuleSetting {
    readonly shape: Shape;
    /** In one sentence, with the unit. */
    readonly meaning: string;
    /** Absent where the rule asks for nothing until somebody sets it. */
    readonly value?: number | string | readonly string[];
}

/** The settings of one rule, by name. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** The values of one rule's settings: what was set, else the rule's own. */
export class RuleSettingValues {
    readonly #values: ReadonlyMap<string, unknown>;

    constructor(settings: RuleSettings = {}, set: Readonly<Record<string, unknown>> = {}) {
        this.#values = new Map(
            Object.entries(settings).map(([name, { value }]) => [
                name,
                Object.hasOwn(set, name) ? set[name] : value,
            ]),
        );
    }

    /** A number, or `undefined` where nobody set one. */
    number(name: string): number | undefined {
        const value = this.#values.get(name);
        return typeof value === "number" ? value : undefined;
    }

    /** A list of texts; empty where nobody set one. */
    texts(name: string): readonly string[] {
        const value = this.#values.get(name);
        return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
    }
}
