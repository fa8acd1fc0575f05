import type { Finding } from "../model/findings";
import type { PlatformArgs } from "../model/platform";
import type { Guardrails, Level, Profile, UnknownLevel } from "../model/rules";
import type { Settings } from "../model/settings";
import { readSettings } from "../model/settings";

/** What a pack asks for where nobody says more: in CI a value that is not known is no reason to let a breach pass. */
export const PACK_GUARDRAILS: Guardrails = { profile: "standard", onUnknown: "mandatory", rules: {} };

/**
 * What an organisation asks of its stacks.
 *
 * @example { profile: "strict", rules: { "image-tag": "advisory" }, platform: { kedaVersion: "2.20" } }
 */
export interface GuardrailSettings {
    /** How much is asked for. Default: `standard`. */
    readonly profile?: Profile;
    /** What counts that is known only after apply. Default: `mandatory`, as much as the rule that could not be checked. */
    readonly onUnknown?: UnknownLevel;
    /** What differs from the profile: a level by rule id, or the level and the rule's own settings. */
    readonly rules?: Readonly<Record<string, Level | RuleSettingsInPack>>;
    /** Facts of the cluster. Default: nothing is known of it. */
    readonly platform?: PlatformArgs;
}

/** A rule's level and settings. */
export interface RuleSettingsInPack {
    readonly level?: Level;
    readonly [setting: string]: unknown;
}

/**
 * The settings of a pack: what its code says, and over it what its configuration says.
 *
 * @returns The settings, or everything that is wrong with either.
 */
export function packSettings(
    ofCode: GuardrailSettings,
    ofConfig: unknown,
): { readonly settings: Settings } | { readonly problems: readonly Finding[] } {
    const base = readSettings(ofCode, PACK_GUARDRAILS);
    if ("problems" in base) return base;
    const read = readSettings(ofConfig, base.settings.guardrails);
    if ("problems" in read) return read;
    const { guardrails, platform } = read.settings;
    return { settings: { guardrails, platform: { ...base.settings.platform, ...platform } } };
}
