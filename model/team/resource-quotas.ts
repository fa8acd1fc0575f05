import { Quantity } from "../capacity";
import type { Declared } from "../declared";
import { isKnown, valueAt } from "../declared";
import { canonicalQuantity } from "../manifests/canonical-quantity";
import type { Team } from "./team";
import { declareInTeam } from "./team-metadata";
import type { Needs } from "./team-needs";
import { objectNeeds, podNeeds } from "./team-needs";
import type { TeamPods } from "./team-pods";
import { teamPods } from "./team-pods";

type Amounts = Readonly<Record<string, string>>;

/** What a quota may count of pods in one scope (pkg/apis/core/helper IsResourceQuotaScopeValidForResource). */
const SCOPED = /^(pods|cpu|memory|requests\.(cpu|memory)|limits\.(cpu|memory))$/;

const NANOS_PER_UNIT = 1_000_000_000n;

/**
 * The quotas of a team: one for everything; where pods that request nothing are told apart, one for them and one that
 * counts the CPU and memory of all others; and where asked, one for each priority class.
 */
export function resourceQuotas(team: Team): Declared[] {
    const { name, quota } = team;
    const pods = teamPods(team);
    const hard = quotaHard(team, pods);
    const byPriority = quota.byPriority ? priorityQuotas(team, pods) : [];
    if (quota.bestEffortPods === undefined) return [quotaOf(team, "quota", name, hard, {}), ...byPriority];
    const { yes: compute, no: rest } = split(hard, (each) => SCOPED.test(each) && each !== "pods");
    const others = quota.bestEffortPods;
    return [
        quotaOf(team, "quota", name, rest, {}),
        quotaOf(team, "quota-not-best-effort", `${name}-not-best-effort`, compute, {
            scopes: ["NotBestEffort"],
        }),
        quotaOf(
            team,
            "quota-best-effort",
            `${name}-best-effort`,
            { pods: String(others) },
            { scopes: ["BestEffort"] },
        ),
        ...byPriority,
    ];
}

/** What is asked for and, where nothing is, what the pools need. */
export function quotaHard(team: Team, pods: readonly TeamPods[] = teamPods(team)): Amounts {
    const { pools, quota } = team;
    const needs = [...podNeeds(pods), ...objectNeeds(pools, pods, quota.spareObjects)];
    const computed = Object.fromEntries(
        needs.map(([resource, amount]) => {
            const extra = resource === "pods" ? (quota.bestEffortPods ?? 0) : 0;
            const more = amount.plus(new Quantity(BigInt(extra) * NANOS_PER_UNIT));
            return [resource, withHeadroom(more, resource, quota.headroomPercent).toString()];
        }),
    );
    const asked = Object.entries(quota.hard).map(([resource, text]) => [resource, canonicalQuantity(text)]);
    return { ...computed, ...(Object.fromEntries(asked) as Amounts) };
}

/** The needs of the pools of each priority class, of which nobody else can take any. */
function priorityQuotas(team: Team, pods: readonly TeamPods[]): Declared[] {
    return usedPriorities(pods).map((priority) => {
        const needs = scopedNeeds(pods.filter(({ podSpec }) => priorityOf(podSpec) === priority));
        const hard = Object.fromEntries(
            [...needs].map(([resource, amount]) => [
                resource,
                withHeadroom(amount, resource, team.quota.headroomPercent).toString(),
            ]),
        );
        const isOwn = priority.startsWith(`${team.name}-`);
        const suffix = `priority-${isOwn ? priority.slice(team.name.length + 1) : priority}`;
        return quotaOf(team, `quota-${suffix}`, `${team.name}-${suffix}`, hard, {
            scopeSelector: {
                matchExpressions: [{ scopeName: "PriorityClass", operator: "In", values: [priority] }],
            },
        });
    });
}

/** The priority classes that pools name, as far as they are known. */
function usedPriorities(pods: readonly TeamPods[]): string[] {
    return [...new Set(pods.flatMap(({ podSpec }) => priorityOf(podSpec) ?? []))].sort();
}

function priorityOf(podSpec: unknown): string | undefined {
    const name = valueAt(podSpec, ["priorityClassName"]);
    return isKnown(name) && typeof name === "string" && name !== "" ? name : undefined;
}

function scopedNeeds(pods: readonly TeamPods[]): Needs {
    return new Map([...podNeeds(pods)].filter(([resource]) => SCOPED.test(resource)));
}

/** Rounded up to what Kubernetes writes without loss: whole pieces, thousandths of a core, MiB. */
function withHeadroom(amount: Quantity, resource: string, percent: number): Quantity {
    if (percent === 0) return amount;
    const step = stepOf(resource);
    const more = (amount.nanos * BigInt(100 + percent) + 99n) / 100n;
    return new Quantity(((more + step - 1n) / step) * step, amount.format);
}

function stepOf(resource: string): bigint {
    if (resource.endsWith("cpu")) return 1_000_000n;
    return /(memory|storage)$/.test(resource) ? NANOS_PER_UNIT * 1024n * 1024n : NANOS_PER_UNIT;
}

function split(hard: Amounts, belongs: (resource: string) => boolean): Record<"yes" | "no", Amounts> {
    const entries = Object.entries(hard);
    return {
        yes: Object.fromEntries(entries.filter(([resource]) => belongs(resource))),
        no: Object.fromEntries(entries.filter(([resource]) => !belongs(resource))),
    };
}

function quotaOf(team: Team, role: string, name: string, hard: Amounts, scope: object): Declared {
    return declareInTeam(
        team,
        role,
        name,
        { apiVersion: "v1", kind: "ResourceQuota", spec: { hard, ...scope } },
        [
            [["spec"], "quota"],
            [["spec", "hard"], "quota.hard", "mirrored"],
        ],
        { replaceOnChanges: ["spec.scopes"] },
    );
}
