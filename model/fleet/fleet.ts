import type { Declared } from "../declared";
import type { Finding } from "../findings";
import type { Platform } from "../platform";
import type { FleetAuthentication } from "./fleet-authentication";
import type { FleetNodes } from "./fleet-nodes";
import type { FleetScaler } from "./fleet-scaler";
import type { FleetVertical } from "./fleet-vertical";
import type { FleetWarmCapacity } from "./fleet-warm";
import type { FleetDisruptionBudget, FleetWorkload } from "./fleet-workload";
import type { FleetExemptions } from "./read-exempt-annotation";
import type { FleetNodePool } from "./read-node-pool";
import type { FleetNodeSchedule } from "./read-node-schedule";
import type { FleetPodTemplate } from "./read-pod-template";
import type { FleetPriorityClass } from "./read-priority-class";
import type { FleetQuota } from "./read-resource-quota";
import type { FleetService } from "./read-service";

/** Everything that rules, explanations and prices read: declared objects, joined. */
export interface Fleet {
    readonly platform: Platform;
    readonly declared: readonly Declared[];
    readonly scalers: readonly FleetScaler[];
    readonly verticals: readonly FleetVertical[];
    readonly workloads: readonly FleetWorkload[];
    readonly disruptionBudgets: readonly FleetDisruptionBudget[];
    readonly authentications: readonly FleetAuthentication[];
    readonly services: readonly FleetService[];
    readonly quotas: readonly FleetQuota[];
    /** Every object that makes pods, scaled or not. */
    readonly podTemplates: readonly FleetPodTemplate[];
    /** Groups of machines in a cloud, and the schedules that size them. */
    readonly nodePools: readonly FleetNodePool[];
    /** What pods see of those groups, and of node pools of Karpenter. */
    readonly nodes: readonly FleetNodes[];
    readonly nodeSchedules: readonly FleetNodeSchedule[];
    readonly priorityClasses: readonly FleetPriorityClass[];
    /** Room that is kept for pods to come; placeholders that a scaler scales are a pool. */
    readonly warm: readonly FleetWarmCapacity[];
    /** What objects of any kind say of rules that do not hold for them. */
    readonly exemptions: readonly FleetExemptions[];
    /** Fields that have the wrong type. */
    readonly problems: readonly Finding[];
}
