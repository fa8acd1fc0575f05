import { problem } from "../arguments";
import type { Finding } from "../findings";
import type { AgentPoolArgs } from "./args";
import { WorkloadKind } from "./choices";
import { workloadKind } from "./resolve-kind";
import type { WorkloadArgs } from "./workload-args";

/** The volume that a restricted pod has at `/tmp`. */
const TEMPORARY = { name: "tmp", mountPath: "/tmp" };

/** What a StatefulSet cannot have, and what only a StatefulSet can. */
export function statefulSetProblems(args: AgentPoolArgs): Finding[] {
    const { workload, adopt } = args;
    if (workload.existing !== undefined) return [];
    if (workloadKind(args) !== WorkloadKind.StatefulSet) {
        return workload.statefulSet === undefined
            ? []
            : [
                  problem(
                      ["workload", "statefulSet"],
                      "has no effect: the pool is no StatefulSet",
                      "set workload.kind to StatefulSet, or remove it",
                  ),
              ];
    }
    return [
        ...(adopt?.deployment === undefined
            ? []
            : [
                  problem(
                      ["adopt", "deployment"],
                      "cannot become a StatefulSet",
                      "remove workload.kind, or start a pool of its own beside it",
                  ),
              ]),
        ...claimProblems(workload),
    ];
}

function claimProblems({ container, statefulSet }: WorkloadArgs): Finding[] {
    const seen = { name: new Set([TEMPORARY.name]), mountPath: new Set([TEMPORARY.mountPath]) };
    return (statefulSet?.claimTemplates ?? []).flatMap((claim, index) => {
        const at = ["workload", "statefulSet", "claimTemplates", index];
        const findings: Finding[] = [];
        if (container === undefined && claim.mountPath !== undefined) {
            const message = "has no effect: workload.podTemplate is used as it is";
            findings.push(
                problem([...at, "mountPath"], message, "mount it in the template, and remove it here"),
            );
        }
        if (container !== undefined && claim.mountPath === undefined) {
            findings.push(problem([...at, "mountPath"], "is missing", "say where the container finds it"));
        }
        if (claim.mountPath?.startsWith("/") === false) {
            findings.push(
                problem(
                    [...at, "mountPath"],
                    "is not an absolute path",
                    'start it with "/", for example "/data"',
                ),
            );
        }
        for (const member of ["name", "mountPath"] as const) {
            const value = claim[member];
            if (value === undefined) continue;
            if (seen[member].has(value)) {
                findings.push(
                    problem(
                        [...at, member],
                        `is ${JSON.stringify(value.slice(0, 60))}, which is taken`,
                        "choose another",
                    ),
                );
            }
            seen[member].add(value);
        }
        return findings;
    });
}
