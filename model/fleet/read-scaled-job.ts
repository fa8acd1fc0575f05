import type { Path } from "../declared";
import { absent } from "./field";
import type { FieldReader } from "./field-reader";
import type { FleetJobs, FleetScalingRules, FleetTrigger } from "./fleet-scaler";
import type { FleetWorkload } from "./fleet-workload";
import type { UnjoinedScaler } from "./read-scaled-object";
import { withDefault } from "./read-scaled-object";
import { readKedaAnnotations } from "./read-keda-annotations";
import { readTrigger } from "./read-trigger";
import { readWorkload } from "./read-workload";

/** KEDA's defaults (`scaledjob_types.go`, `scale_jobs.go`, 2.20.2), and Kubernetes' of a Job. */
const DEFAULTS = {
    min: 0,
    max: 100,
    pollingInterval: 30,
    strategy: "default",
    calculation: "max",
    propagation: "background",
    history: 100,
    parallelism: 1,
    backoffLimit: 6,
} as const;

/** The label by which KEDA finds the jobs and pods of a ScaledJob. */
const NAME_LABEL = "scaledjob.keda.sh/name";

const TEMPLATE: Path = ["spec", "jobTargetRef", "template"];

const NO_RULES: FleetScalingRules = {
    stabilizationWindowSeconds: absent(["spec"]),
    selectPolicy: absent(["spec"]),
    policies: [],
    policiesPath: undefined,
};

/** Reads a ScaledJob as what starts jobs. What the jobs are for is read with the workload. */
export function readScaledJob(reader: FieldReader): UnjoinedScaler {
    const max = reader.integer(["spec", "maxReplicaCount"]);
    return {
        declared: reader.declared,
        engine: "keda-jobs",
        name: reader.name(["metadata", "name"]),
        namespace: reader.name(["metadata", "namespace"]),
        target: { apiVersion: "batch/v1", kind: "Job", name: undefined },
        min: withDefault(reader.integer(["spec", "minReplicaCount"]), DEFAULTS.min),
        max: withDefault(max, DEFAULTS.max),
        maxStated: max.value !== undefined,
        triggers: reader.list(["spec", "triggers"]).map(({ path }) => readJobTrigger(reader, path)),
        areTriggersUnknown: reader.isUnknown(["spec", "triggers"]),
        modifiers: undefined,
        fallback: undefined,
        behavior: { scaleUp: NO_RULES, scaleDown: NO_RULES },
        pollingInterval: withDefault(reader.integer(["spec", "pollingInterval"]), DEFAULTS.pollingInterval),
        cooldown: absent(["spec"]),
        idle: absent(["spec"]),
        hpaName: absent(["spec"]),
        takesOverHpa: false,
        toleratesOthers: false,
        environmentSource: reader.textUnlessEmpty(["spec", "envSourceContainerName"]),
        kedaAnnotations: readKedaAnnotations(reader),
        jobs: readJobs(reader),
        intent: undefined,
    };
}

/** A ScaledJob has no metric type, so each scaler keeps its default. */
function readJobTrigger(reader: FieldReader, path: Path): FleetTrigger {
    const trigger = readTrigger(reader, path);
    return { ...trigger, effectiveMetricType: trigger.scaler?.defaultMetricType };
}

function readJobs(reader: FieldReader): FleetJobs {
    const strategy = (member: string): Path => ["spec", "scalingStrategy", member];
    const job = (member: string): Path => ["spec", "jobTargetRef", member];
    const conditions = strategy("pendingPodConditions");
    return {
        strategy: withDefault(reader.textUnlessEmpty(strategy("strategy")), DEFAULTS.strategy),
        deduction: reader.integer(strategy("customScalingQueueLengthDeduction")),
        percentage: reader.textUnlessEmpty(strategy("customScalingRunningJobPercentage")),
        pendingPodConditions: reader.list(conditions).map(({ path }) => reader.text(path)),
        pendingPodConditionsPath: conditions,
        arePendingPodConditionsUnknown: reader.isUnknown(conditions),
        calculation: withDefault(
            reader.textUnlessEmpty(strategy("multipleScalersCalculation")),
            DEFAULTS.calculation,
        ),
        rollout: reader.textUnlessEmpty(["spec", "rollout", "strategy"]),
        formerRollout: reader.textUnlessEmpty(["spec", "rolloutStrategy"]),
        propagation: withDefault(
            reader.textUnlessEmpty(["spec", "rollout", "propagationPolicy"]),
            DEFAULTS.propagation,
        ),
        successfulHistory: withDefault(
            reader.integer(["spec", "successfulJobsHistoryLimit"]),
            DEFAULTS.history,
        ),
        failedHistory: withDefault(reader.integer(["spec", "failedJobsHistoryLimit"]), DEFAULTS.history),
        parallelism: withDefault(reader.integer(job("parallelism")), DEFAULTS.parallelism),
        backoffLimit: withDefault(reader.integer(job("backoffLimit")), DEFAULTS.backoffLimit),
        activeDeadline: reader.integer(job("activeDeadlineSeconds")),
    };
}

/** Reads a ScaledJob as the workload whose pods its jobs run; KEDA labels them with its name. */
export function readJobWorkload(reader: FieldReader): Omit<FleetWorkload, "disruptionBudgets"> {
    const workload = readWorkload(reader, TEMPLATE);
    return {
        ...workload,
        podLabels: { ...workload.podLabels, [NAME_LABEL]: workload.name },
        replicas: absent(["spec"]),
    };
}
