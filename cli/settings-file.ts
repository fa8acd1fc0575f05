import { readFile, stat } from "node:fs/promises";
import { parse } from "yaml";
import type { Guardrails, Profile, Settings } from "../model";
import { DEFAULT_GUARDRAILS, readSettings } from "../model";
import { InputError } from "./input-error";
import { readProblem } from "./manifests/find-files";

/** A larger file is no settings that someone wrote. */
const LARGEST_BYTES = 1_000_000;

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
    const read = readSettings(parsed(file, await readText(file)));
    if ("settings" in read) return read.settings;
    throw new InputError(
        read.problems.map(({ message, fix }) => `${file}: ${message}\n    fix: ${fix}`).join("\n"),
    );
}

async function readText(file: string): Promise<string> {
    try {
        const { size } = await stat(file);
        if (size <= LARGEST_BYTES) return await readFile(file, "utf8");
    } catch (error) {
        throw new InputError(`${file}: ${readProblem(error)}`);
    }
    throw new InputError(
        `${file}: has more than ${LARGEST_BYTES} bytes, which is no settings that someone wrote`,
    );
}

function parsed(file: string, text: string): unknown {
    try {
        return parse(text, { maxAliasCount: 100, prettyErrors: false, stringKeys: true });
    } catch (error) {
        const [reason] = error instanceof Error ? error.message.split("\n", 1) : [];
        throw new InputError(`${file}: is not valid YAML: ${reason ?? "it cannot be parsed"}`);
    }
}
