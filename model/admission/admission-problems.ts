import { DNS_NAME, problem, quote } from "../arguments";
import type { Finding } from "../findings";
import type { AutoscalingAdmissionArgs, BoundedPoolArgs } from "./args";
import { BoundedKind } from "./choices";

/** Combinations of arguments of which no policy can be made, or one that bounds nothing. */
export function admissionProblems(name: unknown, args: AutoscalingAdmissionArgs): Finding[] {
    const { pools = [] } = args;
    return [
        ...nameProblems(name),
        ...emptyProblems(args),
        ...pools.flatMap((pool, index) => [
            ...floorProblems(pool, index),
            ...repeatProblems(pool, index, pools),
        ]),
    ];
}

function nameProblems(name: unknown): Finding[] {
    if (typeof name !== "string") return [problem(["name"], "is not text", "give the component a name")];
    return DNS_NAME.accepts(name)
        ? []
        : [problem(["name"], `is ${quote(name)}, which the names of the policies start with`, DNS_NAME.fix)];
}

function emptyProblems({
    ceiling,
    pools = [],
    requestsRequired = false,
}: AutoscalingAdmissionArgs): Finding[] {
    if (ceiling !== undefined || pools.length > 0 || requestsRequired) return [];
    return [problem([], "nothing is bounded", "give a ceiling, pools, or requestsRequired")];
}

function floorProblems({ kind, minReplicas = 0, maxReplicas }: BoundedPoolArgs, index: number): Finding[] {
    const path = ["pools", index, "minReplicas"];
    if (kind === BoundedKind.ScaledJob && minReplicas > 0) {
        return [
            problem(
                path,
                `is ${minReplicas}, and jobs have no floor: each ends with its task`,
                "remove minReplicas",
            ),
        ];
    }
    if (minReplicas <= maxReplicas) return [];
    return [
        problem(
            path,
            `is ${minReplicas}, above maxReplicas ${maxReplicas}`,
            `use ${maxReplicas} or less, or a maxReplicas of ${minReplicas} or more`,
        ),
    ];
}

/** A pool that is there already would have two bounds, of which only one can hold. */
function repeatProblems(pool: BoundedPoolArgs, index: number, pools: readonly BoundedPoolArgs[]): Finding[] {
    const { kind = BoundedKind.Deployment, name } = pool;
    const first = pools.findIndex(
        (other) => other.name === name && (other.kind ?? BoundedKind.Deployment) === kind,
    );
    if (first === index) return [];
    return [
        problem(
            ["pools", index],
            `is ${kind} ${name}, as pools[${first}] is`,
            "keep one of the two; pools of the same name in other namespaces need an AutoscalingAdmission of their own",
        ),
    ];
}
