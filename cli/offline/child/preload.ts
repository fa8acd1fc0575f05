import * as fs from "node:fs";
import { isMainThread } from "node:worker_threads";
import type { Settings } from "../messages";
import { captureErrors, inspectWithoutColors } from "./errors";
import { Invokes } from "./invokes";
import { captureLogs } from "./logs";
import { Registrations } from "./registrations";
import { flushReport } from "./report";
import { watchPromisesWithoutStacks } from "./promises";
import { loadSdk } from "./sdk";

/*
 * Loaded by Node before Pulumi's launcher in the process that runs a program. It stands in for the engine:
 * what the program registers is reported to the parent process, and nothing is ever created.
 */
function start(): void {
    // Node hands its own arguments on to processes that the program forks; they are not to be run like this one.
    const preload = process.execArgv.indexOf(__filename);
    if (preload > 0) process.execArgv.splice(preload - 1, 2);
    const settings = JSON.parse(fs.readFileSync(0, "utf8")) as Settings;
    Object.assign(process.env, settings.environment);
    inspectWithoutColors();
    captureErrors();
    process.on("exit", flushReport);
    const sdk = loadSdk(settings.sdk, settings.project, settings.stack, settings.organization);
    captureLogs(sdk);
    watchPromisesWithoutStacks(sdk);
    const registrations = new Registrations(sdk, settings);
    new Invokes(sdk, settings.answers.invokes ?? {}, registrations.states);
}

if (isMainThread) start();
