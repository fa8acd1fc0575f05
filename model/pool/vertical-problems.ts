import { listed, problem } from "../arguments";
import type { Finding } from "../findings";
import type { AgentPoolArgs } from "./args";
import { VerticalMode, WorkloadKind } from "./choices";
import { workloadKind } from "./resolve-kind";
import { sizableResources } from "./sizable-resources";
import { containerProblems } from "./sized-container";
import type { VerticalArgs } from "./vertical-args";

/** What a VerticalPodAutoscaler beside a pool could not do, or would ignore. */
export function verticalProblems(args: AgentPoolArgs): Finding[] {
    const { vertical } = args;
    // Beside jobs there is none at all.
    if (vertical === undefined || workloadKind(args) === WorkloadKind.Job) return [];
    return [
        ...containerProblems(args),
        ...nothingLeft(args, vertical),
        ...boundsProblems(args, vertical),
        ...replicasProblems(args, vertical),
    ];
}

function nothingLeft(args: AgentPoolArgs, { mode, resources }: VerticalArgs): Finding[] {
    if (resources !== undefined || (mode ?? VerticalMode.Off) === VerticalMode.Off) return [];
    if (sizableResources(args).length > 0) return [];
    return [
        problem(
            ["vertical"],
            "has nothing left to size: CPU and memory both decide the number of replicas",
            "set vertical.mode to Off, which only recommends, or scale on something else than one of them",
        ),
    ];
}

/** Bounds for resources that are not sized; their order is for the rules, which read the object. */
function boundsProblems(args: AgentPoolArgs, vertical: VerticalArgs): Finding[] {
    const sized: readonly string[] = vertical.resources ?? sizableResources(args);
    return (["minAllowed", "maxAllowed"] as const).flatMap((member) =>
        Object.keys(vertical[member] ?? {})
            .filter((resource) => !sized.includes(resource))
            .map((resource) =>
                problem(
                    ["vertical", member, resource],
                    `has no effect: ${listed(sized, "and")} ${sized.length === 1 ? "is" : "are"} sized, ${resource} is not`,
                    "remove it",
                ),
            ),
    );
}

function replicasProblems({ scale }: AgentPoolArgs, { mode, minReplicas }: VerticalArgs): Finding[] {
    if (minReplicas === undefined) return [];
    const at = ["vertical", "minReplicas"];
    const applied = mode ?? VerticalMode.Off;
    if (applied === VerticalMode.Off || applied === VerticalMode.Initial) {
        return [problem(at, `has no effect: the mode ${applied} leaves pods that run alone`, "remove it")];
    }
    if (minReplicas <= scale.maxReplicas) return [];
    const message = `is ${minReplicas}, and the pool never has more than ${scale.maxReplicas}: no pod would ever be changed`;
    return [problem(at, message, `use ${scale.maxReplicas} or less`)];
}
