import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Scaler } from "../../../model/triggers";
import { CATALOGUE, SCALERS_BY_MEMBER, SCALER_TYPES } from "../../../model/triggers";

const scalers: readonly Scaler[] = [...CATALOGUE.values()];

describe("the catalogue", () => {
    it("has a member of its own for each scaler, and only types that KEDA knows", () => {
        expect(SCALERS_BY_MEMBER.size).toBe(CATALOGUE.size);
        expect(scalers.map(({ type }) => type).filter((type) => !SCALER_TYPES.includes(type))).toEqual([]);
    });

    it("names only fields that it has, as target, as activation and in sets", () => {
        for (const { type, fields, targets, activationKey, exactlyOne = [] } of scalers) {
            const keys = Object.values(fields).map(({ key }) => key);
            for (const { key } of targets.slice(0, 1)) expect(keys, type).toContain(key);
            if (activationKey !== undefined) expect(keys, type).toContain(activationKey);
            expect(exactlyOne.flat().filter((member) => !Object.hasOwn(fields, member))).toEqual([]);
        }
    });

    it("needs only keys that it knows: fields, other keys, parameters and identities", () => {
        const unknown = scalers.flatMap((scaler) => {
            const names = new Set<string>([
                ...Object.values(scaler.fields).map(({ key }) => key.replace(/FromEnv$/, "")),
                ...Object.values(scaler.fields).map(({ key }) => key),
                ...scaler.otherKeys,
                ...scaler.parameters,
                ...Object.keys(scaler.deprecatedKeys ?? {}),
                ...scaler.identities.map((identity) => `@${identity}`),
            ]);
            const terms = [
                ...scaler.needs.flat(2),
                ...(scaler.conflicts ?? []).flat(),
                ...(scaler.conditions ?? []).flatMap(({ key, needs }) => [key, ...needs.flat(2)]),
            ];
            return terms
                .filter((term) => !names.has(term.split("=")[0] ?? ""))
                .map((term) => `${scaler.type} ${term}`);
        });
        expect(unknown).toEqual([]);
    });

    it("lists KEDA's 76 types, each once and sorted", () => {
        expect(SCALER_TYPES).toHaveLength(76);
        expect([...new Set(SCALER_TYPES)].sort()).toEqual(SCALER_TYPES);
    });
});

interface UpstreamParameter {
    name: string;
    aliases?: string[];
    valueKind: string;
    required: boolean;
    default?: string;
    readableFrom: string[];
}

interface UpstreamScaler {
    type: string;
    metricTypes: string[];
    defaultMetricType: string | null;
    targetParameters: string[];
    activationParameters: string[];
    supportsCachedMetrics: boolean;
    supportsScaledJob: boolean;
    canActivateFromZero: boolean;
    parameters: UpstreamParameter[];
}

const FILE = path.resolve(__dirname, "../../../../shared/data/keda/schema/scalers-enriched-v2.20.2.json");
const upstream = existsSync(FILE)
    ? (JSON.parse(readFileSync(FILE, "utf8")) as { scalers: UpstreamScaler[] }).scalers
    : undefined;
if (upstream === undefined) {
    console.warn("not run: the catalogue against KEDA's scaler schema, which is not on this machine");
}

/** What our kinds are in KEDA's words: it parses some texts further, later. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
    text: ["string", "string[]", "integer[]"],
    integer: ["integer"],
    number: ["number"],
    boolean: ["boolean"],
    quantity: ["string"],
    duration: ["duration"],
    list: ["string[]", "string"],
    map: ["map"],
    choice: ["string"],
};

/** Where KEDA's struct says less than its code: texts that it parses itself, and numbers behind another type. */
const PARSED_LATER = /^((cpu|memory) value|redis\S* enableTLS|\S+ tls)$/;

/** A key that KEDA reads past its structs (pkg/scalers/azure/azure_cloud_environment.go). */
const OUTSIDE_THE_STRUCT = "activeDirectoryEndpoint";

/** Defaults that differ from those of KEDA's structs. */
const OTHER_DEFAULTS: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ["azure-app-insights cloud", "AzurePublicCloud", undefined],
    ["azure-log-analytics cloud", "AzurePublicCloud", "azurePublicCloud"],
    ["azure-monitor cloud", "AzurePublicCloud", undefined],
    // A bare 30 is one of milliseconds; our description says so.
    ["beanstalkd timeout", undefined, "30"],
];

function agreesWith(upstream: readonly UpstreamScaler[]): void {
    const theirs = (type: string): UpstreamScaler => {
        const scaler = upstream.find((each) => each.type === type);
        if (scaler === undefined) throw new Error(`${type} is not in KEDA's schema`);
        return scaler;
    };
    const fields = scalers.flatMap((scaler) =>
        Object.values(scaler.fields)
            .filter(({ kind, key }) => kind !== "signal" && kind !== "metadata" && key !== OUTSIDE_THE_STRUCT)
            .map((field) => {
                const name = field.key.replace(/FromEnv$/, "");
                const parameter = theirs(scaler.type).parameters.find((each) =>
                    [each.name, ...(each.aliases ?? [])].includes(name),
                );
                return { at: `${scaler.type} ${field.key}`, field, parameter, scaler };
            }),
    );

    it("knows all of its types, and no other", () => {
        expect(upstream.map(({ type }) => type).sort()).toEqual(SCALER_TYPES);
    });

    it("has only keys that KEDA reads", () => {
        expect(fields.filter(({ parameter }) => parameter === undefined).map(({ at }) => at)).toEqual([]);
    });

    it("has every value in the kind that KEDA parses", () => {
        const wrong = fields.filter(
            ({ at, field, parameter }) =>
                !PARSED_LATER.test(at) &&
                !field.key.endsWith("FromEnv") &&
                KINDS[field.kind]?.includes(parameter?.valueKind ?? "") !== true,
        );
        expect(wrong.map(({ at, field, parameter }) => [at, field.kind, parameter?.valueKind])).toEqual([]);
    });

    it("says KEDA's defaults, but where its code has another or refuses the one of its struct", () => {
        const zeros = ["0", "false", "disable", ""];
        const wrong = fields.filter(({ field, parameter }) => {
            if (field.required === true || field.key.endsWith("FromEnv")) return false;
            const [own = "", upstreams = ""] = [field.default, parameter?.default];
            return own !== upstreams && !(zeros.includes(own) && zeros.includes(upstreams));
        });
        expect(wrong.map(({ at, field, parameter }) => [at, field.default, parameter?.default])).toEqual(
            OTHER_DEFAULTS,
        );
    });

    it("asks for what KEDA asks for in the metadata", () => {
        const missing = fields.filter(
            ({ field, parameter, scaler }) =>
                parameter?.required === true &&
                parameter.readableFrom.join() === "triggerMetadata" &&
                field.required !== true &&
                scaler.exactlyOne === undefined,
        );
        expect(missing.map(({ at }) => at)).toEqual([]);
    });

    it("agrees on metric types, activation, caching, jobs and waking", () => {
        for (const scaler of scalers) {
            const other = theirs(scaler.type);
            expect(
                {
                    metricTypes: scaler.metricTypes,
                    defaultMetricType: scaler.defaultMetricType ?? null,
                    supportsCachedMetrics: scaler.cacheable,
                    supportsScaledJob: scaler.scaledJob,
                    canActivateFromZero: scaler.wakesFromZero,
                },
                scaler.type,
            ).toEqual({
                metricTypes: other.metricTypes,
                defaultMetricType: other.defaultMetricType,
                supportsCachedMetrics: other.supportsCachedMetrics,
                supportsScaledJob: other.supportsScaledJob,
                canActivateFromZero: other.canActivateFromZero,
            });
            expect([...scaler.targets.map(({ key }) => key)].sort(), scaler.type).toEqual(
                [...other.targetParameters].sort(),
            );
            if (scaler.activationKey === undefined) expect(other.activationParameters).toEqual([]);
            else expect(other.activationParameters, scaler.type).toContain(scaler.activationKey);
        }
    });

    it("knows every key that hand-written metadata may have, and every parameter of a login", () => {
        const unknown = scalers.flatMap((scaler) => {
            const { type, fields: own, otherKeys, secretKeys, deprecatedKeys = {}, parameters } = scaler;
            const keys = new Set([
                ...Object.values(own).map(({ key }) => key),
                ...otherKeys,
                ...secretKeys,
                ...Object.keys(deprecatedKeys),
            ]);
            return theirs(type).parameters.flatMap(({ name, aliases = [], readableFrom }) =>
                [name, ...aliases]
                    .filter(
                        (key) =>
                            (readableFrom.includes("triggerMetadata") && !keys.has(key)) ||
                            (readableFrom.includes("authParams") && !parameters.includes(key)),
                    )
                    .map((key) => `${type} ${key}`),
            );
        });
        expect(unknown).toEqual([]);
    });
}

if (upstream !== undefined) {
    describe("the catalogue against KEDA's own schema", () => {
        agreesWith(upstream);
    });
}
