import type { Declared, DeclaredOptions, KubernetesObject, Location, Path } from "../declared";
import { formatPath, kubernetesType } from "../declared";

/**
 * A place in an object and the argument that decides it. `mirrored` where the argument has the same form below that
 * place, so that the rest of a path is the same in both.
 */
export type OriginEntry = readonly [place: Path, argument: string, form?: "mirrored"];

/** Makes a declared object of a pool; a place without an entry of its own has the one of its nearest parent. */
export function declare(
    role: string,
    object: KubernetesObject,
    origins: readonly OriginEntry[],
    options: DeclaredOptions = {},
): Declared {
    return {
        type: kubernetesType(object.apiVersion, object.kind),
        role,
        object,
        options,
        origin: (path) => nearestArgument(path, origins),
    };
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
