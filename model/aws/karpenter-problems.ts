import { DNS_NAME, problem, quote } from "../arguments";
import type { Finding } from "../findings";
import { NodeCapacity } from "../pool";
import type { KarpenterNodePoolArgs } from "./karpenter-args";
import { karpenterBudgetProblems } from "./karpenter-budget-problems";
import { karpenterCapacityProblems } from "./karpenter-capacity-problems";
import { KarpenterFlavor } from "./karpenter-choices";
import { karpenterNodeClassProblems } from "./karpenter-node-class-problems";
import { karpenterRequirementProblems } from "./karpenter-requirement-problems";

const LONGEST_LABEL = 63;
const LONGEST_SUFFIX = "-on-demand".length;

/** The NodePools that EKS Auto Mode has by itself (EKS user guide, Create a Node Pool for EKS Auto Mode). */
const BUILT_IN_POOLS: ReadonlySet<string> = new Set(["general-purpose", "system"]);

/** How long a node of EKS Auto Mode lives at most. */
const AUTO_MODE_SECONDS = 21 * 24 * 3600;

/** Combinations of arguments that Karpenter would refuse, or with which it could never do what was meant. */
export function karpenterProblems(name: unknown, args: KarpenterNodePoolArgs): Finding[] {
    return [
        ...nameProblems(name, args),
        ...karpenterCapacityProblems(args),
        ...limitProblems(args),
        ...karpenterRequirementProblems(args),
        ...karpenterBudgetProblems(args),
        ...lifetimeProblems(args),
        ...karpenterNodeClassProblems(name, args),
    ];
}

function nameProblems(name: unknown, { flavor, profile }: KarpenterNodePoolArgs): Finding[] {
    if (typeof name !== "string") return [problem(["name"], "is not text", "give the component a name")];
    if (!DNS_NAME.accepts(name)) {
        return [problem(["name"], `is ${quote(name)}, which the NodePool is called`, DNS_NAME.fix)];
    }
    const longest = LONGEST_LABEL - (profile.capacity === NodeCapacity.SpotPreferred ? LONGEST_SUFFIX : 0);
    if (name.length > longest) {
        return [
            problem(
                ["name"],
                `has ${name.length} characters, and the name of a NodePool is a label of its nodes`,
                `use at most ${longest}`,
            ),
        ];
    }
    if (flavor !== KarpenterFlavor.AutoMode || !BUILT_IN_POOLS.has(name)) return [];
    return [
        problem(
            ["name"],
            `is ${quote(name)}, a NodePool that EKS Auto Mode owns and nobody can edit`,
            "choose another",
        ),
    ];
}

function limitProblems({ limits }: KarpenterNodePoolArgs): Finding[] {
    if (Object.keys(limits).length > 0) return [];
    return [
        problem(
            ["limits"],
            "limits nothing, and Karpenter buys a node for every pod that waits",
            'give at least one of cpu, memory and nodes, for example cpu: "200"',
        ),
    ];
}

function lifetimeProblems(args: KarpenterNodePoolArgs): Finding[] {
    const { flavor, expireAfterSeconds: expire, hasDoNotDisruptPods = false } = args;
    const isAuto = flavor === KarpenterFlavor.AutoMode;
    return [
        ...(isAuto && expire !== undefined && expire > AUTO_MODE_SECONDS
            ? [
                  problem(
                      ["expireAfterSeconds"],
                      `is ${expire}, and a node of EKS Auto Mode lives for 21 days at most`,
                      `use ${AUTO_MODE_SECONDS} or less`,
                  ),
              ]
            : []),
        ...(hasDoNotDisruptPods && !isAuto && args.terminationGracePeriodSeconds === undefined
            ? [
                  problem(
                      ["terminationGracePeriodSeconds"],
                      "is missing, and an expired node waits without end for pods that carry karpenter.sh/do-not-disrupt",
                      "give as many seconds as the longest task may still take",
                  ),
              ]
            : []),
    ];
}
