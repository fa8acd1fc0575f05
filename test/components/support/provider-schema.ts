import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** A property as the schema of a Pulumi provider describes it. */
interface Property {
    readonly type?: string;
    readonly $ref?: string;
    readonly items?: Property;
    readonly additionalProperties?: Property;
    readonly oneOf?: readonly Property[];
}

interface ProviderSchema {
    readonly resources: Record<
        string,
        { inputProperties: Record<string, Property>; requiredInputs?: readonly string[] } | undefined
    >;
    readonly types: Record<
        string,
        { properties?: Record<string, Property>; required?: readonly string[] } | undefined
    >;
}

const FOLDER = path.resolve(__dirname, "../../../../shared/data/provider-schemas");
const FILES = { aws: "aws-7.48.0-slice.json", gcp: "gcp-9.37.0-slice.json" };

/** Whether the slices of the providers' schemas are beside the repository. */
export const HAS_PROVIDER_SCHEMAS = existsSync(FOLDER);

const schemas = new Map<string, ProviderSchema>();

function schemaOf(provider: keyof typeof FILES): ProviderSchema {
    const known = schemas.get(provider);
    if (known !== undefined) return known;
    const read = JSON.parse(readFileSync(path.join(FOLDER, FILES[provider]), "utf8")) as ProviderSchema;
    schemas.set(provider, read);
    return read;
}

/**
 * What is wrong with the inputs of a resource, by the schema of its provider: unknown names, missing ones and values of
 * another type, at any depth. It does not prove that the cloud accepts them. A value that is not known (`undefined`
 * under mocks) counts as given.
 */
export function schemaProblems(type: string, inputs: Readonly<Record<string, unknown>>): string[] {
    const provider = type.split(":")[0] as keyof typeof FILES;
    const schema = schemaOf(provider);
    const resource = schema.resources[type];
    if (resource === undefined) return [`${type} is not in ${FILES[provider]}`];
    return problemsOf(inputs, resource.inputProperties, resource.requiredInputs, type, schema);
}

/** Whether a path of `ignoreChanges` names inputs that the resource has. */
export function hasInput(type: string, dotted: string): boolean {
    const schema = schemaOf(type.split(":")[0] as keyof typeof FILES);
    let properties: Record<string, Property> | undefined = schema.resources[type]?.inputProperties;
    return dotted.split(".").every((segment) => {
        const property = properties?.[segment];
        properties = property === undefined ? undefined : typeOf(property, schema)?.properties;
        return property !== undefined;
    });
}

function typeOf({ $ref }: Property, { types }: ProviderSchema): ProviderSchema["types"][string] {
    return $ref === undefined ? undefined : types[$ref.replace("#/types/", "")];
}

function problemsOf(
    value: Readonly<Record<string, unknown>>,
    properties: Record<string, Property>,
    required: readonly string[] | undefined,
    at: string,
    schema: ProviderSchema,
): string[] {
    return [
        ...(required ?? []).filter((name) => !(name in value)).map((name) => `${at}.${name} is missing`),
        ...Object.entries(value).flatMap(([name, item]) => {
            const property = properties[name];
            return property === undefined
                ? [`${at}.${name} does not exist`]
                : valueProblems(item, property, `${at}.${name}`, schema);
        }),
    ];
}

function valueProblems(value: unknown, property: Property, at: string, schema: ProviderSchema): string[] {
    if (value === undefined || value === null) return [];
    const { type, items, additionalProperties, oneOf, $ref } = property;
    if (oneOf !== undefined) {
        const each = oneOf.map((one) => valueProblems(value, one, at, schema));
        return each.some((problems) => problems.length === 0) ? [] : (each[0] ?? []);
    }
    if ($ref !== undefined) {
        const described = typeOf(property, schema);
        if (described?.properties === undefined) return [];
        return isRecord(value)
            ? problemsOf(value, described.properties, described.required, at, schema)
            : [`${at} is ${typeof value}, not an object`];
    }
    if (type === "array") {
        if (!Array.isArray(value)) return [`${at} is ${typeof value}, not a list`];
        return items === undefined
            ? []
            : value.flatMap((item, index) => valueProblems(item, items, `${at}[${index}]`, schema));
    }
    if (type === "object") {
        if (!isRecord(value)) return [`${at} is ${typeof value}, not an object`];
        return additionalProperties === undefined
            ? []
            : Object.entries(value).flatMap(([key, item]) =>
                  valueProblems(item, additionalProperties, `${at}.${key}`, schema),
              );
    }
    const wanted = type === "integer" ? "number" : type;
    return typeof value === wanted ? [] : [`${at} is ${typeof value}, not ${wanted ?? "known"}`];
}

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
