#!/usr/bin/env node
import { Command, InvalidArgumentError, Option } from "commander";
import type { CheckOptions } from "./commands/check";
import { CHECK_FORMATS, checkCommand } from "./commands/check";
import type { ExplainOptions } from "./commands/explain";
import { EXPLAIN_FORMATS, explainCommand } from "./commands/explain";
import type { PreviewOptions } from "./commands/preview";
import { PREVIEW_FORMATS, previewCommand } from "./commands/preview";
import type { PriceOptions } from "./commands/price";
import { PRICE_FORMATS, priceCommand } from "./commands/price";
import { PROFILES } from "../model";
import { FAILING_LEVELS } from "./failing-level";
import { InputError } from "./input-error";
import { ProjectError } from "./offline/project-error";
import type { TriggerValue } from "./trigger-value";
import { readTriggerValue } from "./trigger-value";

const PATHS = "YAML or JSON files, folders, patterns, or - for standard input";

const failOn = (): Option =>
    new Option("--fail-on <severity>", "end with exit code 1 for findings from this severity on")
        .choices(FAILING_LEVELS)
        .default("error");

const profile = (): Option =>
    new Option("--profile <profile>", "how much is asked; wins over the settings' own").choices(PROFILES);

function seconds(text: string): number {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError("give whole seconds, from 1");
    return value;
}

function replicas(text: string): number {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError("give a whole number, from 0");
    return value;
}

function percent(text: string): number {
    const value = text.trim() === "" ? NaN : Number(text);
    if (!Number.isFinite(value) || value < 0) throw new InvalidArgumentError("give a number, from 0");
    return value;
}

function collect(text: string, before: readonly TriggerValue[]): TriggerValue[] {
    const value = readTriggerValue(text);
    if (value === undefined)
        throw new InvalidArgumentError("write it as trigger=value, for example queue=200");
    return [...before, value];
}

function write(text: string): void {
    process.stdout.write(`${text}\n`);
}

/** Shows on a terminal how many resources were registered so far; nothing in a pipe. */
function progress(count: number): void {
    if (process.stderr.isTTY && count % 100 === 0) process.stderr.write(`\r${count} resources`);
}

const program = new Command("agent-autoscaling")
    .description("Decides about pools of AI agents before anything is applied.")
    .configureHelp({ sortSubcommands: true })
    .exitOverride();

program
    .command("preview")
    .description(
        "run a Pulumi program offline: what it would create, what each pool will do, what is wrong with it",
    )
    .argument("[dir]", "folder with Pulumi.yaml", ".")
    .addOption(new Option("--format <format>", "how to write it").choices(PREVIEW_FORMATS).default("text"))
    .option("--out <dir>", "write into this folder instead of to standard output")
    .option("--stack <name>", "the stack whose configuration is used")
    .option("--config <key=value...>", "configuration values that win over the stack's", [])
    .option("--answers <file>", "results of provider functions and outputs of other stacks")
    .addOption(profile())
    .option("--settings <file>", "settings: profile, rules, and facts of the cluster (YAML or JSON)")
    .option("--timeout <seconds>", "longest time for the program", seconds, 300)
    .addOption(failOn())
    .action(async (dir: string, options: PreviewOptions) => {
        process.exitCode = await previewCommand(dir, options, write, progress);
    });

program
    .command("explain")
    .description("say in sentences what the scalers in hand-written manifests will do")
    .argument("<path...>", PATHS)
    .addOption(new Option("--format <format>", "how to write it").choices(EXPLAIN_FORMATS).default("text"))
    .option("--config <file>", "settings with facts of the cluster (YAML or JSON)")
    .option("--when <trigger=value...>", "values of triggers, for which the replicas are told", collect, [])
    .option("--replicas <count>", "replicas that run at that moment", replicas, 1)
    .action(async (files: string[], options: ExplainOptions) => {
        process.exitCode = await explainCommand(files, options, write);
    });

program
    .command("check")
    .description("hold hand-written Kubernetes manifests to the same rules")
    .argument("<path...>", PATHS)
    .addOption(new Option("--format <format>", "how to write it").choices(CHECK_FORMATS).default("text"))
    .addOption(profile())
    .option("--config <file>", "settings: profile, rules, and facts of the cluster (YAML or JSON)")
    .option("--fix", "mend what is mended by one field, in the files")
    .addOption(failOn())
    .action(async (files: string[], options: CheckOptions) => {
        process.exitCode = await checkCommand(files, options, write);
    });

program
    .command("price")
    .description("say what the pools in hand-written manifests cost a month")
    .argument("<path...>", PATHS)
    .addOption(new Option("--format <format>", "how to write it").choices(PRICE_FORMATS).default("text"))
    .option("--config <file>", "settings with facts of the cluster and prices (YAML or JSON)")
    .option("--against <file...>", "manifests of what is deployed, with whose ceilings these are compared")
    .option(
        "--most-increase <percent>",
        "with --against: end with exit code 1 where the ceilings grow by more",
        percent,
    )
    .action(async (files: string[], options: PriceOptions) => {
        process.exitCode = await priceCommand(files, options, write);
    });

/** Bad usage and unreadable input end with 2 and one clear message; anything else is a defect of ours. */
async function main(): Promise<void> {
    try {
        await program.parseAsync();
    } catch (error) {
        if (error instanceof InputError || error instanceof ProjectError) {
            process.stderr.write(`${error.message}\n`);
            process.exitCode = 2;
        } else if (error instanceof Error && "exitCode" in error) {
            // Commander has said what is wrong; its help and version end with 0.
            process.exitCode = error.exitCode === 0 ? 0 : 2;
        } else {
            throw error;
        }
    }
}

void main();
