import type { AdmissionMode } from "../admission";
import type { PlatformArgs } from "../platform";
import type { AgentPoolArgs } from "../pool";
import type { NetworkIsolation, NetworkProtocol, PodSecurity, PreemptionPolicy } from "./choices";

/** A team with a namespace of its own: its pools, and what bounds all of them together. */
export interface AgentTeamArgs {
    /** Name of the namespace, which the team makes and owns: none that is there already, nor another team's. Default: the team's name. */
    namespace?: string;
    /** The pools by a short name each; a pool's objects are called `<team>-<pool>`. */
    pools: Record<string, AgentPoolArgs>;
    /** Facts of the cluster, for all pools. Default: nothing is known. */
    platform?: PlatformArgs;
    /** What all pods together may take. Default: what the pools take at their ceilings during a rollout. */
    quota?: TeamQuotaArgs;
    /** What single containers and claims get and may ask for. Default: a request for containers that state none. */
    limitRange?: TeamLimitRangeArgs;
    /** Priority classes by a short name each; the class is called `<team>-<name>`, since the whole cluster sees it. Default: none. */
    priorities?: Record<string, TeamPriorityArgs>;
    /** What the pods may talk to. Default: DNS, each other's ports, port 443, and the ports that triggers name. */
    network?: TeamNetworkArgs;
    /** Who may look at the namespace and work in it. Default: whoever may already. */
    access?: TeamAccessArgs;
    /** What all pools together may cost. Default: no bound. */
    budget?: TeamBudgetArgs;
    /** The pools' bounds as policies of the API server. Default: none. */
    admission?: TeamAdmissionArgs;
    /** The Pod Security Standard that is enforced. Default: the strictest that the pools keep to. */
    podSecurity?: PodSecurity;
    /** Labels for every object of the team and of its pools. */
    labels?: Record<string, string>;
}

/** What all pods and objects of a namespace together may be. */
export interface TeamQuotaArgs {
    /**
     * Amounts by the quota's own names, instead of the computed ones: `{ "requests.cpu": "120", pods: "60" }`. A team
     * whose pools do not fit is refused. Default: all are computed.
     */
    hard?: Record<string, string>;
    /**
     * How much more than the pools need is allowed, in percent of it. A pod that ends counts until it is gone, so a
     * rollout at the ceiling waits for old pods where this is 0. Default: 0.
     */
    headroomPercent?: number;
    /** Services, config maps and secrets that the team may make beside those of its pools, of each kind. Default: 10. */
    spareObjects?: number;
    /**
     * Pods that request nothing and may run all the same; they are then counted by a quota of their own, and CPU and
     * memory by one for all other pods. Above 0 containers without a request get none. Default: they are not told apart.
     */
    bestEffortPods?: number;
    /** Whether each priority class that pools use has a quota of its own, of what those pools need. Default: false. */
    byPriority?: boolean;
}

/** What a container or a claim of the namespace gets and may ask for; never what would refuse a pool. */
export interface TeamLimitRangeArgs {
    /** What a container requests that states neither request nor limit. Default: 100m CPU and 128Mi memory. */
    defaultRequest?: Record<string, string>;
    /** The limits of a container that states none. Default: none. */
    defaultLimit?: Record<string, string>;
    /** The most that one container may request or be limited to; also its limit where it states none. Default: none. */
    max?: Record<string, string>;
    /** The most storage of one claim. Default: the largest claim of the pools. */
    maxClaimStorage?: string;
}

/** A priority class of a team; a pool has it by `placement.priorityClassName`. */
export interface TeamPriorityArgs {
    /** The higher, the earlier: -10, below which no node is added for a pod, to 1000000000, above which only the cluster's own parts are. */
    value: number;
    /** What the pods do to others when there is no room. Default: `Never`. */
    preemption?: PreemptionPolicy;
    /** For whom the class is. Default: none. */
    description?: string;
}

/** What the pods of a team may talk to. */
export interface TeamNetworkArgs {
    /** What holds beside the openings. Default: `DefaultDeny`. */
    isolation?: NetworkIsolation;
    /** Ports to which pods may open TCP connections anywhere outside. Default: 443. */
    egressPorts?: number[];
    /** Further places that pods may talk to. Default: none. */
    egress?: TeamEgressArgs[];
    /** Whether a pool's pods may also talk to the hosts and ports that its triggers name, as `redis.queue.svc:6379`. Default: true. */
    egressToTriggers?: boolean;
    /** Other namespaces whose pods may talk to the ports of the pools. Default: none. */
    ingressNamespaces?: string[];
    /** Where KEDA runs, which asks the pods of a pool that scales on a number of its own (`metricsApi`). Default: `keda`. */
    kedaNamespace?: string;
}

/** A place that pods may talk to; exactly one of `cidr` and `namespace`. */
export interface TeamEgressArgs {
    /** A network, `10.20.0.0/16`. */
    cidr?: string;
    /** Name of a namespace. */
    namespace?: string;
    /** The ports. */
    ports: number[];
    /** What runs over them. Default: `TCP`. */
    protocol?: NetworkProtocol;
}

/** Who may do what in the namespace. */
export interface TeamAccessArgs {
    /** May read everything but secrets, logs included. Default: nobody. */
    viewers?: TeamMembersArgs;
    /**
     * May do what viewers may, delete and exec into pods, forward ports, and scale workloads within the bounds; whoever
     * execs into a pod sees the secrets that are mounted there. Default: nobody.
     */
    editors?: TeamMembersArgs;
}

/** People, as the API server names them; one at least. */
export interface TeamMembersArgs {
    /** Groups. Default: none. */
    groups?: string[];
    /** Users. Default: none. */
    users?: string[];
}

/** What all pools of a team may cost together. */
export interface TeamBudgetArgs {
    /** US dollars a month for the sum of all ceilings, at the prices of the platform. */
    usdPerMonth: number;
}

/** The bounds of all pools as policies of the API server (AutoscalingAdmission). */
export interface TeamAdmissionArgs {
    /** What happens to a request beyond a bound. `Warn` first shows what `Deny` would refuse. */
    mode: AdmissionMode;
    /** The most replicas of what belongs to none of the pools. Default: only the pools are bounded. */
    ceiling?: number;
    /** Users for whom no bound holds, as the API server names them. Default: nobody. */
    exemptUsers?: string[];
}
