import type { SyntaxName } from "./scaler";

/** What a text must look like: the test, and the words for a message. */
export interface FieldSyntax {
    /** What it is: `a duration`. */
    readonly name: string;
    readonly accepts: (text: string) => boolean;
    /** What to write, as an instruction. */
    readonly fix: string;
}

const GO_DURATION = /^\+?((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))+$/;
const LONGEST_DURATION = 40;

/** A duration as Go writes it, 0 or more (`time.ParseDuration`). */
export const DURATION: FieldSyntax = {
    name: "a duration",
    accepts: (text) =>
        text.length <= LONGEST_DURATION &&
        (GO_DURATION.test(text) || text === "0") &&
        hours(text) < 2_000_000,
    fix: 'write a number and a unit (ms, s, m or h), for example "30s"',
};

/** A duration that is not 0. */
export const POSITIVE_DURATION: FieldSyntax = {
    name: "a duration above 0",
    accepts: (text) => DURATION.accepts(text) && /[1-9]/.test(text),
    fix: DURATION.fix,
};

/** About how many hours a duration has; Go holds 2.5 million. */
function hours(text: string): number {
    const units: Readonly<Record<string, number>> = { h: 1, m: 1 / 60, s: 1 / 3600 };
    return [...text.matchAll(/([\d.]+)([a-zµμ]+)/g)].reduce(
        (sum, [, number, unit]) => sum + Number(number) * (units[unit ?? ""] ?? 1 / 3_600_000),
        0,
    );
}

/** The form of each kind of text, by name. */
export const FIELD_SYNTAX: Readonly<Record<SyntaxName, FieldSyntax>> = {
    json: { name: "JSON", accepts: isJson, fix: "write JSON, with names in double quotes" },
    // KEDA 2.20.2 azure_app_insights_scaler.go `validateAggregationTimespan`.
    hoursAndMinutes: {
        name: "hours and minutes",
        accepts: (text) => /^\d{1,4}:\d{1,2}$/.test(text),
        fix: 'write them with a colon, for example "0:5"',
    },
    // KEDA 2.20.2 azure_monitor_scaler.go `validateMetricAggregationInterval`.
    hoursMinutesSeconds: {
        name: "hours, minutes and seconds",
        accepts: (text) => /^\d{1,4}:\d{1,2}:\d{1,2}$/.test(text),
        fix: 'write them with colons, for example "0:15:00"',
    },
    // KEDA 2.20.2 azure_monitor_scaler.go `Validate`: three parts.
    azureResource: {
        name: "namespace, type and name of a resource",
        accepts: (text) => text.split("/").length === 3,
        fix: 'write them with slashes, for example "Microsoft.ContainerService/managedClusters/agents"',
    },
    // KEDA 2.20.2 predictkube_scaler.go: github.com/xhit/go-str2duration, which also knows days and weeks.
    longDuration: {
        name: "a duration",
        accepts: (text) =>
            text.length <= LONGEST_DURATION && /^(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?$/.test(text),
        fix: 'write a number and a unit (s, m, h, d or w), for example "7d"',
    },
    // KEDA 2.20.2 activemq_scaler.go `getRestAPIParameters`.
    activemqAddress: {
        name: "the address of a queue in Jolokia",
        accepts: (text) => hasAll(text, "brokerName=", "destinationName="),
        fix: "write the whole address with brokerName and destinationName",
    },
    // KEDA 2.20.2 artemis_scaler.go `getAPIParameters`, which panics without one of them or without the quotes.
    artemisAddress: {
        name: "the address of a queue in Jolokia",
        accepts: (text) => hasAll(text, ':broker="', 'address="', 'queue="'),
        fix: "write the whole address with broker, address and queue, each in double quotes",
    },
    // KEDA 2.20.2 graphite_scaler.go: the only mode.
    basic: { name: "a way to log in", accepts: (text) => text === "basic", fix: "use basic" },
};

function hasAll(text: string, ...parts: string[]): boolean {
    return /^https?:\/\/[^/]/.test(text) && parts.every((part) => text.includes(part));
}

function isJson(text: string): boolean {
    try {
        JSON.parse(text);
        return true;
    } catch {
        return false;
    }
}
