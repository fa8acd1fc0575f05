import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Unknown } from "../../../model/declared";
import type { Scaler, ScalerField } from "../../../model/triggers";
import {
    CATALOGUE,
    SCALERS_BY_MEMBER,
    decodeNumber,
    encodeRawTrigger,
    encodeTrigger,
    metadataProblem,
    metricTypeOf,
    scalerByType,
    scalerOf,
} from "../../../model/triggers";

import { valuesOf } from "./support/arbitrary";

const scalers = [...CATALOGUE.values()];

function scaler(type: string): Scaler {
    const found = scalerByType(type);
    if (found === undefined) throw new Error(type);
    return found;
}

/** Reads back what `encodeTrigger` wrote for a field, as KEDA parses it. */
function readBack(field: ScalerField, metadata: Readonly<Record<string, string>>): unknown {
    const text = metadata[field.key] ?? "";
    switch (field.kind) {
        case "integer":
        case "number":
            return decodeNumber(text, field.kind);
        case "boolean":
            return text === (field.words?.[1] ?? "true");
        case "list":
            return text.split(field.separator ?? ",");
        case "map":
            return Object.fromEntries(text.split(",").map((entry) => entry.split("=")));
        case "metadata":
            return Object.fromEntries(
                Object.entries(metadata)
                    .filter(([key]) => /^own[A-Z]/.test(key.slice(field.key.length)))
                    .map(([key, value]) => [key.slice(field.key.length), value]),
            );
        default:
            return text;
    }
}

const without = (value: unknown): unknown => (Object.is(value, -0) ? 0 : value);

describe("encodeTrigger", () => {
    it.each(scalers.map((each) => [each.type, each] as const))(
        "writes the arguments of %s so that KEDA reads back what was given",
        (_, each) => {
            for (const [member, field] of Object.entries(each.fields)) {
                if (field.kind === "signal") continue;
                fc.assert(
                    fc.property(valuesOf(field), (value) => {
                        const encoded = encodeTrigger(each, { [member]: value }, undefined);
                        const metadata = encoded.metadata as Readonly<Record<string, string>>;
                        expect(readBack(field, metadata)).toEqual(without(value));
                        expect(encoded.metricType).toBe(field.metricType);
                        if (field.kind === "metadata") return;
                        expect(encoded.members[field.key]).toBe(member);
                        if (field.syntax !== undefined) return;
                        expect(metadataProblem(metadata[field.key] ?? "", field)).toBeUndefined();
                    }),
                    { numRuns: 20 },
                );
            }
        },
    );

    it("writes nothing that was not given, but what differs from KEDA's default", () => {
        const written = scalers
            .map((each) => [each.type, encodeTrigger(each, {}, undefined).metadata] as const)
            .filter(([, metadata]) => Object.keys(metadata).length > 0);
        expect(Object.fromEntries(written)).toEqual({
            loki: { ignoreNullValues: "false" },
            prometheus: { ignoreNullValues: "false" },
        });
    });

    it("leaves ignoreNullValues to the author", () => {
        const given = encodeTrigger(scaler("prometheus"), { ignoreNullValues: true }, undefined);
        expect(given.metadata).toEqual({ ignoreNullValues: "true" });
    });

    it.each([
        ["Total", "AverageValue"],
        ["PerReplica", "Value"],
        ["Ratio", "Value"],
        ["Percentile", "Value"],
    ] as const)("makes of a number that is a %s the metric type %s", (signal, metricType) => {
        expect(metricTypeOf(signal)).toBe(metricType);
        expect(encodeTrigger(scaler("prometheus"), { signal }, undefined)).toMatchObject({
            metricType,
            metadata: { ignoreNullValues: "false" },
        });
    });

    it("passes a value that is not known yet through, and the trigger's name", () => {
        const queueUrl = new Unknown("queueUrl", {});
        expect(encodeTrigger(scaler("aws-sqs-queue"), { queueUrl }, "queue")).toMatchObject({
            type: "aws-sqs-queue",
            name: "queue",
            metadata: { queueURL: queueUrl },
        });
    });
});

describe("scalerOf", () => {
    it("finds the scaler whose arguments a trigger has", () => {
        for (const [member, { type }] of SCALERS_BY_MEMBER) {
            expect(scalerOf({ name: "x", authentication: {}, [member]: {} })?.type).toBe(type);
        }
    });

    it("finds none in a trigger without one", () => {
        expect(scalerOf({ name: "x", authentication: {} })).toBeUndefined();
        expect(scalerOf({ redis: undefined } as never)).toBeUndefined();
    });
});

describe("encodeRawTrigger", () => {
    it("passes everything through, and knows the scaler of a type that it knows", () => {
        const metadata = { address: "redis:6379", listName: new Unknown("list", {}) };
        const encoded = encodeRawTrigger({ type: "redis", metricType: "Value" }, metadata, "queue");
        expect(encoded).toMatchObject({ type: "redis", member: "raw", name: "queue", metricType: "Value" });
        expect(encoded.metadata).toEqual(metadata);
        expect(encoded.scaler?.member).toBe("redis");
        expect(encodeRawTrigger({ type: "own" }, {}, undefined).scaler).toBeUndefined();
    });
});
