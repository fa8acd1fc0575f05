import type { Declared } from "../declared";
import { isHidden, valueAt } from "../declared";

/** Where pods and logins name config maps and secrets, by the member that holds the name. */
const REFERENCES: readonly (readonly [kind: "configmaps" | "secrets", path: readonly string[]])[] = [
    ["configmaps", ["configMapKeyRef", "name"]],
    ["configmaps", ["configMapRef", "name"]],
    ["configmaps", ["configMap", "name"]],
    ["secrets", ["secretKeyRef", "name"]],
    ["secrets", ["secretRef", "name"]],
    ["secrets", ["secret", "secretName"]],
];

/** Lists whose items have a secret's name as `name`. */
const SECRET_LISTS = ["imagePullSecrets", "secretTargetRef"];

/** The names of the config maps and secrets that objects refer to, each once; what is not known counts by itself. */
export function referencedObjects(declared: readonly Declared[]): Record<"configmaps" | "secrets", number> {
    const found = { configmaps: new Set<unknown>(), secrets: new Set<unknown>() };
    const visit = (value: unknown): void => {
        if (typeof value !== "object" || value === null || isHidden(value)) return;
        for (const [kind, path] of REFERENCES) add(found[kind], valueAt(value, path));
        for (const [member, item] of Object.entries(value)) {
            if (SECRET_LISTS.includes(member) && Array.isArray(item)) {
                for (const each of item) add(found.secrets, valueAt(each, ["name"]));
            }
            visit(item);
        }
    };
    for (const { object } of declared) visit(object["spec"]);
    return { configmaps: found.configmaps.size, secrets: found.secrets.size };
}

function add(names: Set<unknown>, name: unknown): void {
    if (name === undefined || name === null) return;
    names.add(isHidden(name) ? name.identity : name);
}
