import type { FleetTrigger } from "../fleet";
import { cronWindow, known } from "../fleet";
import { expandYear, readWindow } from "../schedule";
import { count } from "./count";

const SECONDS_PER_HOUR = 3600;
const HOURS_PER_WEEK = 168;
const WEEKS_PER_YEAR = 366 / 7;

/** How many replicas or jobs a window keeps, when, and how long it is open. */
export function explainCron(trigger: FleetTrigger, asked: "replica" | "job"): string[] {
    const args = cronWindow(trigger);
    const replicas = known(trigger.target);
    if (args === undefined || replicas === undefined) return [];
    const window = readWindow(args);
    if (!("start" in window)) return [];
    const seconds = expandYear(window).reduce((sum, { from, to }) => sum + (to - from), 0);
    const hours = Math.round(seconds / SECONDS_PER_HOUR / WEEKS_PER_YEAR);
    const open = `from "${args.start}" to "${args.end}" in ${args.timeZone}, ${openFor(seconds, hours)}`;
    return [
        asked === "job"
            ? `${count(replicas, "jobs")} ${open}.`
            : `at least ${count(replicas, "replicas")} ${open}; it only raises the floor.`,
    ];
}

function openFor(seconds: number, hours: number): string {
    if (seconds === 0) return "which is never";
    if (hours >= HOURS_PER_WEEK) return "which is always";
    return hours === 0 ? "less than an hour a week" : `about ${count(hours, "hours")} a week`;
}
