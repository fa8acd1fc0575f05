import {
    API_VERSION,
    boolean,
    choice,
    CONDITION,
    data,
    DNS_NAME,
    group,
    inputOf,
    integer,
    KIND,
    listOf,
    mapOf,
    OBJECT_NAME,
    POSITIVE_QUANTITY,
    RELATIVE_PATH,
    seconds,
    SECRET_KEY,
    text,
    textOf,
} from "../arguments";
import {
    AccessMode,
    JobRollout,
    JobStrategy,
    PodManagement,
    SecurityLevel,
    TriggerCombination,
    WorkloadKind,
} from "./choices";
import { CONTAINER_SHAPE, INIT_CONTAINER_SHAPE, SIDECAR_SHAPE } from "./container-shape";

const claim = {
    storage: textOf(POSITIVE_QUANTITY),
    storageClassName: inputOf(OBJECT_NAME),
    accessModes: listOf(choice(AccessMode), true),
};

const statefulSet = group({
    claimTemplates: listOf(
        group({ name: textOf(DNS_NAME), ...claim, mountPath: text }, { required: ["name", "storage"] }),
    ),
    retainClaimsWhenScaled: boolean,
    retainClaimsWhenDeleted: boolean,
    ordinalsStart: integer(0),
    podManagement: choice(PodManagement),
});

const job = group({
    scalingStrategy: choice(JobStrategy),
    customScalingQueueLengthDeduction: integer(0),
    customScalingRunningJobPercentage: { kind: "number", min: 0, max: 1 },
    pendingPodConditions: listOf(textOf(CONDITION)),
    multipleScalersCalculation: choice(TriggerCombination),
    rollout: choice(JobRollout),
    successfulJobsHistoryLimit: integer(0),
    failedJobsHistoryLimit: integer(0),
    activeDeadlineSeconds: integer(1),
    backoffLimit: integer(0),
});

const keys = group(
    { name: inputOf(OBJECT_NAME), items: mapOf(textOf(RELATIVE_PATH), SECRET_KEY, true) },
    { required: ["name"] },
);

const volume = group(
    {
        name: textOf(DNS_NAME),
        emptyDir: group({ sizeLimit: textOf(POSITIVE_QUANTITY), inMemory: boolean }),
        secret: keys,
        configMap: keys,
        persistentVolumeClaim: group(
            { claimName: inputOf(OBJECT_NAME), readOnly: boolean },
            { required: ["claimName"] },
        ),
        ephemeral: group(claim, { required: ["storage"] }),
    },
    {
        required: ["name"],
        exactlyOne: [["emptyDir", "secret", "configMap", "persistentVolumeClaim", "ephemeral"]],
    },
);

/** The form of `WorkloadArgs`. */
export const WORKLOAD_SHAPE = group(
    {
        container: CONTAINER_SHAPE,
        podTemplate: data,
        existing: group(
            { apiVersion: textOf(API_VERSION), kind: textOf(KIND), name: inputOf(OBJECT_NAME) },
            { required: ["name"] },
        ),
        kind: choice(WorkloadKind),
        statefulSet,
        job,
        sidecars: listOf(SIDECAR_SHAPE),
        initContainers: listOf(INIT_CONTAINER_SHAPE),
        volumes: listOf(volume),
        imagePullSecrets: listOf(inputOf(OBJECT_NAME)),
        runtimeClassName: inputOf(OBJECT_NAME),
        serviceAccountName: inputOf(OBJECT_NAME),
        security: choice(SecurityLevel),
        fsGroup: integer(0),
        terminationGracePeriodSeconds: seconds,
    },
    { exactlyOne: [["container", "podTemplate", "existing"]] },
);
