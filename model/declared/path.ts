import { Secret, Unknown } from "./leaf";

/** A place in an object: property names and array indexes, from the root down. */
export type Path = readonly (string | number)[];

const IDENTIFIER = /^[A-Za-z_$][\w$-]*$/;

/**
 * Writes a path the way a person would: `spec.triggers[0].metadata.listName`,
 * `metadata.annotations["agent-autoscaling/intent"]`.
 *
 * @example formatPath(["spec", "triggers", 0, "type"]) // "spec.triggers[0].type"
 */
export function formatPath(path: Path): string {
    return path.reduce<string>((text, segment) => {
        if (typeof segment === "number") return `${text}[${segment}]`;
        if (!IDENTIFIER.test(segment)) return `${text}[${JSON.stringify(segment)}]`;
        return text === "" ? segment : `${text}.${segment}`;
    }, "");
}

/**
 * Reads the value at a path. Anything missing on the way gives `undefined`, also what only the prototype has
 * (`constructor`); a value that is not known yet (`Unknown`, `Secret`) is returned as it is where the path reaches
 * it or would pass through it, so that an unknown object never looks like an absent field.
 */
export function valueAt(object: unknown, path: Path): unknown {
    let value: unknown = object;
    for (const segment of path) {
        if (typeof value !== "object" || value === null) return undefined;
        if (value instanceof Unknown || value instanceof Secret) return value;
        value = Object.hasOwn(value, segment)
            ? (value as Record<string | number, unknown>)[segment]
            : undefined;
    }
    return value;
}
