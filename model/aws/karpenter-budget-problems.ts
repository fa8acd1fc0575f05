import { problem } from "../arguments";
import type { Finding } from "../findings";
import { cronInUtc } from "../schedule";
import type { KarpenterBudgetWindowArgs, KarpenterNodePoolArgs } from "./karpenter-args";

/** Windows of budgets that Karpenter cannot keep: it knows UTC and whole minutes. */
export function karpenterBudgetProblems({ disruption = {} }: KarpenterNodePoolArgs): Finding[] {
    return (disruption.budgets ?? []).flatMap(({ window }, index) =>
        window === undefined ? [] : windowProblems(window, ["disruption", "budgets", index, "window"]),
    );
}

function windowProblems(
    { start, durationSeconds, timeZone }: KarpenterBudgetWindowArgs,
    path: readonly (string | number)[],
): Finding[] {
    const utc = cronInUtc(start, timeZone);
    const rest = durationSeconds % 60;
    return [
        ...("text" in utc
            ? []
            : utc.map(({ message, fix }) => problem([...path, "start"], `cannot be kept: ${message}`, fix))),
        ...(rest === 0
            ? []
            : [
                  problem(
                      [...path, "durationSeconds"],
                      `is ${durationSeconds}, and Karpenter's windows last whole minutes`,
                      `use ${durationSeconds - rest + 60}`,
                  ),
              ]),
    ];
}
