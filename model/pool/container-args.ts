import type { Input } from "@pulumi/pulumi";

/** What every container of a pod has. */
export interface AnyContainerArgs {
    /** The image, with a tag or a digest. */
    image: Input<string>;
    /** The entry point. Default: the image's. */
    command?: Input<string>[];
    /** Arguments of the entry point. Default: the image's. */
    args?: Input<string>[];
    /** Plain environment variables by name. Secrets belong in `secretEnv` or `envFromSecrets`. */
    env?: Record<string, Input<string>>;
    /** Environment variables by name, each a key of a Secret. */
    secretEnv?: Record<string, KeyArgs>;
    /** Environment variables by name, each a key of a ConfigMap. */
    configEnv?: Record<string, KeyArgs>;
    /** Names of Secrets whose keys become environment variables. */
    envFromSecrets?: Input<string>[];
    /** Names of ConfigMaps whose keys become environment variables. */
    envFromConfigMaps?: Input<string>[];
    /** Where it finds volumes of `workload.volumes`. */
    volumeMounts?: VolumeMountArgs[];
}

/** The pool's container. */
export interface ContainerArgs extends AnyContainerArgs {
    /** Ports that the container listens on. */
    ports?: PortArgs[];
    /** CPU, memory and other resources. */
    resources: ResourcesArgs;
    /** What happens in the container before it is asked to stop; counts into the grace period. Default: by archetype. */
    preStop?: PreStopArgs;
}

/**
 * A container that runs beside the pool's own, such as a proxy: it starts before it and ends after it, also in a Job
 * (an init container with `restartPolicy: Always`).
 */
export interface SidecarArgs extends AnyContainerArgs {
    /** Its name in the pod. */
    name: string;
    /** Ports that it listens on. */
    ports?: PortArgs[];
    /** CPU, memory and other resources; they count into what the pod reserves. */
    resources: ResourcesArgs;
}

/** A container that runs to its end before the others start. */
export interface InitContainerArgs extends AnyContainerArgs {
    /** Its name in the pod. */
    name: string;
    /** CPU, memory and other resources. Default: those of the pool's container, which the pod has reserved anyway. */
    resources?: ResourcesArgs;
}

/** One key of a Secret or a ConfigMap. */
export interface KeyArgs {
    /** The name of the Secret or ConfigMap. */
    name: Input<string>;
    /** The key in it. */
    key: string;
}

/** One port of a container. */
export interface PortArgs {
    /** The port number, 1 to 65535. */
    containerPort: number;
    /** A name that a Service can refer to. Default: none. */
    name?: string;
}

/** Resources in Kubernetes quantities by name: `cpu`, `memory`, `ephemeral-storage`, `nvidia.com/gpu`. */
export interface ResourcesArgs {
    /** What the scheduler reserves and what CPU utilisation is measured against. */
    requests: Record<string, string>;
    /**
     * What the container may use at the most. Default: memory as requested, and whatever Kubernetes does not let one
     * exceed, such as GPUs; everything as requested for `Guaranteed`.
     */
    limits?: Record<string, string>;
}

/** Where a container finds a volume. */
export interface VolumeMountArgs {
    /** The volume's name in `workload.volumes`. */
    name: string;
    /** The absolute path in the container. */
    mountPath: string;
    /** Whether the container may only read it. Default: false. */
    readOnly?: boolean;
    /** The part of the volume that is mounted. Default: all of it. */
    subPath?: string;
}

/** What happens in a container before it is asked to stop; exactly one member. */
export interface PreStopArgs {
    /** It goes on for so many seconds, while load balancers learn that it leaves. */
    sleepSeconds?: number;
    /** A command that runs in it first, such as one that hands tasks back. */
    exec?: ExecProbeArgs;
}

/** Health probes of the pool's container. */
export interface ProbesArgs {
    /** Whether the container has started; the others wait for it. */
    startup?: ProbeArgs;
    /** Whether the container may get work. */
    readiness?: ProbeArgs;
    /** Whether the container must be restarted. */
    liveness?: ProbeArgs;
}

/** One probe; exactly one of `httpGet`, `tcpSocket` and `exec`. */
export interface ProbeArgs {
    httpGet?: HttpProbeArgs;
    tcpSocket?: TcpProbeArgs;
    exec?: ExecProbeArgs;
    /** Seconds between two probes. Default: 5 for startup and readiness, 10 for liveness. */
    periodSeconds?: number;
    /** Failures in a row that count. Default: 3; for startup as many as the cold start needs. */
    failureThreshold?: number;
    /** Seconds until a probe counts as failed. Default: 2. */
    timeoutSeconds?: number;
}

/** A probe by an HTTP GET; 200 to 399 is success. */
export interface HttpProbeArgs {
    /** The path, `/healthz`. */
    path: string;
    /** The container's port. */
    port: number;
}

/** A probe by opening a TCP connection. */
export interface TcpProbeArgs {
    /** The container's port. */
    port: number;
}

/** A command in the container; exit code 0 is success. */
export interface ExecProbeArgs {
    command: string[];
}
