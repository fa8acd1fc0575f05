import { Secret, Unknown } from "../declared";
import type { Fleet } from "../fleet";
import { cronWindow } from "../fleet";
import type { WindowArgs } from "../schedule";
import { readWindow } from "../schedule";
import { isGiven } from "./metadata-text";
import { notChecked } from "./not-checked";
import type { Rule } from "./rule";

/** KEDA's metadata key of each part of a window. */
const KEYS: Readonly<Record<keyof WindowArgs, string>> = { start: "start", end: "end", timeZone: "timezone" };

/** Windows that KEDA cannot read. */
export const cronSyntax: Rule = {
    id: "cron-syntax",
    severity: "error",
    impact: "high",
    tags: ["schedule"],
    title: "A window has two different cron expressions of five fields and a time zone that exists.",
    why: "KEDA reads the zone only when it first needs it: the scaler fails at run time, with all of its triggers.",
    source: "KEDA 2.20.2 pkg/scalers/cron_scaler.go; kedacore/keda#932",
    *check({ scalers }: Fleet) {
        for (const { declared, triggers } of scalers) {
            for (const trigger of triggers) {
                if (trigger.scaler?.type !== "cron") continue;
                for (const key of Object.values(KEYS)) {
                    const value = trigger.metadata[key];
                    if (value instanceof Unknown || value instanceof Secret)
                        yield notChecked(declared, [...trigger.path, "metadata", key]);
                }
                const args = cronWindow(trigger);
                // What is empty is missed by trigger-metadata.
                if (args === undefined || !Object.values(args).every(isGiven)) continue;
                const window = readWindow(args);
                if ("start" in window) {
                    const { note } = window.timeZone;
                    if (note === undefined) continue;
                    const path = [...trigger.path, "metadata", KEYS.timeZone];
                    yield {
                        declared,
                        path,
                        severity: "note",
                        message: note,
                        fix: "name the zone that you mean",
                    };
                    continue;
                }
                for (const { member, message, fix } of window) {
                    const path = [...trigger.path, "metadata", KEYS[member]];
                    yield { declared, path, message, fix };
                }
            }
        }
    },
};
