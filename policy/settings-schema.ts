import type { PolicyConfigSchema } from "@pulumi/policy";
import type { GroupShape, Shape } from "../model/arguments";
import { LEVELS } from "../model/rules";
import { SETTINGS_SHAPE } from "../model/settings";

type JsonSchema = PolicyConfigSchema["properties"][string];

/**
 * The form of the settings as the engine checks it before a pack sees them. There are no defaults in it: the engine
 * would fill them in, over what the pack's own code sets.
 */
export function settingsSchema(): PolicyConfigSchema {
    const { rules, ...others } = SETTINGS_SHAPE.members;
    const byId = rules?.kind === "group" ? rules.members : {};
    return {
        properties: {
            ...schemas(others),
            rules: { ...objectSchema({}), properties: mapValues(byId, ruleSchema) },
        },
    };
}

/** The schemas of values by name. */
export function schemas(shapes: Readonly<Record<string, Shape>>): Record<string, JsonSchema> {
    return mapValues(shapes, jsonSchema);
}

/** A rule is given as an object, or as its level alone; a pattern holds for texts only. */
function ruleSchema(shape: Shape): JsonSchema {
    return { ...jsonSchema(shape), type: ["string", "object"], pattern: `^(${LEVELS.join("|")})$` };
}

function jsonSchema(shape: Shape): JsonSchema {
    switch (shape.kind) {
        case "group":
            return groupSchema(shape);
        case "list":
            return { type: "array", items: jsonSchema(shape.of), ...(shape.nonEmpty ? { minItems: 1 } : {}) };
        case "map":
            return { type: "object", additionalProperties: jsonSchema(shape.of) };
        case "integer":
        case "number":
            return {
                type: shape.kind,
                ...(shape.min === undefined ? {} : { minimum: shape.min }),
                ...(shape.max === undefined ? {} : { maximum: shape.max }),
                ...(shape.above === undefined ? {} : { exclusiveMinimum: shape.above }),
            };
        case "choice":
            return { type: "string", enum: [...shape.choices] };
        case "boolean":
            return { type: "boolean" };
        case "text":
        case "input":
            return { type: "string" };
        case "data":
            return {};
    }
}

function groupSchema({ members, required }: GroupShape): JsonSchema {
    return {
        ...objectSchema(schemas(members)),
        ...(required.length === 0 ? {} : { required: [...required] }),
    };
}

function objectSchema(properties: Record<string, JsonSchema>): JsonSchema {
    return { type: "object", properties, additionalProperties: false };
}

function mapValues<From, To>(
    record: Readonly<Record<string, From>>,
    map: (value: From) => To,
): Record<string, To> {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
