import type { Field } from "./type-fields";

/** The part of a CRD's schema that says which members there are. */
export interface CrdSchema {
    type?: string;
    enum?: string[];
    properties?: Record<string, CrdSchema>;
    required?: string[];
    items?: CrdSchema;
    additionalProperties?: CrdSchema;
    anyOf?: CrdSchema[];
}

/** The members of a CRD's schema, at any depth, sorted and written as `typeFields` writes a type's. */
export function schemaFields(schema: CrdSchema): Field[] {
    const fields: Field[] = [];
    const visit = (each: CrdSchema, at: string, label: string): void => {
        if (each.enum !== undefined) {
            fields.push(
                `${label}: ${each.enum
                    .map((value) => JSON.stringify(value))
                    .sort()
                    .join(" | ")}`,
            );
        } else if (each.items !== undefined) {
            fields.push(`${label}: list`);
            visit(each.items, `${at}[]`, `${at}[]`);
        } else if (each.additionalProperties !== undefined) {
            fields.push(`${label}: map`);
            visit(each.additionalProperties, `${at}{}`, `${at}{}`);
        } else if (each.type === "object") {
            fields.push(`${label}: object`);
            for (const [name, below] of Object.entries(each.properties ?? {})) {
                const optional = each.required?.includes(name) === true ? "" : "?";
                visit(below, `${at}.${name}`, `${at}.${name}${optional}`);
            }
        } else {
            // Kubernetes' int-or-string, which its SDKs type as text.
            const type = each.anyOf === undefined ? each.type : "string";
            fields.push(`${label}: ${type === "integer" ? "number" : String(type)}`);
        }
    };
    visit(schema, "spec", "spec");
    return fields.sort();
}
