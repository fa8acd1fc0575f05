import { isGivenWhole } from "../capacity";
import type { Leaf } from "../declared";
import type { AgentPoolArgs } from "./args";
import { ARCHETYPES } from "./archetypes";
import { QosClass } from "./choices";
import type {
    AnyContainerArgs,
    ContainerArgs,
    InitContainerArgs,
    KeyArgs,
    PreStopArgs,
    ResourcesArgs,
    SidecarArgs,
} from "./container-args";
import { leafOf } from "./leaf-of";
import type { Ledger } from "./ledger";
import type { AnyPoolContainer, PoolContainer, PoolKey, PoolSideContainer } from "./pool-workload";

type Amounts = Readonly<Record<string, string>>;

/** Decides the pool's own container. */
export function resolveContainer(
    container: ContainerArgs,
    { archetype, qosClass }: AgentPoolArgs,
    ledger: Ledger,
): PoolContainer {
    const at = "workload.container";
    const preStop = resolvePreStop(container, archetype, ledger);
    return {
        ...runs(container, at),
        image: ledger.given(`${at}.image`, leafOf(container.image, `${at}.image`)),
        ports: container.ports ?? [],
        requests: ledger.given(`${at}.resources.requests`, container.resources.requests),
        limits: resolveLimits(container.resources, qosClass, at, ledger),
        limitsFollowRequests: container.resources.limits === undefined,
        ...(preStop === undefined ? {} : { preStop }),
    };
}

/** Decides the containers that run beside the pool's own. */
export function resolveSidecars(
    sidecars: readonly SidecarArgs[],
    qosClass: QosClass | undefined,
    ledger: Ledger,
): PoolSideContainer[] {
    return sidecars.map((sidecar, index) => {
        const at = `workload.sidecars[${index}]`;
        return {
            name: sidecar.name,
            ...runs(sidecar, at),
            ports: sidecar.ports ?? [],
            requests: ledger.given(`${at}.resources.requests`, sidecar.resources.requests),
            limits: resolveLimits(sidecar.resources, qosClass, at, ledger),
        };
    });
}

/** Decides the containers that run before the pool's own; the pod reserves no more for them unless they ask for more. */
export function resolveInitContainers(
    initContainers: readonly InitContainerArgs[],
    { requests, limits }: PoolContainer,
    qosClass: QosClass | undefined,
    ledger: Ledger,
): PoolSideContainer[] {
    return initContainers.map((container, index) => {
        const at = `workload.initContainers[${index}]`;
        const { name, resources } = container;
        const amounts =
            resources === undefined
                ? ledger.or(
                      `${at}.resources`,
                      undefined,
                      { requests: withoutDevices(requests), limits: withoutDevices(limits) },
                      "as the pool's container: the pod has reserved that anyway, and the two never run together",
                  )
                : {
                      requests: ledger.given(`${at}.resources.requests`, resources.requests),
                      limits: resolveLimits(resources, qosClass, at, ledger),
                  };
        return { name, ...runs(container, at), ports: [], ...amounts };
    });
}

/** GPUs and other devices, which a container that only prepares has no use for. */
function withoutDevices(amounts: Amounts): Amounts {
    return Object.fromEntries(Object.entries(amounts).filter(([resource]) => !isGivenWhole(resource)));
}

/** What a container runs, with what it is given. */
function runs(
    container: AnyContainerArgs,
    at: string,
): Omit<AnyPoolContainer, "ports" | "requests" | "limits"> {
    const leaves = (values: readonly unknown[], path: string): Leaf<string>[] =>
        values.map((value, index) => leafOf(value, `${path}[${index}]`));
    const { image, command, args, env = {}, envFromSecrets = [], envFromConfigMaps = [] } = container;
    return {
        image: leafOf(image, `${at}.image`),
        ...(command === undefined ? {} : { command: leaves(command, `${at}.command`) }),
        ...(args === undefined ? {} : { args: leaves(args, `${at}.args`) }),
        env: mapped(env, (value, name) => leafOf(value, `${at}.env.${name}`)),
        secretEnv: keys(container.secretEnv, `${at}.secretEnv`),
        configEnv: keys(container.configEnv, `${at}.configEnv`),
        envFromSecrets: leaves(envFromSecrets, `${at}.envFromSecrets`),
        envFromConfigMaps: leaves(envFromConfigMaps, `${at}.envFromConfigMaps`),
        volumeMounts: container.volumeMounts ?? [],
    };
}

function keys(given: Readonly<Record<string, KeyArgs>> = {}, at: string): Readonly<Record<string, PoolKey>> {
    return mapped(given, ({ name, key }, variable) => ({
        name: leafOf(name, `${at}.${variable}.name`),
        key,
    }));
}

function mapped<T, U>(
    record: Readonly<Record<string, T>>,
    change: (value: T, key: string) => U,
): Readonly<Record<string, U>> {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

function resolvePreStop(
    { ports = [], preStop }: ContainerArgs,
    archetype: AgentPoolArgs["archetype"],
    ledger: Ledger,
): PreStopArgs | undefined {
    const path = "workload.container.preStop";
    const fallback = ARCHETYPES[archetype].preStopSeconds;
    // Nobody calls a container without a port, and a hook of no seconds does nothing.
    if (preStop === undefined && (ports.length === 0 || fallback.value === 0)) return undefined;
    return ledger.archetype(path, preStop, { ...fallback, value: { sleepSeconds: fallback.value } });
}

function resolveLimits(
    { requests, limits }: ResourcesArgs,
    qosClass: QosClass | undefined,
    at: string,
    ledger: Ledger,
): Amounts {
    const path = `${at}.resources.limits`;
    if (qosClass === QosClass.Guaranteed) {
        return ledger.or(path, limits, requests, "qosClass Guaranteed: limits equal requests", "derived");
    }
    const devices = Object.fromEntries(
        Object.entries(requests).filter(([resource]) => isGivenWhole(resource)),
    );
    const memory = requests["memory"];
    const reasons = [
        ...(memory === undefined
            ? ["no memory is requested that a limit could follow"]
            : [
                  "memory as requested: a pod that outgrows it is stopped alone, not its neighbours; CPU is left free",
              ]),
        ...(Object.keys(devices).length === 0
            ? []
            : ["devices are given whole, so Kubernetes asks for the same limit"]),
    ];
    const followed = { ...(memory === undefined ? {} : { memory }), ...devices };
    return ledger.or(path, limits, followed, reasons.join("; "));
}
