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
        for (const { type, fields, targetKey, activationKey, exactlyOne = [] } of scalers) {
            const keys = Object.values(fields).map(({ key }) => key);
            expect(keys, type).toContain(targetKey);
            if (activationKey !== undefined) expect(keys, type).toContain(activationKey);
            expect(exactlyOne.flat().filter((member) => !Object.hasOwn(fields, member))).toEqual([]);
        }
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

/** Where KEDA's struct says less than its code: texts that it parses itself (pkg/scalers, 2.20.2). */
const PARSED_LATER: Readonly<Record<string, string>> = {
    "cpu value": "string",
    "memory value": "string",
    "redis enableTLS": "string",
    "redis address": "string[]",
};
const KINDS: Readonly<Record<string, string>> = {
    text: "string",
    integer: "integer",
    number: "number",
    boolean: "boolean",
};

/** Scaler parameters may come from a login or a variable; of those KEDA's schema cannot say that one is needed. */
const isOnlyMetadata = ({ readableFrom }: UpstreamParameter): boolean =>
    readableFrom.join() === "triggerMetadata";

describe.runIf(upstream !== undefined)("the catalogue against KEDA's own schema", () => {
    const found = (type: string): UpstreamScaler => {
        const scaler = upstream?.find((each) => each.type === type);
        if (scaler === undefined) throw new Error(`${type} is not in KEDA's schema`);
        return scaler;
    };
    const parameter = (type: string, key: string): UpstreamParameter | undefined =>
        found(type).parameters.find(({ name, aliases = [] }) =>
            [name, ...aliases].includes(key.replace(/FromEnv$/, "")),
        );
    const fields = scalers.flatMap(({ type, fields: own }) =>
        Object.values(own)
            .filter(({ kind }) => kind !== "signal")
            .map((field) => [type, field.key, field] as const),
    );

    it("knows all of its types, and no other", () => {
        expect(upstream?.map(({ type }) => type).sort()).toEqual(SCALER_TYPES);
    });

    it.each(fields)("agrees on %s %s: kind, default, and whether it is required", (type, key, field) => {
        const theirs = parameter(type, key);
        expect(theirs, `${type} has no ${key}`).toBeDefined();
        expect(
            PARSED_LATER[`${type} ${key}`] ??
                (key.endsWith("FromEnv") ? theirs?.valueKind : KINDS[field.kind]),
        ).toBe(theirs?.valueKind);
        const zero = field.kind === "boolean" ? "false" : "0";
        const defaults = [field.default, theirs?.default].map((text) => text ?? zero);
        expect(defaults[0]).toBe(defaults[1]);
        if (theirs !== undefined && isOnlyMetadata(theirs) && type !== "cpu" && type !== "memory") {
            expect(field.required === true).toBe(theirs.required);
        }
    });

    it.each(scalers.map((scaler) => [scaler.type, scaler] as const))(
        "agrees on %s: metric types, target, activation, caching and waking",
        (type, scaler) => {
            const theirs = found(type);
            expect({
                metricTypes: scaler.metricTypes,
                defaultMetricType: scaler.defaultMetricType ?? null,
                targetParameters: [scaler.targetKey],
                activationParameters: scaler.activationKey === undefined ? [] : [scaler.activationKey],
                supportsCachedMetrics: scaler.cacheable,
                canActivateFromZero: scaler.wakesFromZero,
            }).toEqual({
                metricTypes: theirs.metricTypes,
                defaultMetricType: theirs.defaultMetricType,
                targetParameters: theirs.targetParameters,
                activationParameters: theirs.activationParameters,
                supportsCachedMetrics: theirs.supportsCachedMetrics,
                canActivateFromZero: theirs.canActivateFromZero,
            });
        },
    );

    it("knows every key that hand-written metadata may have", () => {
        const unknown = scalers.flatMap(({ type, fields: own, otherKeys, secretKeys }) => {
            const keys = new Set([...Object.values(own).map(({ key }) => key), ...otherKeys, ...secretKeys]);
            return found(type)
                .parameters.filter(({ readableFrom }) => readableFrom.includes("triggerMetadata"))
                .flatMap(({ name, aliases = [] }) => [name, ...aliases])
                .filter((key) => !keys.has(key))
                .map((key) => `${type} ${key}`);
        });
        expect(unknown).toEqual([]);
    });
});
