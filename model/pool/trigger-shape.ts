import type { GroupShape, Shape, Syntax } from "../arguments";
import {
    anyInput,
    anyText,
    API_VERSION,
    boolean,
    choice,
    group,
    input,
    inputOf,
    INT32_MAX,
    integer,
    KIND,
    LABEL_VALUE,
    listOf,
    mapOf,
    METADATA_KEY,
    METRIC_NAME,
    OBJECT_NAME,
    POSITIVE_QUANTITY,
    QUALIFIED_NAME,
    SECRET_KEY,
    text,
    textOf,
} from "../arguments";
import type { NativeMetricMember, Scaler, ScalerField } from "../triggers";
import {
    DURATION,
    FIELD_SYNTAX,
    MetricType,
    POSITIVE_DURATION,
    SCALERS_BY_MEMBER,
    Signal,
} from "../triggers";

const authentication = group(
    {
        awsPodIdentity: group({ roleArn: input }),
        azureWorkload: group({ identityId: input, tenantId: input }),
        gcpPodIdentity: boolean,
        secret: group(
            { name: inputOf(OBJECT_NAME), parameters: mapOf(textOf(SECRET_KEY), SECRET_KEY, true) },
            { required: ["name", "parameters"] },
        ),
        existing: group({ name: inputOf(OBJECT_NAME), cluster: boolean }, { required: ["name"] }),
    },
    { exactlyOne: [["awsPodIdentity", "azureWorkload", "gcpPodIdentity", "secret", "existing"]] },
);

const raw = group(
    { type: text, metadata: mapOf(anyInput, METADATA_KEY), metricType: choice(MetricType) },
    { required: ["type", "metadata"] },
);

const metricName = textOf(METRIC_NAME);
const target = textOf(POSITIVE_QUANTITY);
const signal = choice(Signal);
const matchLabels = mapOf({ kind: "input", syntax: LABEL_VALUE, mayBeEmpty: true }, QUALIFIED_NAME, true);

/** The form of the metrics that only the native autoscaler reads. */
const NATIVE_SHAPES: Readonly<Record<NativeMetricMember, GroupShape>> = {
    podsMetric: group(
        { metricName, averageValue: target, matchLabels },
        { required: ["metricName", "averageValue"] },
    ),
    objectMetric: group(
        {
            metricName,
            describedObject: group(
                { apiVersion: textOf(API_VERSION), kind: textOf(KIND), name: inputOf(OBJECT_NAME) },
                { required: ["apiVersion", "kind", "name"] },
            ),
            target,
            signal,
            matchLabels,
        },
        { required: ["metricName", "describedObject", "target", "signal"] },
    ),
    externalMetric: group(
        { metricName, target, signal, matchLabels },
        { required: ["metricName", "target", "signal"] },
    ),
};

/** The largest whole number that JavaScript holds exactly; KEDA's are of 64 bits. */
const LARGEST_INTEGER = Number.MAX_SAFE_INTEGER;

/** KEDA writes targets with three decimals (quantityFromFloat64, 2.20.2): less becomes 0, which is refused. */
const SMALLEST_TARGET = 0.001;

function fieldShape(field: ScalerField): Shape {
    switch (field.kind) {
        case "integer":
            return integer(field.positive === true ? 1 : (field.min ?? -INT32_MAX), largestInteger(field));
        case "number":
            return {
                kind: "number",
                min: field.positive === true ? SMALLEST_TARGET : (field.min ?? -Number.MAX_VALUE),
                ...(field.max === undefined ? {} : { max: field.max }),
            };
        case "boolean":
            return boolean;
        case "signal":
            return choice(Signal);
        case "quantity":
            return textOf(POSITIVE_QUANTITY);
        case "duration":
            return textOf(field.positive === true ? POSITIVE_DURATION : DURATION);
        case "choice":
            return { kind: "choice", choices: field.choices?.values ?? [] };
        case "list":
            return listOf(itemShape(field), true);
        case "map":
            return mapOf(textOf(withoutAny(",", "=")), withoutAny(",", "="), true);
        case "metadata":
            return mapOf(anyText, METADATA_KEY);
        case "text":
            return textShape(field);
    }
}

/** An int32, as before, unless the field says that more fits. */
function largestInteger({ max }: ScalerField): number {
    return Math.min(max ?? INT32_MAX, LARGEST_INTEGER);
}

function itemShape({ choices, separator }: ScalerField): Shape {
    return choices === undefined
        ? textOf(withoutAny(separator ?? ","))
        : { kind: "choice", choices: choices.values };
}

function textShape({ plain, syntax }: ScalerField): Shape {
    if (syntax === undefined) return plain === true ? text : input;
    return plain === true ? textOf(FIELD_SYNTAX[syntax]) : inputOf(FIELD_SYNTAX[syntax]);
}

/** Text that stands between separators, which it must not have itself. */
function withoutAny(...separators: string[]): Syntax {
    const shown = separators.map((separator) => JSON.stringify(separator)).join(" and ");
    return {
        name: `text without ${shown}`,
        accepts: (item) => !separators.some((separator) => item.includes(separator)),
        fix: `leave out ${shown}: KEDA separates by it`,
    };
}

function scalerShape(scaler: Scaler): GroupShape {
    const fields = Object.entries(scaler.fields);
    return group(Object.fromEntries(fields.map(([member, field]) => [member, fieldShape(field)])), {
        required: fields.filter(([, field]) => field.required === true).map(([member]) => member),
        ...(scaler.exactlyOne === undefined ? {} : { exactlyOne: scaler.exactlyOne }),
    });
}

/** The form of `TriggerArgs`: a member for each scaler of the catalogue, and for each native metric. */
export const TRIGGER_SHAPE: GroupShape = group(
    {
        name: text,
        ...Object.fromEntries(
            [...SCALERS_BY_MEMBER].map(([member, scaler]) => [member, scalerShape(scaler)]),
        ),
        ...NATIVE_SHAPES,
        raw,
        authentication,
    },
    { exactlyOne: [[...SCALERS_BY_MEMBER.keys(), ...Object.keys(NATIVE_SHAPES), "raw"]] },
);
