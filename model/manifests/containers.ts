import type { Leaf, OriginEntry } from "../declared";
import type { AnyPoolContainer, ContainerWorkload, PoolKey, PoolSideContainer, Pool } from "../pool";
import { CONTAINER_NAME, SecurityLevel } from "../pool";

const TEMPORARY_PATH = "/tmp";

type Fields = Readonly<Record<string, unknown>>;

/** The pool's own container. */
export function mainContainer(pool: Pool, workload: ContainerWorkload): Fields {
    const { container, statefulSet } = workload;
    const claims = (statefulSet?.claimTemplates ?? []).map(({ name, mountPath }) => ({ name, mountPath }));
    const { startup, readiness, liveness } = pool.probes;
    return {
        ...containerFields(CONTAINER_NAME, container, workload, claims),
        ...(startup === undefined ? {} : { startupProbe: startup }),
        ...(readiness === undefined ? {} : { readinessProbe: readiness }),
        ...(liveness === undefined ? {} : { livenessProbe: liveness }),
        ...preStop(container.preStop),
    };
}

/**
 * Sidecars, which are init containers that go on, before those that run to their end: what prepares the pod may need
 * the proxy.
 */
export function initContainers(workload: ContainerWorkload): readonly Fields[] {
    return [
        ...workload.sidecars.map((sidecar) => ({
            ...containerFields(sidecar.name, sidecar, workload),
            restartPolicy: "Always",
        })),
        ...workload.initContainers.map((container) => containerFields(container.name, container, workload)),
    ];
}

/** The scratch volumes of a restricted pod: one for each container, since what they run as may differ. */
export function temporaryVolumes(workload: ContainerWorkload): readonly string[] {
    if (workload.security !== SecurityLevel.Restricted) return [];
    const own = [CONTAINER_NAME, workload.container] as const;
    const others = [...workload.sidecars, ...workload.initContainers].map(
        (container: PoolSideContainer) => [container.name, container] as const,
    );
    return [own, ...others]
        .filter(([, container]) => needsTemporary(container))
        .map(([name]) => temporaryVolume(name));
}

/** The scratch volume of a container. */
function temporaryVolume(container: string): string {
    return container === CONTAINER_NAME ? "tmp" : `tmp-${container}`;
}

function needsTemporary({ volumeMounts }: AnyPoolContainer): boolean {
    return !volumeMounts.some(({ mountPath }) => mountPath === TEMPORARY_PATH);
}

function containerFields(
    name: string,
    container: AnyPoolContainer,
    { security }: ContainerWorkload,
    claims: readonly object[] = [],
): Fields {
    const { image, command, args, envFromSecrets, envFromConfigMaps, ports, requests, limits } = container;
    const isRestricted = security === SecurityLevel.Restricted;
    const mounts = [
        ...(isRestricted && needsTemporary(container)
            ? [{ name: temporaryVolume(name), mountPath: TEMPORARY_PATH }]
            : []),
        ...claims,
        ...container.volumeMounts,
    ];
    const variables = environment(container);
    const envFrom = [
        ...envFromSecrets.map((secret) => ({ secretRef: { name: secret } })),
        ...envFromConfigMaps.map((configMap) => ({ configMapRef: { name: configMap } })),
    ];
    return {
        name,
        image,
        ...(command === undefined ? {} : { command }),
        ...(args === undefined ? {} : { args }),
        ...(variables.length === 0 ? {} : { env: variables }),
        ...(envFrom.length === 0 ? {} : { envFrom }),
        ...(ports.length === 0 ? {} : { ports }),
        resources: { requests, ...(Object.keys(limits).length === 0 ? {} : { limits }) },
        ...(isRestricted ? { securityContext: RESTRICTED } : {}),
        ...(mounts.length === 0 ? {} : { volumeMounts: mounts }),
    };
}

const RESTRICTED: Fields = {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
};

/** Variables in the order of their kinds; one of a name in two kinds was refused. */
function environment({ env, secretEnv, configEnv }: AnyPoolContainer): readonly object[] {
    const references = (kind: string, keys: Readonly<Record<string, PoolKey>>): object[] =>
        Object.entries(keys).map(([name, { name: source, key }]) => ({
            name,
            valueFrom: { [kind]: { name: source satisfies Leaf<string>, key } },
        }));
    return [
        ...Object.entries(env).map(([name, value]) => ({ name, value })),
        ...references("secretKeyRef", secretEnv),
        ...references("configMapKeyRef", configEnv),
    ];
}

function preStop(hook: ContainerWorkload["container"]["preStop"]): Fields {
    if (hook?.exec !== undefined) return { lifecycle: { preStop: { exec: hook.exec } } };
    const seconds = hook?.sleepSeconds ?? 0;
    return seconds === 0 ? {} : { lifecycle: { preStop: { sleep: { seconds } } } };
}

/** Where the parts of the containers come from; `podSpec` is the place of the pod's spec. */
export function containerOrigins(
    workload: ContainerWorkload,
    podSpec: readonly (string | number)[],
): readonly OriginEntry[] {
    const own = [...podSpec, "containers", 0];
    const { sidecars, initContainers: preparing, container } = workload;
    return [
        ...anyOrigins(own, "workload.container"),
        ...(container.limitsFollowRequests
            ? [
                  [
                      [...own, "resources", "limits"],
                      "workload.container.resources.requests",
                      "mirrored",
                  ] as const,
              ]
            : []),
        [[...own, "startupProbe"], "probes.startup", "mirrored"],
        [[...own, "readinessProbe"], "probes.readiness", "mirrored"],
        [[...own, "livenessProbe"], "probes.liveness", "mirrored"],
        [[...own, "lifecycle"], "workload.container.preStop"],
        ...sidecars.flatMap((_, index) =>
            anyOrigins([...podSpec, "initContainers", index], `workload.sidecars[${index}]`),
        ),
        ...preparing.flatMap((_, index) =>
            anyOrigins(
                [...podSpec, "initContainers", sidecars.length + index],
                `workload.initContainers[${index}]`,
            ),
        ),
    ];
}

function anyOrigins(place: readonly (string | number)[], argument: string): readonly OriginEntry[] {
    return [
        [place, argument],
        [[...place, "image"], `${argument}.image`],
        [[...place, "env"], `${argument}.env`],
        [[...place, "envFrom"], `${argument}.envFromSecrets`],
        [[...place, "ports"], `${argument}.ports`, "mirrored"],
        [[...place, "resources"], `${argument}.resources`, "mirrored"],
        [[...place, "volumeMounts"], `${argument}.volumeMounts`],
        [[...place, "securityContext"], "workload.security"],
    ];
}
