import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseManifests } from "../../cli/manifests/read-manifests";
import { readProject, runOffline, toDeclared } from "../../cli/offline";
import { programPools, withArgumentOrigins } from "../../cli/preview/program-pools";
import type { Declared, DeclaredOptions, Finding, Rule, Settings } from "../../model";
import {
    DEFAULT_GUARDRAILS,
    RULES,
    check,
    cloudObject,
    formatPath,
    readFleet,
    readSettings,
} from "../../model";

const FOLDER = "examples/rules";
const DAY = "2026-11-24";

/** Warnings of other rules that an example cannot do without: an exemption that has run out leaves its breach. */
const BESIDE: Readonly<Record<string, readonly string[]>> = { exemption: ["scaler-paused"] };

/** What only a program can break has a program for an example. */
async function exampleOf(id: string): Promise<readonly Declared[]> {
    const program = `${FOLDER}/${id}.ts`;
    return existsSync(program) ? programOf(program) : yamlOf(`${FOLDER}/${id}.yaml`);
}

/** Manifests, or the resources of a cloud in a program of Pulumi YAML. */
function yamlOf(file: string): readonly Declared[] {
    const text = readFileSync(file, "utf8");
    return text.includes("\nresources:") ? resourcesOf(text) : manifestsOf(text, file);
}

function resourcesOf(text: string): readonly Declared[] {
    const { resources } = parse(text) as {
        resources: Record<
            string,
            { type: string; properties: Record<string, unknown>; options?: DeclaredOptions }
        >;
    };
    return Object.entries(resources).map(([name, { type, properties, options = {} }]) => ({
        type,
        object: cloudObject(type, name, properties),
        options,
        origin: (path) => ({ component: name, argument: formatPath(path) }),
    }));
}

function manifestsOf(text: string, file: string): readonly Declared[] {
    const read = parseManifests(text, file);
    if (typeof read === "string") throw new Error(read);
    expect(read.skipped).toEqual([]);
    return read.declared;
}

async function programOf(file: string): Promise<readonly Declared[]> {
    const project = {
        ...readProject("."),
        main: file,
        tsconfig: "scripts/pages/tsconfig.programs.json",
    };
    const run = await runOffline({ project });
    expect(run.failure).toBeUndefined();
    return withArgumentOrigins(toDeclared(run), programPools(run), run.registrations);
}

function settingsOf({ id, from = "dev" }: Rule): Settings {
    const file = `${FOLDER}/${id}.settings.yaml`;
    const defaults = { ...DEFAULT_GUARDRAILS, profile: from };
    const read = readSettings(existsSync(file) ? parse(readFileSync(file, "utf8")) : {}, defaults);
    expect(read).not.toHaveProperty("problems");
    return (read as { settings: Settings }).settings;
}

/** What the rule finds, and what all others find in the mildest profile. */
function judge(rule: Rule, declared: readonly Declared[]): { own: Finding[]; others: Finding[] } {
    const { guardrails, platform } = settingsOf(rule);
    const fleet = readFleet(declared, platform);
    const find = (rules: readonly Rule[], profile: typeof guardrails.profile): Finding[] =>
        check(fleet, rules, { today: DAY, guardrails: { ...guardrails, profile } });
    return {
        own: find([rule], guardrails.profile).filter(({ id }) => id === rule.id),
        others: find(
            RULES.filter(({ id }) => id !== rule.id),
            "dev",
        ),
    };
}

describe("the example of each rule", () => {
    it.each(RULES.map((rule) => [rule.id, rule] as const))("%s breaks it, and no other", async (id, rule) => {
        const { own, others } = judge(rule, await exampleOf(id));
        // The worst comes first; a warning may count as an error in the profile that asks for it.
        expect(rule.severity === "error" ? ["error"] : ["error", "warning"]).toContain(own[0]?.severity);
        expect(own.length).toBeLessThanOrEqual(2);
        expect(others.map((finding) => `${finding.severity} ${finding.id}`)).toEqual(
            (BESIDE[id] ?? []).map((other) => `warning ${other}`),
        );
    });

    it("is of a rule that there is", () => {
        const ids = new Set(readdirSync(FOLDER).map((file) => file.split(".", 1)[0]));
        expect([...ids].filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([]);
    });
});
