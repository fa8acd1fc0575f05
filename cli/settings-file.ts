import type { Guardrails, Profile, Settings } from "../model";
import { DEFAULT_GUARDRAILS, readSettings } from "../model";
import { InputError } from "./input-error";
import { readYaml } from "./read-yaml";

/** Where the settings of a run come from. */
export interface SettingsOptions {
    /** A file of settings, YAML or JSON. */
    readonly config?: string;
    /** Wins over the file's. */
    readonly profile?: Profile;
}

/** The settings of a run; everything that is wrong with the file is one `InputError`. */
export async function settingsOf({ config, profile }: SettingsOptions): Promise<Settings> {
    const settings =
        config === undefined ? { guardrails: DEFAULT_GUARDRAILS, platform: {} } : await readFileOf(config);
    const guardrails: Guardrails = { ...settings.guardrails, ...(profile === undefined ? {} : { profile }) };
    return { ...settings, guardrails };
}

async function readFileOf(file: string): Promise<Settings> {
    const read = readSettings(await readYaml(file));
    if ("settings" in read) return read.settings;
    throw new InputError(
        read.problems.map(({ message, fix }) => `${file}: ${message}\n    fix: ${fix}`).join("\n"),
    );
}
