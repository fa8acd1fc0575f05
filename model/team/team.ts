import type { Declared } from "../declared";
import type { Platform } from "../platform";
import type { Pool } from "../pool";
import type {
    TeamAccessArgs,
    TeamAdmissionArgs,
    TeamBudgetArgs,
    TeamEgressArgs,
    TeamPriorityArgs,
} from "./args";
import type { NetworkIsolation, PodSecurity } from "./choices";

type Amounts = Readonly<Record<string, string>>;

/** One pool of a team. */
export interface TeamPool {
    /** What the team calls it. */
    readonly key: string;
    readonly pool: Pool;
    /** Its objects, whose origins are arguments of the team. */
    readonly declared: readonly Declared[];
}

/** What all pods together may take, after defaults. */
export interface TeamQuota {
    readonly hard: Amounts;
    readonly headroomPercent: number;
    readonly spareObjects: number;
    readonly bestEffortPods?: number;
    readonly byPriority: boolean;
}

/** What containers and claims get and may ask for, after defaults. */
export interface TeamLimitRange {
    /** Empty where pods that request nothing may run. */
    readonly defaultRequest: Amounts;
    readonly defaultLimit: Amounts;
    readonly max: Amounts;
    readonly maxClaimStorage?: string;
}

/** What the pods may talk to, after defaults. */
export interface TeamNetwork {
    readonly isolation: NetworkIsolation;
    readonly egressPorts: readonly number[];
    readonly egress: readonly TeamEgressArgs[];
    readonly egressToTriggers: boolean;
    readonly ingressNamespaces: readonly string[];
    readonly kedaNamespace: string;
}

/** A team with every value decided. */
export interface Team {
    readonly name: string;
    readonly namespace: string;
    readonly pools: readonly TeamPool[];
    readonly platform: Platform;
    readonly quota: TeamQuota;
    readonly limitRange: TeamLimitRange;
    readonly priorities: Readonly<Record<string, TeamPriorityArgs>>;
    readonly network: TeamNetwork;
    readonly access: TeamAccessArgs;
    readonly budget?: TeamBudgetArgs;
    readonly admission?: TeamAdmissionArgs;
    readonly podSecurity: PodSecurity;
    readonly labels: Readonly<Record<string, string>>;
}
