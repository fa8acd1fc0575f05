import type { FleetTrigger } from "../fleet";
import type { RequirementGap, Scaler, TriggerLogin } from "../triggers";
import { requirementGaps } from "../triggers";
import { cloudwatchGaps, rabbitGaps, sumologicGaps } from "./metadata-gaps";
import { isGiven, metadataText } from "./metadata-text";

/**
 * What KEDA's constructor of a scaler refuses although each value alone can be parsed: what the catalogue says that
 * it needs, and what only its code says. A parameter that may also come from the authentication is not missed where
 * the trigger names one that cannot be seen in full.
 */
export function* missingMetadata(
    trigger: FleetTrigger,
    scaler: Scaler,
    login: TriggerLogin | undefined,
    hasFormula: boolean,
): Generator<RequirementGap> {
    yield* requirementGaps(scaler, { metadata: trigger.metadata, login, hasFormula });
    if (scaler.type.startsWith("redis")) yield* redisGaps(trigger, scaler);
    if (scaler.type === "aws-sqs-queue") yield* sqsGaps(trigger);
    if (scaler.type === "aws-cloudwatch") yield* cloudwatchGaps(trigger);
    if (scaler.type === "rabbitmq") yield* rabbitGaps(trigger);
    if (scaler.type === "sumologic") yield* sumologicGaps(trigger);
    if (scaler.type.startsWith("aws-")) yield* awsGaps(trigger, scaler, login);
    if (Object.values(scaler.fields).some(({ key }) => key === "authModes")) {
        yield* httpGaps(trigger, scaler, login);
    }
    if (scaler.type === "cpu" || scaler.type === "memory") yield* resourceGaps(trigger, scaler);
}

/** KEDA 2.20.2 redis_scaler.go `validateRedisAddress`. */
function* redisGaps({ metadata, authentication }: FleetTrigger, scaler: Scaler): Generator<RequirementGap> {
    const has = (...names: string[]): boolean =>
        names.some((name) => isGiven(metadata[name]) || isGiven(metadata[`${name}FromEnv`]));
    const hasAddress = has("address", "addresses") || (has("host", "hosts") && has("port", "ports"));
    if (!hasAddress && authentication === undefined) {
        const message = `${scaler.type} needs address, or host and port`;
        yield { message, fix: "give address, as host:port" };
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
        message: `${scaler.type} has ${hostCount} hosts and ${portCount} ports`,
        fix: "give one port for each host",
    };
}

/** KEDA 2.20.2 aws_sqs_queue_scaler.go. */
function* sqsGaps({ metadata }: FleetTrigger): Generator<RequirementGap> {
    const url = metadataText(metadata["queueURL"]);
    const path = url === undefined ? undefined : /^https?:\/\/[^/]*([^?]*)/i.exec(url)?.[1];
    if (path !== undefined && !/^\/[^/]*\/[^/]+$/.test(path)) {
        yield {
            key: "queueURL",
            message: "queueURL names no queue: its path is not /account/name",
            fix: "give the whole URL, for example https://sqs.eu-west-1.amazonaws.com/123456789012/tasks, or the queue's name",
        };
    }
}

/** KEDA 2.20.2 aws/aws_common.go `GetAwsAuthorization`. */
function* awsGaps(
    { metadata }: FleetTrigger,
    { type }: Scaler,
    login: TriggerLogin | undefined,
): Generator<RequirementGap> {
    const owner = metadata["identityOwner"] ?? "";
    if (login?.isComplete === false || (owner !== "" && owner !== "pod")) return;
    const names = login?.parameters ?? new Set();
    if (login?.identity === "aws" || names.has("awsRoleArn")) return;
    const hasId =
        isGiven(metadata["awsAccessKeyID"]) ||
        isGiven(metadata["awsAccessKeyIDFromEnv"]) ||
        names.has("awsAccessKeyID") ||
        names.has("awsAccessKeyId");
    if (hasId && (isGiven(metadata["awsSecretAccessKeyFromEnv"]) || names.has("awsSecretAccessKey"))) return;
    yield {
        message: `${type} has no AWS identity`,
        fix: "refer to a TriggerAuthentication with podIdentity aws; identityOwner operator uses the one of KEDA's operator",
    };
}

/** KEDA 2.20.2 pkg/scalers/authentication: the modes, and of which parameters each needs one. */
const MODES: Readonly<Record<string, readonly (readonly string[])[]>> = {
    apiKey: [["apiKey"]],
    basic: [["username"]],
    tls: [["cert"], ["key"]],
    bearer: [["bearerToken", "token"]],
    custom: [["customAuthHeader"], ["customAuthValue"]],
    oauth: [["oauthTokenURI"], ["clientID"]],
};
const EXCLUSIVE = ["basic", "bearer", "oauth"];

/** KEDA 2.20.2 pkg/scalers/authentication/authentication_types.go `Validate`, typed_config.go `setConfigValueMap`. */
function* httpGaps(
    { metadata }: FleetTrigger,
    { type }: Scaler,
    login: TriggerLogin | undefined,
): Generator<RequirementGap> {
    const key = isGiven(metadata["authModes"]) ? "authModes" : "authMode";
    const modes = commaList(metadata[key]);
    for (const mode of modes) {
        const needs = MODES[mode];
        if (needs === undefined || login?.isComplete === false) continue;
        const missing = needs.find((names) => !names.some((name) => login?.parameters.has(name) === true));
        if (missing === undefined || (mode === "apiKey" && isGiven(metadata["apiKey"]))) continue;
        yield login === undefined
            ? {
                  key,
                  message: `${key} ${mode} has no credentials: they come from an authentication, and none is named`,
                  fix: "refer to a TriggerAuthentication that holds them",
              }
            : {
                  key,
                  message: `${type} with ${key} ${mode} needs ${missing.join(" or ")}, which comes from an authentication`,
                  fix: `give ${missing[0] ?? ""} as a parameter of the trigger's authentication`,
              };
    }
    const exclusive = modes.filter((mode) => EXCLUSIVE.includes(mode));
    if (exclusive.length > 1) {
        yield {
            key,
            message: `${key} has ${exclusive.join(" and ")}, of which KEDA takes one`,
            fix: "keep one",
        };
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
function* resourceGaps({ metadata }: FleetTrigger, scaler: Scaler): Generator<RequirementGap> {
    if (!isGiven(metadata["type"])) return;
    yield {
        key: "type",
        message: `KEDA has removed "type" from the metadata of ${scaler.type} (2.18) and refuses it`,
        fix: "remove it, and write metricType beside metadata",
    };
}
