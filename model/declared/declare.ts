import { cloudObject } from "./cloud-object";
import type { Declared, DeclaredOptions, KubernetesObject, Location } from "./declared";
import { kubernetesType } from "./declared";
import type { Path } from "./path";
import { formatPath } from "./path";

/**
 * A place in an object and the argument that decides it. `mirrored` where the argument has the same form below that
 * place, so that the rest of a path is the same in both.
 */
export type OriginEntry = readonly [place: Path, argument: string, form?: "mirrored"];

/**
 * Makes a declared object of a component; a place without an entry of its own has the one of its nearest parent.
 *
 * @param role The part that the object plays, unique in its component.
 */
export function declare(
    role: string,
    object: KubernetesObject,
    origins: readonly OriginEntry[],
    options: DeclaredOptions = {},
): Declared {
    return declared(kubernetesType(object.apiVersion, object.kind), role, object, origins, options);
}

/**
 * Makes a declared resource of a cloud.
 *
 * @param name The name by which findings call it: that of the Pulumi resource.
 * @param inputs Its inputs as the provider names them.
 * @example declareCloud("aws:sqs/queue:Queue", "queue", "interruption-queue", { messageRetentionSeconds: 300 }, [])
 */
export function declareCloud(
    type: string,
    role: string,
    name: string,
    inputs: Readonly<Record<string, unknown>>,
    origins: readonly OriginEntry[],
    options: DeclaredOptions = {},
): Declared {
    return declared(type, role, cloudObject(type, name, inputs), origins, options);
}

function declared(
    type: string,
    role: string,
    object: KubernetesObject,
    origins: readonly OriginEntry[],
    options: DeclaredOptions,
): Declared {
    return { type, role, object, options, origin: (path) => nearestArgument(path, origins) };
}

function nearestArgument(path: Path, origins: readonly OriginEntry[]): Location {
    let found: OriginEntry | undefined;
    for (const entry of origins) {
        const [place] = entry;
        const encloses = place.every((segment, index) => segment === path[index]);
        if (encloses && place.length >= (found?.[0].length ?? 0)) found = entry;
    }
    if (found === undefined) return {};
    const [place, argument, form] = found;
    return { argument: form === "mirrored" ? below(argument, path.slice(place.length)) : argument };
}

function below(argument: string, rest: Path): string {
    const text = formatPath(rest);
    return text === "" || text.startsWith("[") ? `${argument}${text}` : `${argument}.${text}`;
}
