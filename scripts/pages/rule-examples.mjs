import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "yaml";

const require = createRequire(import.meta.url);
const {
    DEFAULT_GUARDRAILS,
    RULES,
    check,
    cloudObject,
    formatFinding,
    formatPath,
    isPulumiObject,
    pulumiObject,
    readFleet,
    readSettings,
} = require("agent-autoscaling/model");
const { parseManifests } = require("../../dist/cli/manifests/read-manifests.js");
const { readProject, runOffline, toDeclared } = require("../../dist/cli/offline/index.js");
const { programPools, withArgumentOrigins } = require("../../dist/cli/preview/program-pools.js");

/** The day on which examples are judged, so that what is shown of them stays as it is. */
export const DAY = "2026-11-24";

/**
 * The example of a rule as its page shows it, judged by that rule alone. Throws where it is missing, unreadable, or not
 * a breach.
 */
export async function ruleExample(rule) {
    const { declared, ...shown } = await exampleOf(rule.id);
    const { stated } = settingsBeside(rule);
    const findings = ownFindings(rule, declared);
    if (!findings.some(({ severity, exemption }) => severity !== "note" && exemption === undefined)) {
        throw new Error(`${shown.file} does not break ${rule.id}`);
    }
    return {
        ...shown,
        ...(stated === undefined ? {} : { settings: stated }),
        findings: findings.map(formatFinding).join("\n"),
    };
}

/** What a rule finds in its example, and what all others find there in the mildest profile. */
export async function judgeExample(id) {
    const rule = RULES.find((each) => each.id === id);
    const { declared } = await exampleOf(id);
    const others = RULES.filter((each) => each !== rule);
    return {
        own: ownFindings(rule, declared),
        others: findingsOf(others, declared, settingsBeside(rule), "dev"),
    };
}

function ownFindings(rule, declared) {
    const settings = settingsBeside(rule);
    return findingsOf([rule], declared, settings, settings.guardrails.profile).filter(
        ({ id }) => id === rule.id,
    );
}

function findingsOf(rules, declared, { guardrails, platform }, profile) {
    return check(readFleet(declared, platform), rules, {
        today: DAY,
        guardrails: { ...guardrails, profile },
    });
}

/**
 * The example of a rule: manifests or a program of Pulumi YAML in `examples/rules/ID.yaml`, or a program in `ID.ts` for
 * what only one can break.
 */
export async function exampleOf(id) {
    const program = `examples/rules/${id}.ts`;
    if (existsSync(program)) {
        const text = readFileSync(program, "utf8");
        return { file: program, language: "ts", text, declared: await declaredBy(program) };
    }
    const file = `examples/rules/${id}.yaml`;
    const text = readFileSync(file, "utf8");
    return { file, language: "yaml", text, declared: programResources(text) ?? manifestsOf(text, file) };
}

function manifestsOf(text, file) {
    const parsed = parseManifests(text, file);
    if (typeof parsed === "string") throw new Error(parsed);
    if (parsed.skipped.length > 0) throw new Error(parsed.skipped.join("\n"));
    return parsed.declared;
}

/** The resources of a program of Pulumi YAML; `undefined` for manifests. */
function programResources(text) {
    if (!text.includes("\nresources:")) return undefined;
    return Object.entries(parse(text).resources).map(([name, { type, properties, options = {} }]) => ({
        type,
        object: isPulumiObject(type) ? pulumiObject(type, properties) : cloudObject(type, name, properties),
        options,
        origin: (path) => ({ component: name, argument: formatPath(path) }),
    }));
}

/** What a program declares, in the project of this repository. */
async function declaredBy(program) {
    const project = {
        ...readProject("."),
        main: program,
        tsconfig: "scripts/pages/tsconfig.programs.json",
    };
    const run = await runOffline({ project });
    if (run.failure !== undefined) throw new Error(`${program}: ${run.failure.message}`);
    return withArgumentOrigins(toDeclared(run), programPools(run), run.registrations);
}

/**
 * The settings of `examples/rules/ID.settings.yaml` where there are some. A rule that the mildest profile does not ask
 * for is judged in the first that does.
 */
export function settingsBeside({ id, from = "dev" }) {
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
