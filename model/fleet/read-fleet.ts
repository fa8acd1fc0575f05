import type { Declared } from "../declared";
import type { Platform } from "../platform";
import { UNKNOWN_PLATFORM } from "../platform";
import { FieldReader } from "./field-reader";
import type { Fleet } from "./fleet";
import type { FleetScaler } from "./fleet-scaler";
import type { FleetWorkload } from "./fleet-workload";
import { joinBudgets } from "./join-budgets";
import { indexByName, isTarget, nameKey } from "./join-targets";
import { joinVerticals } from "./join-verticals";
import { readAuthentication } from "./read-authentication";
import { readExemptAnnotation } from "./read-exempt-annotation";
import { readHorizontalPodAutoscaler } from "./read-horizontal-pod-autoscaler";
import { readNodePool } from "./read-node-pool";
import { readNodeSchedule } from "./read-node-schedule";
import { nodesOf, readKarpenterNodes } from "./read-nodes";
import { readPodTemplate } from "./read-pod-template";
import { readPriorityClass } from "./read-priority-class";
import { readJobWorkload, readScaledJob } from "./read-scaled-job";
import { readResourceQuota } from "./read-resource-quota";
import type { UnjoinedScaler } from "./read-scaled-object";
import { readScaledObject } from "./read-scaled-object";
import { readService } from "./read-service";
import { readVerticalPodAutoscaler } from "./read-vertical-pod-autoscaler";
import { readWarm } from "./read-warm";
import { readDisruptionBudget, readIntentAnnotation, readWorkload } from "./read-workload";

const WORKLOAD_KINDS: ReadonlySet<string> = new Set([
    "kubernetes:apps/v1:Deployment",
    "kubernetes:apps/v1:StatefulSet",
    "kubernetes:apps/v1:ReplicaSet",
    "kubernetes:argoproj.io/v1alpha1:Rollout",
]);

const SCALED_JOB = "kubernetes:keda.sh/v1alpha1:ScaledJob";

const AUTHENTICATION_KINDS: ReadonlySet<string> = new Set([
    "kubernetes:keda.sh/v1alpha1:TriggerAuthentication",
    "kubernetes:keda.sh/v1alpha1:ClusterTriggerAuthentication",
]);

const VERTICAL_KINDS: ReadonlySet<string> = new Set([
    "kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler",
    "kubernetes:autoscaling.k8s.io/v1beta2:VerticalPodAutoscaler",
]);

/**
 * Reads declared objects, ours or anyone's, into the fleet that everything else judges. Objects of kinds that play
 * no part in scaling are kept in `declared` and otherwise ignored.
 */
export function readFleet(declared: readonly Declared[], platform: Platform = UNKNOWN_PLATFORM): Fleet {
    const readers = declared.map((object) => new FieldReader(object));
    const disruptionBudgets = readers
        .filter(({ declared: { type } }) => type === "kubernetes:policy/v1:PodDisruptionBudget")
        .map(readDisruptionBudget);
    const workloads = joinBudgets(
        readers.flatMap((reader) => readAnyWorkload(reader) ?? []),
        disruptionBudgets,
    );
    const byName = indexByName(workloads, ({ name }) => name);
    const scalers = readers.flatMap((reader) => {
        const unjoined = readScaler(reader);
        return unjoined === undefined ? [] : [joinScaler(unjoined, byName)];
    });
    const verticals = readers
        .filter(({ declared: { type } }) => VERTICAL_KINDS.has(type))
        .map(readVerticalPodAutoscaler);
    const nodePools = readers.flatMap((reader) => readNodePool(reader) ?? []);
    return {
        platform,
        declared,
        scalers,
        verticals: joinVerticals(verticals, byName, scalers),
        workloads,
        disruptionBudgets,
        authentications: readers
            .filter(({ declared: { type } }) => AUTHENTICATION_KINDS.has(type))
            .map(readAuthentication),
        services: readers
            .filter(({ declared: { type } }) => type === "kubernetes:core/v1:Service")
            .map(readService),
        quotas: readers
            .filter(({ declared: { type } }) => type === "kubernetes:core/v1:ResourceQuota")
            .map(readResourceQuota),
        podTemplates: readers.flatMap(readPodTemplate),
        nodePools,
        nodes: [...nodePools.map(nodesOf), ...readers.flatMap((reader) => readKarpenterNodes(reader) ?? [])],
        nodeSchedules: readers.flatMap((reader) => readNodeSchedule(reader) ?? []),
        priorityClasses: readers
            .filter(({ declared: { type } }) => type === "kubernetes:scheduling.k8s.io/v1:PriorityClass")
            .map(readPriorityClass),
        warm: readWarm(readers, workloads, scalers),
        exemptions: declared.flatMap(readExemptAnnotation),
        problems: readers.flatMap(({ problems }) => problems),
    };
}

function readAnyWorkload(reader: FieldReader): Omit<FleetWorkload, "disruptionBudgets"> | undefined {
    const { type } = reader.declared;
    if (type === SCALED_JOB) return readJobWorkload(reader);
    return WORKLOAD_KINDS.has(type) ? readWorkload(reader) : undefined;
}

function readScaler(reader: FieldReader): UnjoinedScaler | undefined {
    switch (reader.declared.type) {
        case "kubernetes:keda.sh/v1alpha1:ScaledObject":
            return { ...readScaledObject(reader), intent: readIntentAnnotation(reader) };
        case SCALED_JOB:
            return readScaledJob(reader);
        case "kubernetes:autoscaling/v1:HorizontalPodAutoscaler":
        case "kubernetes:autoscaling/v2:HorizontalPodAutoscaler":
            return { ...readHorizontalPodAutoscaler(reader), intent: readIntentAnnotation(reader) };
        default:
            return undefined;
    }
}

function joinScaler(
    scaler: UnjoinedScaler,
    workloads: ReadonlyMap<unknown, readonly FleetWorkload[]>,
): FleetScaler {
    const isJobs = scaler.engine === "keda-jobs";
    const isOwn = (candidate: FleetWorkload): boolean =>
        isJobs ? candidate.declared === scaler.declared : isTarget(candidate, scaler);
    const workload = (workloads.get(nameKey(isJobs ? scaler.name : scaler.target.name)) ?? []).find(isOwn);
    return { ...scaler, workload, intent: workload?.intent ?? scaler.intent };
}
