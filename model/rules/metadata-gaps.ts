import type { FleetTrigger } from "../fleet";
import type { RequirementGap } from "../triggers";
import { metadataNumber } from "../triggers";
import { isGiven, metadataText } from "./metadata-text";

const SHORT_PERIODS: readonly number[] = [1, 5, 10, 30];
const DEFAULT_SECONDS = "300";

/** KEDA 2.20.2 aws_cloudwatch_scaler.go `Validate`, `checkMetricStatPeriod`. */
export function* cloudwatchGaps({ metadata }: FleetTrigger): Generator<RequirementGap> {
    const period = secondsOf(metadata["metricStatPeriod"]);
    if (period !== undefined && period % 60 !== 0 && !SHORT_PERIODS.includes(period)) {
        yield {
            key: "metricStatPeriod",
            message: `metricStatPeriod is ${period}, which CloudWatch does not have`,
            fix: "use 1, 5, 10, 30 or a multiple of 60 seconds",
        };
    }
    const span = secondsOf(metadata["metricCollectionTime"]);
    if (period !== undefined && span !== undefined && period > 0 && (span <= 0 || span % period !== 0)) {
        yield {
            key: isGiven(metadata["metricCollectionTime"]) ? "metricCollectionTime" : "metricStatPeriod",
            message: `metricCollectionTime is ${span}, no multiple of metricStatPeriod ${period}`,
            fix: `use ${Math.max(1, Math.ceil(span / period)) * period}`,
        };
    }
    if (isGiven(metadata["expression"])) return;
    const [names, values] = ["dimensionName", "dimensionValue"].map(
        (key) => metadataText(metadata[key])?.split(";").length,
    );
    if (names === undefined || values === undefined || names === values) return;
    yield {
        key: "dimensionValue",
        message: `aws-cloudwatch has ${names} dimensions and ${values} values`,
        fix: "give one value for each dimension",
    };
}

/** Seconds in a metadata value, CloudWatch's default where it is absent. */
function secondsOf(value: unknown): number | undefined {
    if (value !== undefined && typeof value !== "string") return undefined;
    return metadataNumber(value, DEFAULT_SECONDS);
}

/** What only the broker's HTTP interface knows, by metadata key. */
const HTTP_ONLY: readonly (readonly [key: string, isUsed: (text: string) => boolean])[] = [
    ["mode", (text) => text !== "QueueLength"],
    ["useRegex", isTrue],
    ["excludeUnacknowledged", isTrue],
    ["timeout", (text) => !/^0+[a-z]*$/.test(text)],
];

function isTrue(text: string): boolean {
    return /^(1|t|true)$/i.test(text);
}

/** KEDA 2.20.2 rabbitmq_scaler.go `Validate`, `validateTrigger`. */
export function* rabbitGaps({ metadata }: FleetTrigger): Generator<RequirementGap> {
    const given = metadataText(metadata["protocol"]) ?? "auto";
    const scheme = /^([a-z]+):/i.exec(metadataText(metadata["host"]) ?? "")?.[1]?.toLowerCase();
    const isAmqp = given === "amqp" || (given === "auto" && (scheme === "amqp" || scheme === "amqps"));
    if (given === "auto" && metadataText(metadata["host"]) !== undefined && !isScheme(scheme)) {
        yield {
            key: "host",
            message: "host does not say how the broker is asked",
            fix: 'begin it with "amqp://" or "http://", or give protocol',
        };
    }
    const other = given === "amqp" ? "http" : "amqp";
    if (given !== "auto" && scheme?.startsWith(other) === true) {
        yield {
            key: "protocol",
            message: `protocol is ${given}, and host is an address of ${scheme}`,
            fix: "leave protocol out, or correct the address",
        };
    }
    if (!isAmqp) return;
    for (const [key, isUsed] of HTTP_ONLY) {
        const text = metadataText(metadata[key]);
        if (text === undefined || !isUsed(text)) continue;
        yield {
            key,
            message: `rabbitmq has ${key} ${text.slice(0, 40)} by HTTP only, and the broker is asked by AMQP`,
            fix: "give the address of the broker's HTTP interface, or remove it",
        };
    }
}

function isScheme(scheme: string | undefined): boolean {
    return scheme !== undefined && ["amqp", "amqps", "http", "https"].includes(scheme);
}

/** KEDA 2.20.2 sumologic_scaler.go `Validate`: the row of the result is one of the queries. */
export function* sumologicGaps({ metadata }: FleetTrigger): Generator<RequirementGap> {
    const row = metadataText(metadata["resultQueryRowID"]);
    const rows = Object.keys(metadata).filter((key) => key.startsWith("query."));
    if (row === undefined || rows.length === 0 || rows.includes(`query.${row}`)) return;
    yield {
        key: "resultQueryRowID",
        message: `no query has the row ${JSON.stringify(row.slice(0, 40))}`,
        fix: `use ${rows.map((key) => key.slice("query.".length)).join(" or ")}`,
    };
}
