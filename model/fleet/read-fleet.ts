import type { Declared, Leaf } from "../declared";
import { sameLeaf } from "../declared";
import type { Platform } from "../platform";
import { UNKNOWN_PLATFORM } from "../platform";
import { FieldReader } from "./field-reader";
import type { Fleet, FleetScaler, FleetWorkload, Identity } from "./fleet";
import { joinBudgets } from "./join-budgets";
import { readAuthentication } from "./read-authentication";
import { readExemptAnnotation } from "./read-exempt-annotation";
import { readHorizontalPodAutoscaler } from "./read-horizontal-pod-autoscaler";
import { readPodTemplate } from "./read-pod-template";
import { readJobWorkload, readScaledJob } from "./read-scaled-job";
import type { UnjoinedScaler } from "./read-scaled-object";
import { readScaledObject } from "./read-scaled-object";
import { readService } from "./read-service";
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
    const byName = indexByName(workloads);
    const scalers = readers.flatMap((reader) => {
        const unjoined = readScaler(reader);
        return unjoined === undefined ? [] : [joinScaler(unjoined, byName)];
    });
    return {
        platform,
        declared,
        scalers,
        workloads,
        disruptionBudgets,
        authentications: readers
            .filter(({ declared: { type } }) => AUTHENTICATION_KINDS.has(type))
            .map(readAuthentication),
        services: readers
            .filter(({ declared: { type } }) => type === "kubernetes:core/v1:Service")
            .map(readService),
        podTemplates: readers.flatMap(readPodTemplate),
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
    const { name, kind } = scaler.target;
    const isOwn = (candidate: FleetWorkload): boolean =>
        scaler.engine === "keda-jobs"
            ? candidate.declared === scaler.declared
            : candidate.kind === kind && sameName(candidate.name, name) && sameNamespace(candidate, scaler);
    const key = nameKey(scaler.engine === "keda-jobs" ? scaler.name : name);
    const workload = (workloads.get(key) ?? []).find(isOwn);
    return { ...scaler, workload, intent: workload?.intent ?? scaler.intent };
}

/** Workloads by name, so that a join of thousands of objects stays linear; names that are not known by identity. */
function indexByName(workloads: readonly FleetWorkload[]): ReadonlyMap<unknown, readonly FleetWorkload[]> {
    const index = new Map<unknown, FleetWorkload[]>();
    for (const workload of workloads) {
        const key = nameKey(workload.name);
        const found = index.get(key);
        if (found === undefined) index.set(key, [workload]);
        else found.push(workload);
    }
    return index;
}

function nameKey(name: Leaf<string> | undefined): unknown {
    return typeof name === "object" ? name.identity : name;
}

function sameName(a: Leaf<string> | undefined, b: Leaf<string> | undefined): boolean {
    return a !== undefined && b !== undefined && sameLeaf(a, b);
}

/** Whether two objects are certainly in one namespace; two that name none are. */
function sameNamespace(a: Identity, b: Identity): boolean {
    return sameLeaf(a.namespace, b.namespace);
}
