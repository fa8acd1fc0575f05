import fc from "fast-check";
import type {
    AutoscaledAgentPoolArgs,
    ContainerArgs,
    PlacementArgs,
    ResourcesArgs,
    ScaleArgs,
    ScheduleArgs,
    TaskArgs,
    VolumeArgs,
    WorkloadArgs,
} from "../../../../model/pool";
import {
    AccessMode,
    AgentArchetype,
    AgentState,
    JobRollout,
    JobStrategy,
    PlacementStrategy,
    PodManagement,
    QosClass,
    ScalingPause,
    ScalingPolicyType,
    SecurityLevel,
    SelectPolicy,
    TaintEffect,
    TriggerCombination,
    WorkloadKind,
} from "../../../../model/pool";
import { workloadKind } from "../../../../model/pool/resolve-kind";
import { scalerOf, startsJobs } from "../../../../model/triggers";
import { SMALLEST } from "../../triggers/support/smallest";

const choice = <T extends string>(values: Readonly<Record<string, T>>): fc.Arbitrary<T> =>
    fc.constantFrom(...Object.values(values));
/** Members that are each there or not. */
const some = <T>(members: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> =>
    fc.record(members, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;

const name = fc.stringMatching(/^[a-z]([a-z0-9-]{0,10}[a-z0-9])?$/);
const label = fc.dictionary(
    fc.stringMatching(/^([a-z]{1,8}\.example\/)?[a-zA-Z]([a-zA-Z0-9_.-]{0,8}[a-zA-Z0-9])?$/),
    fc.stringMatching(/^([a-zA-Z0-9]([a-zA-Z0-9_.-]{0,8}[a-zA-Z0-9])?)?$/),
    { maxKeys: 3 },
);
const cpu = fc.constantFrom("10m", "100m", "0.5", "1", "1500m", "4");
const memory = fc.constantFrom("16Mi", "128Mi", "1Gi", "1.5Gi", "4e9", "512M");

const resources: fc.Arbitrary<ResourcesArgs> = fc
    .record({
        requests: some({ cpu, memory, "nvidia.com/gpu": fc.constantFrom("1", "2") }),
        limits: fc.option(fc.constantFrom("same" as const, "more" as const), { nil: undefined }),
    })
    .map(({ requests, limits }) => {
        const amounts = requests as Record<string, string>;
        if (limits === undefined) return { requests: amounts };
        const larger: Readonly<Record<string, string>> = { cpu: "8", memory: "16Gi" };
        const limited = Object.entries(amounts).map(([resource, amount]) => [
            resource,
            limits === "same" ? amount : (larger[resource] ?? amount),
        ]);
        return { requests: amounts, limits: Object.fromEntries(limited) as Record<string, string> };
    });

const key = fc.record({ name, key: fc.stringMatching(/^[a-zA-Z0-9._-]{1,8}$/) });
const anyContainer = {
    image: fc.constantFrom("registry.invalid/agent:1", "registry.invalid/agent@sha256:" + "0".repeat(64)),
    command: fc.array(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 2 }),
    args: fc.array(fc.string({ maxLength: 8 }), { maxLength: 2 }),
    env: fc.dictionary(fc.stringMatching(/^A[A-Z_]{0,6}$/), fc.string({ maxLength: 10 }), { maxKeys: 2 }),
    secretEnv: fc.dictionary(fc.stringMatching(/^B[A-Z_]{0,6}$/), key, { maxKeys: 2 }),
    configEnv: fc.dictionary(fc.stringMatching(/^C[A-Z_]{0,6}$/), key, { maxKeys: 2 }),
    envFromSecrets: fc.array(name, { maxLength: 2 }),
    envFromConfigMaps: fc.array(name, { maxLength: 2 }),
};

const container: fc.Arbitrary<ContainerArgs> = fc.record(
    {
        ...anyContainer,
        resources,
        ports: fc.uniqueArray(
            fc.record(
                {
                    containerPort: fc.integer({ min: 1, max: 65_535 }),
                    name: fc.stringMatching(/^p[a-z]{1,5}$/),
                },
                { requiredKeys: ["containerPort"] },
            ),
            { maxLength: 2, selector: ({ containerPort, name: port }) => port ?? containerPort },
        ),
        preStop: fc.oneof(
            fc.record({ sleepSeconds: fc.integer({ min: 0, max: 25 }) }),
            fc.record({ exec: fc.record({ command: fc.tuple(fc.constant("/bin/true")) }) }),
        ),
    },
    { requiredKeys: ["image", "resources"] },
);

const volume: fc.Arbitrary<Omit<VolumeArgs, "name">> = fc.oneof(
    some({ sizeLimit: memory, inMemory: fc.boolean() }).map((emptyDir) => ({ emptyDir })),
    name.map((secret) => ({ secret: { name: secret, items: { key: "a/b" } } })),
    name.map((configMap) => ({ configMap: { name: configMap } })),
    fc.record({ claimName: name, readOnly: fc.boolean() }).map((claim) => ({ persistentVolumeClaim: claim })),
    fc
        .record({ storage: memory, accessModes: fc.tuple(fc.constant(AccessMode.ReadWriteOnce)) })
        .map((ephemeral) => ({
            ephemeral,
        })),
);

/** Sidecars, init containers and volumes whose names do not meet. */
const extras: fc.Arbitrary<Partial<WorkloadArgs>> = fc
    .record({
        volumes: fc.array(volume, { maxLength: 2 }),
        sidecar: fc.option(
            fc.record({ ...anyContainer, resources }, { requiredKeys: ["image", "resources"] }),
        ),
        preparing: fc.option(fc.record({ ...anyContainer, resources }, { requiredKeys: ["image"] })),
    })
    .map(({ volumes, sidecar, preparing }) => ({
        volumes: volumes.map((each, index) => ({ name: `v${index}`, ...each })),
        ...(sidecar === null ? {} : { sidecars: [{ name: "beside", ...sidecar }] }),
        ...(preparing === null ? {} : { initContainers: [{ name: "before", ...preparing }] }),
    }));

const statefulSet = some({
    claimTemplates: fc.constant([{ name: "data", storage: "1Gi", mountPath: "/data" }]),
    retainClaimsWhenScaled: fc.boolean(),
    retainClaimsWhenDeleted: fc.boolean(),
    ordinalsStart: fc.nat({ max: 9 }),
    podManagement: choice(PodManagement),
});

const job = some({
    scalingStrategy: choice(JobStrategy),
    customScalingQueueLengthDeduction: fc.nat({ max: 5 }),
    customScalingRunningJobPercentage: fc.double({ min: 0, max: 1, noNaN: true }),
    pendingPodConditions: fc.subarray(["Ready", "PodScheduled"]),
    multipleScalersCalculation: choice(TriggerCombination),
    rollout: choice(JobRollout),
    activeDeadlineSeconds: fc.integer({ min: 1, max: 100_000 }),
    backoffLimit: fc.nat({ max: 9 }),
});

const kind = fc.oneof(
    fc.constant({}),
    fc.constant({ kind: WorkloadKind.Deployment }),
    statefulSet.map((settings) => ({ kind: WorkloadKind.StatefulSet, statefulSet: settings })),
    job.map((settings) => ({ kind: WorkloadKind.Job, job: settings })),
) as fc.Arbitrary<Partial<WorkloadArgs>>;

const workload: fc.Arbitrary<WorkloadArgs> = fc
    .record({
        container,
        extras,
        kind,
        others: some({
            imagePullSecrets: fc.array(name, { maxLength: 2 }),
            serviceAccountName: name,
            security: choice(SecurityLevel),
            fsGroup: fc.nat({ max: 5000 }),
            terminationGracePeriodSeconds: fc.nat({ max: 1000 }),
        }),
    })
    .map(({ container: own, extras: more, kind: runs, others }) => {
        const mounts = (more.volumes ?? []).map(({ name: mounted }) => ({
            name: mounted,
            mountPath: `/${mounted}`,
        }));
        return { container: { ...own, volumeMounts: mounts }, ...more, ...runs, ...others };
    });

const rules = some({
    stabilizationWindowSeconds: fc.integer({ min: 0, max: 3600 }),
    selectPolicy: choice(SelectPolicy),
    policies: fc.array(
        fc.record({
            type: choice(ScalingPolicyType),
            value: fc.integer({ min: 1, max: 200 }),
            periodSeconds: fc.integer({ min: 1, max: 1800 }),
        }),
        { minLength: 1, maxLength: 3 },
    ),
    tolerance: fc.constantFrom(0, 0.05, 0.5),
});

const schedule: fc.Arbitrary<Omit<ScheduleArgs, "name">> = fc
    .record({
        hour: fc.integer({ min: 0, max: 11 }),
        hours: fc.integer({ min: 1, max: 12 }),
        minReplicas: fc.nat(30),
    })
    .map(({ hour, hours, minReplicas }) => ({
        start: `0 ${hour} * * *`,
        end: `0 ${hour + hours} * * *`,
        timeZone: "Europe/Berlin",
        minReplicas,
    }));

const scale: fc.Arbitrary<ScaleArgs> = fc
    .record(
        {
            minReplicas: fc.nat({ max: 12 }),
            more: fc.nat({ max: 40 }),
            triggers: fc.array(
                fc.oneof(
                    { weight: 4, arbitrary: fc.constantFrom(...SMALLEST) },
                    { weight: 1, arbitrary: fc.constant({ cpu: { averageUtilization: 70 } }) },
                    { weight: 1, arbitrary: fc.constant({ memory: { averageValue: "1Gi" } }) },
                ),
                { minLength: 1, maxLength: 3 },
            ),
            schedules: fc.array(schedule, { maxLength: 2 }),
            scaleToZeroWhenIdle: fc.boolean(),
            behavior: some({ scaleUp: rules, scaleDown: rules }),
            pollingIntervalSeconds: fc.integer({ min: 1, max: 100 }),
            cooldownSeconds: fc.nat({ max: 5000 }),
            onMetricLoss: fc.record({
                replicas: fc.integer({ min: 1, max: 9 }),
                failureThreshold: fc.nat(9),
            }),
            pause: choice(ScalingPause),
        },
        { requiredKeys: ["minReplicas", "more", "triggers"] },
    )
    .map(({ more, schedules, ...others }) => ({
        ...others,
        maxReplicas: Math.max(1, others.minReplicas + more),
        triggers: others.triggers.map((trigger, index) => ({ ...trigger, name: `t${index}` })),
        ...(schedules === undefined
            ? {}
            : { schedules: schedules.map((each, index) => ({ name: `s${index}`, ...each })) }),
    }));

const placement: fc.Arbitrary<Partial<PlacementArgs>> = some({
    strategy: choice(PlacementStrategy),
    nodePool: fc
        .record({ key: name, value: name, effect: choice(TaintEffect) })
        .map(({ key: taint, value, effect }) => ({
            name: "own",
            labels: { [taint]: value },
            taints: [{ key: taint, value, effect }],
        })),
    nodeSelector: label,
    tolerations: fc.array(
        fc.record({ key: name, value: name, effect: choice(TaintEffect) }, { requiredKeys: ["key"] }),
        { maxLength: 2 },
    ),
    nodeLossSeconds: fc.nat({ max: 1000 }),
});

const task: fc.Arbitrary<Partial<TaskArgs>> = some({
    p99Seconds: fc.integer({ min: 1, max: 5000 }),
    coldStartSeconds: fc.nat({ max: 900 }),
    redelivered: fc.boolean(),
    interruptible: fc.boolean(),
    state: choice(AgentState),
});

/**
 * Pools of every kind with whatever they may have, of the right form; many are refused for what they combine, and the
 * rest is what a property is about.
 */
export function arbitraryPool(namespace: string): fc.Arbitrary<AutoscaledAgentPoolArgs> {
    return fc
        .record(
            {
                archetype: choice(AgentArchetype),
                workload,
                scale,
                task,
                placement,
                disruption: fc.oneof(
                    fc.constantFrom("1", "25%", "100%").map((maxUnavailable) => ({ maxUnavailable })),
                    fc.constantFrom("1", "50%").map((minAvailable) => ({ minAvailable })),
                ),
                qosClass: fc.oneof(
                    { weight: 5, arbitrary: fc.constant(undefined) },
                    { weight: 1, arbitrary: choice(QosClass) },
                ),
                labels: label,
                annotations: label,
            },
            { requiredKeys: ["archetype", "workload", "scale"] },
        )
        .map((args) => fitting({ ...args, namespace } as AutoscaledAgentPoolArgs));
}

/** Leaves out what a pool of jobs has no use for: it would be refused, and hardly a job would be left. */
function fitting(args: AutoscaledAgentPoolArgs): AutoscaledAgentPoolArgs {
    if (workloadKind(args) !== WorkloadKind.Job) return args;
    const others = Object.fromEntries(Object.entries(args).filter(([member]) => member !== "disruption"));
    const { minReplicas, maxReplicas, triggers, pollingIntervalSeconds } = args.scale;
    const { job: settings } = args.workload;
    const isCustom = settings?.scalingStrategy === JobStrategy.Custom;
    const usual = Object.fromEntries(
        Object.entries(settings ?? {}).filter(([member]) => isCustom || !member.startsWith("custom")),
    );
    return {
        ...others,
        workload: { ...args.workload, ...(settings === undefined ? {} : { job: usual }) },
        scale: {
            minReplicas,
            maxReplicas,
            triggers: triggers.filter((trigger) => {
                const scaler = scalerOf(trigger);
                return scaler !== undefined && scaler.scaledJob && startsJobs(scaler);
            }),
            ...(pollingIntervalSeconds === undefined ? {} : { pollingIntervalSeconds }),
        },
    } as AutoscaledAgentPoolArgs;
}
