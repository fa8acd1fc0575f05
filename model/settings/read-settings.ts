import { checkShape, problem } from "../arguments";
import type { Finding } from "../findings";
import type { PlatformArgs } from "../platform";
import { platformProblems } from "../platform";
import type { Guardrails, Level, RuleChoice } from "../rules";
import { DEFAULT_GUARDRAILS } from "../rules";
import type { Settings } from "./settings";
import { SETTINGS_SHAPE } from "./settings-shape";

/** Settings as a file has them, once they have the right form. */
interface SettingsForm extends Partial<Omit<Guardrails, "rules">> {
    readonly rules?: Readonly<Record<string, { readonly level?: Level }>>;
    readonly platform?: PlatformArgs;
}

/**
 * Reads settings, of a file or of a policy pack: every id, name and value that is unknown or out of its range is a
 * problem, with the nearest name. A rule may be given as its level alone.
 *
 * @param defaults What holds where the settings say nothing.
 * @returns The settings, or everything that is wrong with them.
 * @example readSettings({ profile: "standard", rules: { "image-tag": "off" } })
 */
export function readSettings(
    value: unknown,
    defaults: Guardrails = DEFAULT_GUARDRAILS,
): { readonly settings: Settings } | { readonly problems: readonly Finding[] } {
    const written = longForm(value);
    const problems = checkShape(written, SETTINGS_SHAPE);
    if (problems.length > 0) return { problems };
    const { platform = {}, rules = {}, ...chosen } = written as SettingsForm;
    const wrong = platformProblems(platform).map(({ member, message, fix }) =>
        problem(["platform", member], `is wrong: ${message}`, fix),
    );
    if (wrong.length > 0) return { problems: wrong };
    return {
        settings: {
            guardrails: { ...defaults, ...chosen, rules: { ...defaults.rules, ...choices(rules) } },
            platform,
        },
    };
}

function choices(rules: NonNullable<SettingsForm["rules"]>): Record<string, RuleChoice> {
    return Object.fromEntries(
        Object.entries(rules).map(([id, { level, ...values }]) => [
            id,
            { ...(level === undefined ? {} : { level }), values },
        ]),
    );
}

/** Settings in which each rule is an object; what has another form stays as it is, and is found to be wrong. */
function longForm(value: unknown): unknown {
    if (!isRecord(value) || !isRecord(value["rules"])) return value ?? {};
    const rules = Object.entries(value["rules"]).map(([id, rule]) => [
        id,
        typeof rule === "string" ? { level: rule } : rule,
    ]);
    return { ...value, rules: Object.fromEntries(rules) as unknown };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
