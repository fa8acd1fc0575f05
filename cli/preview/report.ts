import type { CostReport, Explanation, Finding, Settings, SourcedValue } from "../../model";
import { RULES, check, explain, price, readFleet, sortFindings } from "../../model";
import type { OfflineFailure, OfflineRun, Project } from "../offline";
import { toDeclared } from "../offline";
import type { ProgramPool } from "./program-pools";
import { programPools, withArgumentOrigins } from "./program-pools";
import { refusedFindings } from "./refused";
import type { TreeNode } from "./tree";
import { resourceTree } from "./tree";

/** A pool as the report shows it. */
export interface ReportedPool {
    readonly name: string;
    readonly urn: string;
    readonly archetype?: string;
    readonly engine?: string;
    /** Every value with its source; empty where the component refused the arguments. */
    readonly values: readonly SourcedValue[];
}

/** All that is known of a program before it is applied. */
export interface PreviewReport {
    readonly project: string;
    readonly stack: string;
    readonly tree: readonly TreeNode[];
    readonly pools: readonly ReportedPool[];
    readonly findings: readonly Finding[];
    readonly explanations: readonly Explanation[];
    readonly cost: CostReport;
    /** What could not be found out offline, one sentence each. */
    readonly notes: readonly string[];
    /** Why the program did not run to its end, where it did not. */
    readonly failure?: OfflineFailure;
    /** Whether refused pools are all that failed; the findings then say everything. */
    readonly onlyRefusals: boolean;
}

/** What a program is judged by, on a day, `2026-12-31`. */
export interface PreviewSettings extends Settings {
    readonly today: string;
}

/**
 * Makes the report of a program's run. What its pools say of the cluster comes before what the settings say; a pool
 * was refused or not by its own component before.
 */
export function previewReport(
    { name: project, stack }: Pick<Project, "name" | "stack">,
    run: OfflineRun,
    { today, guardrails, platform: stated }: PreviewSettings,
): PreviewReport {
    const pools = programPools(run);
    const declared = withArgumentOrigins(toDeclared(run), pools, run.registrations);
    const platform = { ...stated, ...pools.find(({ pool }) => pool !== undefined)?.pool?.platform };
    const fleet = readFleet(declared, platform);
    return {
        project,
        stack,
        tree: resourceTree(run.registrations),
        pools: pools.map(reportedPool),
        findings: sortFindings([...refusedFindings(run), ...check(fleet, RULES, { today, guardrails })]),
        explanations: explain(fleet),
        cost: price(fleet),
        notes: run.notes.map(({ subject, message }) => `${subject} ${message}`),
        ...(run.failure === undefined ? {} : { failure: run.failure }),
        onlyRefusals: onlyRefusals(run.failure),
    };
}

function onlyRefusals(failure: OfflineFailure | undefined): boolean {
    return (
        failure?.kind === "exit" &&
        failure.errors.length > 0 &&
        failure.errors.every(({ name }) => name === "RefusedError")
    );
}

function reportedPool({ registration: { name, urn }, pool }: ProgramPool): ReportedPool {
    if (pool === undefined) return { name, urn, values: [] };
    return { name, urn, archetype: pool.archetype, engine: pool.scale.engine, values: pool.values };
}
