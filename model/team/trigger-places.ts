import { isKnown } from "../declared";
import type { Pool, PoolTrigger } from "../pool";

/** A host and port that a trigger names. */
export interface TriggerPlace {
    readonly host: string;
    readonly port: number;
}

/** Sources of numbers about a pool, which KEDA asks and the pool's own pods have no business with. */
const OBSERVERS: ReadonlySet<string> = new Set([
    "cpu",
    "cron",
    "datadog",
    "dynatrace",
    "external",
    "external-push",
    "graphite",
    "influxdb",
    "kubernetes-workload",
    "loki",
    "memory",
    "metrics-api",
    "new-relic",
    "predictkube",
    "prometheus",
    "splunk",
]);

const PLACE = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^@\s/]*@)?([A-Za-z0-9][A-Za-z0-9.-]*):(\d{1,5})(?:[/?].*)?$/;

/** The places of a pool's work: where its triggers count it, its pods fetch it. */
export function triggerPlaces({ scale }: Pool): TriggerPlace[] {
    return scale.triggers.filter(({ type }) => !OBSERVERS.has(type)).flatMap(placesOf);
}

/** Members of metadata that hold host and port of a server; addresses of the web have the port that is open anyway. */
const SERVERS: ReadonlySet<string> = new Set([
    "address",
    "addresses",
    "bootstrapServers",
    "endpoint",
    "host",
    "hosts",
    "natsServerMonitoringEndpoint",
    "sentinelAddresses",
]);

/** Whether a trigger of work names its place only after apply. What a cloud runs is asked by HTTPS. */
export function hidesPlace({ type, metadata }: PoolTrigger): boolean {
    if (OBSERVERS.has(type) || /^(aws|azure|gcp)-/.test(type)) return false;
    return Object.entries(metadata).some(([key, value]) => SERVERS.has(key) && !isKnown(value));
}

function placesOf({ metadata }: PoolTrigger): TriggerPlace[] {
    const texts = Object.values(metadata).filter(isKnown);
    const found = texts.flatMap((text) => text.split(",")).flatMap((text) => placeIn(text.trim()));
    const { host, port } = metadata;
    const isPair = typeof host === "string" && typeof port === "string" && /^\d{1,5}$/.test(port);
    return isPair ? [...found, ...placeIn(`${host}:${port}`)] : found;
}

function placeIn(text: string): TriggerPlace[] {
    const [, host, port] = PLACE.exec(text) ?? [];
    const number = Number(port);
    return host === undefined || number < 1 || number > 65_535 ? [] : [{ host, port: number }];
}

/**
 * The namespace of a Service's host name, of a name without dots the pods' own; `undefined` outside of the cluster.
 *
 * @example namespaceOf("redis.queue.svc.cluster.local", "research") // "queue"
 */
export function namespaceOf(host: string, own: string): string | undefined {
    const parts = host.split(".");
    if (parts.length === 1) return own;
    return parts.length === 2 || parts[2] === "svc" ? parts[1] : undefined;
}
