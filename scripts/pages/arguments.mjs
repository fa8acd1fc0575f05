import { cell, page, table } from "./markdown.mjs";

const PREFIX = "#/types/agent-autoscaling:index:";

/**
 * The argument reference from the package's schema: docs/arguments.md for the components and what they take,
 * docs/triggers.md for the scalers.
 *
 * @param {{ resources: Record<string, object>, types: Record<string, object> }} schema
 * @returns {{ argumentsPage: string, triggersPage: string }}
 */
export function argumentPages({ resources, types }) {
    const all = Object.entries(types).map(([token, type]) => [nameOf(token), type]);
    const scalers = new Set(
        Object.values(types["agent-autoscaling:index:TriggerArgs"].properties)
            .map(({ $ref }) => $ref?.replace(PREFIX, ""))
            .filter((name) => name !== undefined && name !== "AuthenticationArgs"),
    );
    const ofScalers = withReferences(scalers, types);
    const others = all.filter(([name]) => !ofScalers.has(name));
    const page1 = page(
        "Arguments",
        "Written by npm run docs from plugin/schema.json.",
        "Names are the same in every language; this page shows them as TypeScript and YAML have them. `Output` marks an identity, which may be an Output of another resource; everything else decides scale or money and is a plain value, known in a preview.",
        ...Object.entries(resources).map(([token, resource]) =>
            component(nameOf(token), resource, ofScalers),
        ),
        ...others.map(([name, type]) => typeSection(name, type, ofScalers)),
    );
    const page2 = page(
        "Triggers",
        "Written by npm run docs from plugin/schema.json.",
        "The arguments of each scaler of KEDA 2.20, from the catalogue in model/triggers/catalogue, and of the metrics that only the native autoscaler reads.",
        ...all
            .filter(([name]) => ofScalers.has(name))
            .map(([name, type]) => typeSection(name, type, ofScalers)),
    );
    return { argumentsPage: page1, triggersPage: page2 };
}

/** The given types and all that only they refer to. */
function withReferences(names, types) {
    const found = new Set(names);
    for (const name of found) {
        const { properties = {} } = types[PREFIX.replace("#/types/", "") + name] ?? {};
        for (const property of Object.values(properties)) {
            for (const [, reference] of JSON.stringify(property).matchAll(/index:(\w+)"/g))
                found.add(reference);
        }
    }
    return found;
}

function nameOf(token) {
    return token.slice(token.lastIndexOf(":") + 1);
}

function component(name, { description, inputProperties, requiredInputs = [], properties }, ofScalers) {
    const outputs = Object.entries(properties).map(([output, property]) => [
        `\`${output}\``,
        typeText(property, ofScalers),
        cell(property.description ?? ""),
    ]);
    return [
        `## ${name}`,
        description ?? "",
        members(inputProperties, requiredInputs, ofScalers),
        "Outputs:",
        table(["output", "type", "what it is"], outputs),
    ].join("\n\n");
}

function typeSection(name, type, ofScalers) {
    const body =
        type.enum === undefined
            ? members(type.properties, type.required ?? [], ofScalers)
            : table(
                  ["value", "meaning"],
                  type.enum.map(({ value, description }) => [`\`${value}\``, cell(description ?? "")]),
              );
    return [`### ${name}`, type.description ?? "", body].join("\n\n");
}

function members(properties = {}, required, ofScalers) {
    const rows = Object.entries(properties).map(([member, property]) => [
        required.includes(member) ? `**\`${member}\`**` : `\`${member}\``,
        typeText(property, ofScalers),
        cell(property.description ?? ""),
    ]);
    return table(["argument", "type", "what it is"], rows);
}

function typeText(property, ofScalers) {
    if (property.$ref === "pulumi.json#/Any") return "any";
    if (property.$ref !== undefined) {
        const name = nameOf(property.$ref);
        const file = ofScalers.has(name) ? "triggers.md" : "arguments.md";
        return `[${name}](${file}#${name.toLowerCase()})`;
    }
    if (property.items !== undefined) return `list of ${typeText(property.items, ofScalers)}`;
    if (property.additionalProperties !== undefined) {
        return `map of ${typeText(property.additionalProperties, ofScalers)}`;
    }
    return property.plain === true ? property.type : `${property.type} or Output`;
}
