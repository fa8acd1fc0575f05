import { DNS_NAME, problem, quote } from "../arguments";
import { Quantity, isGivenWhole, parseQuantity } from "../capacity";
import type { Finding } from "../findings";
import type { AgentTeamArgs, TeamMembersArgs } from "./args";
import { priorityProblems } from "./priority-problems";

/** Where KEDA is when nobody says otherwise, as its chart has it. */
export const KEDA_NAMESPACE = "keda";

/** Combinations of a team's arguments of which nothing can be made, whatever its pools are. */
export function teamProblems(name: unknown, args: AgentTeamArgs): Finding[] {
    return [
        ...nameProblems(name),
        ...hardProblems(args),
        ...limitRangeProblems(args),
        ...memberProblems(args),
        ...namespaceProblems(String(name), args),
        ...priorityProblems(String(name), args),
    ];
}

function nameProblems(name: unknown): Finding[] {
    if (typeof name !== "string") return [problem(["name"], "is not text", "give the team a name")];
    return DNS_NAME.accepts(name)
        ? []
        : [
              problem(
                  ["name"],
                  `is ${quote(name)}, which the names of the team's objects start with`,
                  DNS_NAME.fix,
              ),
          ];
}

/** A team makes its namespace and takes it along when it goes, so it cannot have one that is there without it. */
function namespaceProblems(name: string, { namespace = name, network = {} }: AgentTeamArgs): Finding[] {
    const kedaNamespace = network.kedaNamespace ?? KEDA_NAMESPACE;
    const why = ownerOf(namespace, kedaNamespace);
    if (why === undefined) return [];
    return [
        problem(
            ["namespace"],
            `is ${quote(namespace)}, ${why}, and a team makes its namespace and deletes it with all that is in it`,
            "give the team a namespace of its own",
        ),
    ];
}

/** Names that begin with kube- are reserved (kubernetes.io/docs/concepts/overview/working-with-objects/namespaces). */
function ownerOf(namespace: string, kedaNamespace: string): string | undefined {
    if (namespace === "default") return "which every cluster has already";
    if (namespace.startsWith("kube-")) return "which the cluster keeps for its own parts";
    return namespace === kedaNamespace ? "where KEDA runs" : undefined;
}

/** What is counted in pieces has no parts (pkg/apis/core/validation ValidateResourceQuotaResourceName, integerResources). */
function hardProblems({ quota = {} }: AgentTeamArgs): Finding[] {
    return Object.entries(quota.hard ?? {})
        .filter(([resource, text]) => !/(cpu|memory|storage)$|hugepages-/.test(resource) && !isWhole(text))
        .map(([resource, text]) =>
            problem(
                ["quota", "hard", resource],
                `is ${text}, and it counts whole pieces`,
                "use a whole number",
            ),
        );
}

function isWhole(text: string): boolean {
    const quantity = parseQuantity(text);
    return quantity instanceof Quantity && quantity.nanos % 1_000_000_000n === 0n;
}

/** What a LimitRange gives must be within what it allows (pkg/apis/core/validation ValidateLimitRange). */
function limitRangeProblems({ limitRange = {}, quota = {} }: AgentTeamArgs): Finding[] {
    const { defaultRequest, defaultLimit, max } = limitRange;
    const members = ["defaultRequest", "defaultLimit", "max"] as const;
    const given = { defaultRequest, defaultLimit, max };
    const order = [
        ["defaultRequest", "defaultLimit"],
        ["defaultRequest", "max"],
        ["defaultLimit", "max"],
    ] as const;
    const tooMuch = order.flatMap(([less, more]) =>
        Object.entries(given[less] ?? {}).flatMap(([resource, text]) => {
            const bound = given[more]?.[resource];
            if (bound === undefined || !isMore(text, bound)) return [];
            return [
                problem(
                    ["limitRange", less, resource],
                    `is ${text}, above limitRange.${more} ${bound}`,
                    `use ${bound} or less`,
                ),
            ];
        }),
    );
    const devices = members.flatMap((member) => deviceProblems(member, given[member] ?? {}));
    const others = quota.bestEffortPods ?? 0;
    if (others === 0) return [...tooMuch, ...devices];
    const filling = members
        .filter((member) => limitRange[member] !== undefined)
        .map((member) =>
            problem(
                ["limitRange", member],
                `gives every container an amount, and quota.bestEffortPods is ${others}, for pods without any`,
                "remove one of the two",
            ),
        );
    return [...tooMuch, ...devices, ...filling];
}

/** What a LimitRange names, every container gets: also the most of it, where there is no default. */
function deviceProblems(member: string, amounts: Readonly<Record<string, string>>): Finding[] {
    return Object.keys(amounts)
        .filter(isGivenWhole)
        .map((resource) =>
            problem(
                ["limitRange", member, resource],
                "would give every container of the namespace as many, also those that have no use for it",
                "remove it, and bound it by the quota",
            ),
        );
}

function isMore(text: string, bound: string): boolean {
    const [a, b] = [parseQuantity(text), parseQuantity(bound)];
    return a instanceof Quantity && b instanceof Quantity && a.compare(b) > 0;
}

function memberProblems({ access = {} }: AgentTeamArgs): Finding[] {
    return (["viewers", "editors"] as const).flatMap((who) =>
        access[who] === undefined || isAnybody(access[who])
            ? []
            : [problem(["access", who], "names nobody", "give groups, users, or remove it")],
    );
}

function isAnybody({ groups = [], users = [] }: TeamMembersArgs): boolean {
    return groups.length + users.length > 0;
}
