import type { ComponentResourceOptions, Output, Resource } from "@pulumi/pulumi";
import { ComponentResource, log, output, runtime } from "@pulumi/pulumi";
import type { CostSummary } from "../model/cost";
import { costSummary, formatUsd, price } from "../model/cost";
import type { Fleet } from "../model/fleet";
import { readFleet } from "../model/fleet";
import { dayOf } from "../model/findings";
import type { AgentTeamArgs, Team, TeamResolution } from "../model/team";
import { TEAM_TYPE, quotaHard, resolveTeam, teamAdmission, teamPoolArgs, teamPoolName } from "../model/team";
import { AutoscaledAgentPool } from "./autoscaled-agent-pool";
import { AutoscalingAdmission } from "./autoscaling-admission";
import { outputsOf, warn } from "./build";
import { asJudged } from "./judged-pools";
import { refuse } from "./refuse";
import { registerChildren } from "./register";
import { engineName, takeNames } from "./team-names";

/**
 * A team with a namespace of its own: its pools, a quota that holds all of them at their ceilings and during a rollout,
 * limits for single containers, priority classes, a network that is shut but for what the pools need, access for people,
 * a budget over all pools, and their bounds as policies of the API server.
 *
 * All pools and what bounds them are judged together. A team in which anything cannot work is refused with all that is
 * wrong in it, and then nothing of it is registered.
 *
 * @example
 * new AgentTeam("research", { pools: { crawler: { archetype: "QueueWorker", workload, scale } }, budget: { usdPerMonth: 9000 } });
 */
export class AgentTeam extends ComponentResource {
    /** The type token, which policies and `isTypeOf` compare. */
    static readonly __pulumiType = TEAM_TYPE;

    /** The namespace of the team. */
    public readonly namespace: Output<string>;
    /** What the quota holds, by its own names: what was asked for and what was computed. */
    public readonly quota: Output<Record<string, string>>;
    /** What all pools cost a month at their floors, by their windows and at their ceilings. */
    public readonly cost: Output<CostSummary>;
    /** The names of the pools, which their workloads and autoscalers have too. */
    public readonly poolNames: Output<string[]>;

    /**
     * @param name The team's name, which those of its pools and cluster-wide objects start with.
     * @param args The pools, and what bounds all of them together.
     * @param opts Options of the component; providers, `protect` and `retainOnDelete` reach its children.
     */
    constructor(name: string, args: AgentTeamArgs, opts?: ComponentResourceOptions) {
        const resolved = resolveTeam(name, args, dayOf(new Date()));
        const { team, fleet } = resolved;
        const clashes = team === undefined ? [] : takeNames(team);
        // Arguments of the wrong form may not survive the way to the engine (cycles, NaN), so none are sent.
        super(AgentTeam.__pulumiType, engineName(name, clashes), team === undefined ? {} : args, opts);
        const findings = [...clashes, ...resolved.findings];
        const errors = findings.filter(({ severity }) => severity === "error");

        if (errors.length === 0) {
            warn(this, findings);
            tell(this, team, fleet);
            this.namespace = registerTeam(this, name, resolved);
        } else {
            this.namespace = output(team?.namespace ?? "");
        }
        this.quota = output(team === undefined ? {} : { ...quotaHard(team) });
        this.cost = output(costSummary(price(fleet ?? readFleet([]))));
        this.poolNames = output((team?.pools ?? []).map(({ key }) => teamPoolName(name, key)));
        const { namespace, quota, cost, poolNames } = this;
        this.registerOutputs(outputsOf({ namespace, quota, cost, poolNames }, errors));
        refuse(this, name, errors, "team");
    }
}

/** Registers all that a team consists of; its pools come last, when what bounds them is there. */
function registerTeam(
    parent: AgentTeam,
    name: string,
    { team, args, objects }: TeamResolution,
): Output<string> {
    if (team === undefined || args === undefined) return output("");
    const children = registerChildren(parent, name, objects);
    const namespace = nameOf(children.get("namespace"));
    const admission = teamAdmission(team);
    const bounds: Resource[] = [...children.values()];
    if (admission !== undefined) {
        const bounded = { ...admission, namespaces: [namespace] };
        bounds.push(new AutoscalingAdmission(`${name}-admission`, bounded, { parent }));
    }
    for (const { key } of team.pools) {
        const pool = teamPoolArgs(name, args, key);
        if (pool === undefined) continue;
        // Through its namespace every object of a pool depends on it, so that none outlives it.
        new AutoscaledAgentPool(teamPoolName(name, key), asJudged({ ...pool, namespace }), {
            parent,
            dependsOn: bounds,
        });
    }
    return namespace;
}

function nameOf(namespace: Resource | undefined): Output<string> {
    return (namespace as unknown as { metadata: Output<{ name: string }> }).metadata.name;
}

/** Says in a preview what the whole team may cost; what its pools do they say themselves. */
function tell(resource: ComponentResource, team: Team | undefined, fleet: Fleet | undefined): void {
    if (!runtime.isDryRun() || team === undefined || fleet === undefined) return;
    const { ceilingUsdPerMonth } = costSummary(price(fleet));
    if (ceilingUsdPerMonth === undefined) return;
    const budget = team.budget === undefined ? "" : ` of a budget of ${formatUsd(team.budget.usdPerMonth)}`;
    void log.info(
        `all pools at their ceilings cost ${formatUsd(ceilingUsdPerMonth)} a month${budget}`,
        resource,
    );
}
