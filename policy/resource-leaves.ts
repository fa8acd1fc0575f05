import type { PolicyResource } from "@pulumi/policy";
import type { Path } from "../model/declared";
import { formatPath } from "../model/declared";
import type { Leaves } from "./read-properties";

const SECRET_FIELDS: ReadonlySet<unknown> = new Set(["data", "stringData"]);

/**
 * What is secret of a resource, and what its unknown values are equal to.
 *
 * The policy SDK hands secrets over as plain values, so what a program marked as secret cannot be told. Secret is
 * therefore what is by its place: the content of a Secret, the values of environment variables, and the outputs that
 * the resource's options name.
 */
export function resourceLeaves({ type, urn, opts, propertyDependencies }: PolicyResource): Leaves {
    const secretOutputs = new Set(opts.additionalSecretOutputs);
    const isSecretObject = type === "kubernetes:core/v1:Secret";
    return {
        isSecret: (path) =>
            // Most resources name no outputs, and this is asked for every value.
            (secretOutputs.size > 0 && secretOutputs.has(formatPath(path))) ||
            (isSecretObject && path.length === 1 && SECRET_FIELDS.has(path[0])) ||
            isEnvironmentValue(path),
        unknownIdentity: (path) => {
            const sources = propertyDependencies[String(path[0])] ?? [];
            // Names made from one resource are many; a namespace from one resource is the same in all its objects.
            if (sources.length === 0 || formatPath(path) === "metadata.name")
                return `${urn} ${formatPath(path)}`;
            const urns = sources.map((source) => source.urn).sort();
            return `${formatPath(path)} from ${[...new Set(urns)].join(", ")}`;
        },
    };
}

function isEnvironmentValue(path: Path): boolean {
    return path.at(-1) === "value" && path.at(-3) === "env";
}
