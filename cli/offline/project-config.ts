import type { Document, Node, YAMLMap } from "yaml";
import { isMap, isNode, isScalar } from "yaml";
import { ProjectError } from "./project-error";

/** A configuration value as Pulumi hands it to a program: a text, JSON for lists and objects. */
export interface ConfigValue {
    readonly value: string;
    readonly secret: boolean;
    /** Whether the real value is encrypted, so that `value` is a placeholder. */
    readonly placeholder: boolean;
}

/** Values by their full key, `project:key`. */
export type ConfigValues = ReadonlyMap<string, ConfigValue>;

/** What a program sees in place of a value that only the stack's secrets provider can decrypt. */
const PLACEHOLDER = "(secret)";

/** Members that tell the declaration of a key in `Pulumi.yaml` from a plain default. */
const DECLARATION = ["type", "default", "value", "description", "secret", "items"];

/**
 * Adds the project's name to a key that has none, as Pulumi does.
 *
 * @example fullKey("replicas", "research") // "research:replicas"
 */
export function fullKey(key: string, project: string): string {
    return key.includes(":") ? key.replace(":config:", ":") : `${project}:${key}`;
}

/** The defaults in the `config` of `Pulumi.yaml`: plain values, or declarations with a default or a value. */
export function projectConfig(document: Document, project: string): ConfigValues {
    const values = new Map<string, ConfigValue>();
    for (const [key, node] of members(document.get("config", true))) {
        const declared = isMap(node) && DECLARATION.some((member) => node.has(member));
        const value = declared ? (node.get("value", true) ?? node.get("default", true)) : node;
        if (value === undefined) continue;
        const secret = declared && node.get("secret") === true;
        const read = configValue(document, value);
        values.set(fullKey(key, project), { ...read, secret: secret || read.secret });
    }
    return values;
}

/** The `config` of a stack's file. Encrypted values, alone or within an object, get a placeholder. */
export function stackConfig(document: Document, project: string): ConfigValues {
    return new Map(
        members(document.get("config", true)).map(([key, node]) => [
            fullKey(key, project),
            configValue(document, node),
        ]),
    );
}

/**
 * Values given on the command line as `key=value`, which win over those of the files.
 *
 * @throws {ProjectError} naming every one that is not of this form.
 */
export function givenConfig(given: readonly string[], project: string, known: ConfigValues): ConfigValues {
    const wrong = given.filter((text) => text.indexOf("=") < 1);
    if (wrong.length > 0) {
        throw new ProjectError(wrong.map((text) => `--config ${text}: write it as --config KEY=VALUE`));
    }
    return new Map(
        given.map((text) => {
            const key = fullKey(text.slice(0, text.indexOf("=")), project);
            const value = text.slice(text.indexOf("=") + 1);
            return [key, { value, secret: known.get(key)?.secret ?? false, placeholder: false }];
        }),
    );
}

function members(config: unknown): [string, unknown][] {
    if (!isMap(config)) return [];
    return config.items.map((pair) => [
        isScalar(pair.key) ? String(pair.key.value) : String(pair.key),
        pair.value,
    ]);
}

function configValue(document: Document, node: unknown): ConfigValue {
    // A number keeps the digits that it was written with, `012345678901` its leading zero.
    if (isScalar(node)) {
        const { value, source } = node;
        return plain(typeof value === "string" ? value : value === null ? "" : (source ?? ""));
    }
    if (!isNode(node)) return plain("");
    if (isSecure(node)) return { value: PLACEHOLDER, secret: true, placeholder: true };
    let secret = false;
    const value = JSON.stringify(node.toJS(document), (_, member: unknown) => {
        if (typeof member === "bigint") return Number(member);
        if (!isSecureObject(member)) return member;
        secret = true;
        return PLACEHOLDER;
    });
    return { value, secret, placeholder: secret };
}

function plain(value: string): ConfigValue {
    return { value, secret: false, placeholder: false };
}

function isSecure(node: Node): node is YAMLMap {
    return isMap(node) && node.items.length === 1 && node.has("secure");
}

function isSecureObject(value: unknown): boolean {
    if (typeof value !== "object" || value === null) return false;
    const keys = Object.keys(value);
    return keys.length === 1 && keys[0] === "secure";
}
