import { describe, expect, it } from "vitest";
import { Unknown } from "../../../model/declared";
import type { Scaler, ScalerField } from "../../../model/triggers";
import {
    CATALOGUE,
    SCALERS_BY_MEMBER,
    encodeTrigger,
    metricTypeOf,
    scalerByType,
    scalerOf,
} from "../../../model/triggers";

const scalers = [...CATALOGUE.values()];

function scaler(type: string): Scaler {
    const found = scalerByType(type);
    if (found === undefined) throw new Error(type);
    return found;
}

/** A value of a field's kind, and the text that KEDA must get. */
function example({ kind }: ScalerField): [value: unknown, text: string] {
    switch (kind) {
        case "integer":
            return [7, "7"];
        case "number":
            return [0.5, "0.5"];
        case "boolean":
            return [true, "true"];
        default:
            return ["some text", "some text"];
    }
}

describe("encodeTrigger", () => {
    it.each(
        scalers.flatMap((each) =>
            Object.entries(each.fields)
                .filter(([, { kind }]) => kind !== "signal")
                .map(([member, field]) => [each.type, member, field] as const),
        ),
    )("writes %s %s under KEDA's key", (type, member, field) => {
        const [value, text] = example(field);
        const encoded = encodeTrigger(scaler(type), { [member]: value }, undefined);
        expect(encoded.metadata[field.key]).toBe(text);
        expect(encoded.members[field.key]).toBe(member);
        expect(encoded.metricType).toBe(field.metricType);
    });

    it("writes nothing that was not given, but what differs from KEDA's default", () => {
        const encoded = scalers.map((each) => [each.type, encodeTrigger(each, {}, undefined).metadata]);
        expect(Object.fromEntries(encoded)).toEqual({
            "aws-sqs-queue": {},
            cpu: {},
            cron: {},
            memory: {},
            prometheus: { ignoreNullValues: "false" },
            redis: {},
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
