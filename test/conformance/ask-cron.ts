import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { CronQuestion } from "./cron-questions";

const LAB = join(__dirname, "../../../shared/lab/lab");

/** Whether a trigger is active at each instant, or why KEDA refuses it. */
export interface Answer {
    readonly id: string;
    readonly error?: string;
    readonly active?: readonly boolean[];
}

/** What KEDA's cron scaler answers, its clock set to the instants. */
export function askKeda(questions: readonly CronQuestion[]): Answer[] {
    const input = questions.map((question, id) => JSON.stringify({ id: String(id), ...question })).join("\n");
    const output = execFileSync(LAB, ["cron"], {
        input,
        maxBuffer: 2 ** 28,
        stdio: ["pipe", "pipe", "ignore"],
    });
    return output
        .toString()
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Answer);
}
