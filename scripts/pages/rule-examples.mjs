import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "yaml";

const require = createRequire(import.meta.url);
const {
    DEFAULT_GUARDRAILS,
    check,
    cloudObject,
    formatFinding,
    formatPath,
    readFleet,
    readSettings,
} = require("agent-autoscaling/model");
const { parseManifests } = require("../../dist/cli/manifests/read-manifests.js");

/** The day on which examples are judged, so that what is shown of them stays as it is. */
const DAY = "2026-11-24";

/**
 * The example of a rule: `examples/rules/ID.yaml`, judged by that rule alone, with the settings of
 * `examples/rules/ID.settings.yaml` where there are some. Throws where it is missing, unreadable, or not a breach.
 */
export function ruleExample(rule) {
    const file = `examples/rules/${rule.id}.yaml`;
    const text = readFileSync(file, "utf8");
    const { stated, guardrails, platform } = settingsBeside(rule);
    const fleet = readFleet(declaredIn(text, file), platform);
    const findings = check(fleet, [rule], { today: DAY, guardrails }).filter(({ id }) => id === rule.id);
    if (!findings.some(({ severity, exemption }) => severity !== "note" && exemption === undefined)) {
        throw new Error(`${file} does not break ${rule.id}`);
    }
    return {
        file,
        text,
        ...(stated === undefined ? {} : { settings: stated }),
        findings: findings.map(formatFinding).join("\n"),
    };
}

/** The objects of manifests, or the resources of a cloud in a program of Pulumi YAML. */
function declaredIn(text, file) {
    const { resources } = text.includes("\nresources:") ? parse(text) : {};
    if (resources !== undefined) {
        return Object.entries(resources).map(([name, { type, properties, options = {} }]) => ({
            type,
            object: cloudObject(type, name, properties),
            options,
            origin: (path) => ({ component: name, argument: formatPath(path) }),
        }));
    }
    const parsed = parseManifests(text, file);
    if (typeof parsed === "string") throw new Error(parsed);
    if (parsed.skipped.length > 0) throw new Error(parsed.skipped.join("\n"));
    return parsed.declared;
}

/** A rule that the mildest profile does not ask for is shown in the first that does. */
function settingsBeside({ id, from = "dev" }) {
    const file = `examples/rules/${id}.settings.yaml`;
    const defaults = { ...DEFAULT_GUARDRAILS, profile: from };
    if (!existsSync(file)) return { guardrails: defaults, platform: {} };
    const text = readFileSync(file, "utf8");
    const read = readSettings(parse(text), defaults);
    if (read.problems !== undefined) {
        throw new Error(read.problems.map(({ message }) => `${file}: ${message}`).join("\n"));
    }
    return { stated: { file, text }, ...read.settings };
}
