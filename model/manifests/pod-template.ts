import type { Pool, PoolWorkload, ProbeArgs } from "../pool";
import { SecurityLevel } from "../pool";
import type { OriginEntry } from "./declare";
import { poolLabels, templateLabels } from "./metadata";

/** The name of the pool's container. */
export const CONTAINER_NAME = "agent";

type ContainerWorkload = Extract<PoolWorkload, { kind: "container" }>;
type TemplateWorkload = Extract<PoolWorkload, { kind: "podTemplate" }>;
type Fields = Readonly<Record<string, unknown>>;

/** The pod template of a pool that brings its own workload. */
export function podTemplate(pool: Pool, workload: ContainerWorkload | TemplateWorkload): Fields {
    return workload.kind === "container"
        ? templateOfContainer(pool, workload)
        : templateAsGiven(pool, workload);
}

function templateAsGiven(pool: Pool, { template, serviceAccountName }: TemplateWorkload): Fields {
    return {
        ...template,
        metadata: {
            ...template.metadata,
            labels: templateLabels(pool, template.metadata?.["labels"] as Fields | undefined),
        },
        spec: { ...template.spec, ...(serviceAccountName === undefined ? {} : { serviceAccountName }) },
    };
}

function templateOfContainer(pool: Pool, workload: ContainerWorkload): Fields {
    const { container, serviceAccountName, terminationGracePeriodSeconds, statefulSet } = workload;
    const restricted = container.security === SecurityLevel.Restricted;
    return {
        metadata: { labels: poolLabels(pool) },
        spec: {
            ...(serviceAccountName === undefined
                ? { automountServiceAccountToken: false }
                : { serviceAccountName }),
            ...podSecurity(restricted, statefulSet?.fsGroup),
            terminationGracePeriodSeconds,
            containers: [containerSpec(pool, workload, restricted)],
            ...(restricted ? { volumes: [{ name: "tmp", emptyDir: {} }] } : {}),
        },
    };
}

function podSecurity(restricted: boolean, fsGroup: number | undefined): Fields {
    if (!restricted && fsGroup === undefined) return {};
    return {
        securityContext: {
            ...(restricted ? { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } } : {}),
            // Without the policy every start walks through all files of a volume.
            ...(fsGroup === undefined ? {} : { fsGroup, fsGroupChangePolicy: "OnRootMismatch" }),
        },
    };
}

function containerSpec(
    pool: Pool,
    { container, statefulSet }: ContainerWorkload,
    restricted: boolean,
): Fields {
    const { image, command, args, env, envFromSecrets, ports, requests, limits } = container;
    const mounts = [
        ...(restricted ? [{ name: "tmp", mountPath: "/tmp" }] : []),
        ...(statefulSet?.claimTemplates ?? []).map(({ name, mountPath }) => ({ name, mountPath })),
    ];
    const variables = Object.entries(env).map(([name, value]) => ({ name, value }));
    return {
        name: CONTAINER_NAME,
        image,
        ...(command === undefined ? {} : { command }),
        ...(args === undefined ? {} : { args }),
        ...(variables.length === 0 ? {} : { env: variables }),
        ...(envFromSecrets.length === 0
            ? {}
            : { envFrom: envFromSecrets.map((name) => ({ secretRef: { name } })) }),
        ...(ports.length === 0 ? {} : { ports }),
        resources: { requests, ...(Object.keys(limits).length === 0 ? {} : { limits }) },
        ...probes(pool),
        ...(restricted
            ? {
                  securityContext: {
                      allowPrivilegeEscalation: false,
                      readOnlyRootFilesystem: true,
                      capabilities: { drop: ["ALL"] },
                  },
              }
            : {}),
        ...(mounts.length === 0 ? {} : { volumeMounts: mounts }),
    };
}

function probes(pool: Pool): Fields {
    const entries: [string, ProbeArgs | undefined][] = [
        ["startupProbe", pool.probes.startup],
        ["readinessProbe", pool.probes.readiness],
        ["livenessProbe", pool.probes.liveness],
    ];
    return Object.fromEntries(entries.filter(([, probe]) => probe !== undefined));
}

/** Where the parts of a pod template come from. */
export function podTemplateOrigins(workload: ContainerWorkload | TemplateWorkload): readonly OriginEntry[] {
    const template = ["spec", "template"];
    if (workload.kind === "podTemplate") return [[template, "workload.podTemplate", "mirrored"]];
    const spec = [...template, "spec"];
    const container = [...spec, "containers", 0];
    return [
        [template, "workload"],
        [[...template, "metadata", "labels"], "labels", "mirrored"],
        [[...spec, "serviceAccountName"], "workload.serviceAccountName"],
        [[...spec, "terminationGracePeriodSeconds"], "workload.terminationGracePeriodSeconds"],
        [[...spec, "securityContext"], "workload.security"],
        [[...spec, "securityContext", "fsGroup"], "workload.statefulSet.fsGroup"],
        [container, "workload.container"],
        [[...container, "image"], "workload.container.image"],
        [[...container, "env"], "workload.container.env"],
        [[...container, "envFrom"], "workload.container.envFromSecrets"],
        [[...container, "ports"], "workload.container.ports", "mirrored"],
        [[...container, "resources"], "workload.container.resources", "mirrored"],
        ...(workload.container.limitsFollowRequests
            ? [
                  [
                      [...container, "resources", "limits"],
                      "workload.container.resources.requests",
                      "mirrored",
                  ] as const,
              ]
            : []),
        [[...container, "startupProbe"], "probes.startup", "mirrored"],
        [[...container, "readinessProbe"], "probes.readiness", "mirrored"],
        [[...container, "livenessProbe"], "probes.liveness", "mirrored"],
        [[...container, "securityContext"], "workload.security"],
    ];
}
