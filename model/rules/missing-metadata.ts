import type { FleetTrigger } from "../fleet";
import type { Scaler } from "../triggers";
import { isGiven, metadataText } from "./metadata-text";

/** Something that KEDA's constructor of a scaler refuses although each value alone can be parsed. */
export interface MetadataGap {
    /** The key to look at; absent where none is written. */
    readonly key?: string;
    readonly message: string;
    readonly fix: string;
}

/**
 * What a trigger's metadata miss, or hold together that does not go together, for the six scalers that have typed
 * arguments. A parameter that may also come from the authentication is not missed where the trigger names one:
 * what is in the Secret behind it cannot be seen.
 */
export function* missingMetadata(trigger: FleetTrigger, scaler: Scaler): Generator<MetadataGap> {
    for (const keys of scaler.needsOneKeyOf) {
        if (keys.some((key) => isGiven(trigger.metadata[key]))) continue;
        if (trigger.authentication !== undefined && keys.includes("awsRegion")) continue;
        yield { message: `${scaler.type} needs ${keys.join(" or ")}`, fix: `give ${keys[0] ?? ""}` };
    }
    switch (scaler.type) {
        case "redis":
            yield* redisGaps(trigger);
            break;
        case "aws-sqs-queue":
            yield* sqsGaps(trigger);
            break;
        case "prometheus":
            yield* prometheusGaps(trigger);
            break;
        case "cpu":
        case "memory":
            yield* resourceGaps(trigger, scaler);
    }
}

/** KEDA 2.20.2 redis_scaler.go `validateRedisAddress`. */
function* redisGaps({ metadata, authentication }: FleetTrigger): Generator<MetadataGap> {
    const has = (...names: string[]): boolean =>
        names.some((name) => isGiven(metadata[name]) || isGiven(metadata[`${name}FromEnv`]));
    const hasAddress = has("address", "addresses") || (has("host", "hosts") && has("port", "ports"));
    if (!hasAddress && authentication === undefined) {
        yield { message: "redis needs address, or host and port", fix: "give address, as host:port" };
    }
    const addresses = metadataText(metadata["address"]) ?? metadataText(metadata["addresses"]);
    if (addresses?.startsWith(",") === true) {
        const key = isGiven(metadata["address"]) ? "address" : "addresses";
        yield { key, message: `the first of the ${key} is empty`, fix: "remove the comma in front" };
    }
    const [hosts, ports] = ["host", "port"].map(
        (name) => metadataText(metadata[name]) ?? metadataText(metadata[`${name}s`]),
    );
    if (hosts === undefined || ports === undefined) return;
    const [hostCount, portCount] = [hosts.split(",").length, ports.split(",").length];
    if (hostCount === portCount) return;
    yield {
        key: isGiven(metadata["port"]) ? "port" : "ports",
        message: `redis has ${hostCount} hosts and ${portCount} ports`,
        fix: "give one port for each host",
    };
}

/** KEDA 2.20.2 aws_sqs_queue_scaler.go, aws/aws_common.go `GetAwsAuthorization`. */
function* sqsGaps({ metadata, authentication }: FleetTrigger): Generator<MetadataGap> {
    const url = metadataText(metadata["queueURL"]);
    const path = url === undefined ? undefined : /^https?:\/\/[^/]*([^?]*)/i.exec(url)?.[1];
    if (path !== undefined && !/^\/[^/]*\/[^/]+$/.test(path)) {
        yield {
            key: "queueURL",
            message: "queueURL names no queue: its path is not /account/name",
            fix: "give the whole URL, for example https://sqs.eu-west-1.amazonaws.com/123456789012/tasks, or the queue's name",
        };
    }
    const owner = metadata["identityOwner"] ?? "";
    if (authentication !== undefined || (owner !== "" && owner !== "pod")) return;
    const hasKeys =
        (isGiven(metadata["awsAccessKeyID"]) || isGiven(metadata["awsAccessKeyIDFromEnv"])) &&
        isGiven(metadata["awsSecretAccessKeyFromEnv"]);
    if (hasKeys) return;
    yield {
        message: "aws-sqs-queue has no AWS identity",
        fix: "refer to a TriggerAuthentication with podIdentity aws; identityOwner operator uses the one of KEDA's operator",
    };
}

/** KEDA 2.20.2 pkg/scalers/authentication: the modes; all but an apiKey have their credentials in an authentication. */
const MODES = ["apiKey", "basic", "tls", "bearer", "custom", "oauth"];
const EXCLUSIVE = ["basic", "bearer", "oauth"];

/** KEDA 2.20.2 prometheus_scaler.go, typed_config.go `setConfigValueMap`. */
function* prometheusGaps({ metadata, authentication }: FleetTrigger): Generator<MetadataGap> {
    const key = isGiven(metadata["authModes"]) ? "authModes" : "authMode";
    const modes = commaList(metadata[key]);
    for (const mode of modes) {
        if (!MODES.includes(mode)) {
            const fix = `use ${MODES.join(", ")}`;
            yield { key, message: `${key} has no ${JSON.stringify(mode.slice(0, 40))}`, fix };
        } else if (authentication === undefined && mode !== "apiKey") {
            yield {
                key,
                message: `${key} ${mode} has no credentials: they come from an authentication, and none is named`,
                fix: "refer to a TriggerAuthentication that holds them",
            };
        }
    }
    const exclusive = modes.filter((mode) => EXCLUSIVE.includes(mode));
    if (exclusive.length > 1) {
        yield {
            key,
            message: `${key} has ${exclusive.join(" and ")}, of which KEDA takes one`,
            fix: "keep one",
        };
    }
    for (const map of ["customHeaders", "queryParameters"]) {
        const wrong = commaList(metadata[map]).find((entry) => entry.split("=").length !== 2);
        if (wrong === undefined) continue;
        const message = `${map} has an entry that is not key=value, with one equals sign`;
        yield { key: map, message, fix: "write key=value, and a comma between two" };
    }
}

function commaList(value: unknown): string[] {
    return (
        metadataText(value)
            ?.split(",")
            .map((item) => item.trim()) ?? []
    );
}

/** KEDA 2.20.2 cpu_memory_scaler.go: refused, whatever its value. */
function* resourceGaps({ metadata }: FleetTrigger, scaler: Scaler): Generator<MetadataGap> {
    if (!isGiven(metadata["type"])) return;
    yield {
        key: "type",
        message: `KEDA has removed "type" from the metadata of ${scaler.type} (2.18) and refuses it`,
        fix: "remove it, and write metricType beside metadata",
    };
}
