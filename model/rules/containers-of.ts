import type { Path } from "../declared";
import { valueAt } from "../declared";
import type { FleetWorkload } from "../fleet";

/** A container of a workload's pods. */
export interface PodContainer {
    /** Its name, as it is written. */
    readonly name: unknown;
    /** Where it stands in the object. */
    readonly path: Path;
    /** The container itself; anything, where it is no object. */
    readonly container: unknown;
}

/** The containers of a list, with their places; `undefined` where they are known only after apply. */
export function containersIn(
    { podSpec, podSpecPath, isPodSpecUnknown }: FleetWorkload,
    list: "containers" | "initContainers",
): readonly PodContainer[] | undefined {
    const items = podSpec[list] ?? [];
    if (isPodSpecUnknown || !Array.isArray(items)) return undefined;
    return items.map((container: unknown, index) => ({
        name: valueAt(container, ["name"]),
        path: [...podSpecPath, list, index],
        container,
    }));
}

/** The containers that run side by side, sidecars last; `undefined` where they are known only after apply. */
export function runningContainers(workload: FleetWorkload): readonly PodContainer[] | undefined {
    const containers = containersIn(workload, "containers");
    const sidecars = containersIn(workload, "initContainers")?.filter(
        ({ container }) => valueAt(container, ["restartPolicy"]) === "Always",
    );
    return containers === undefined ? undefined : [...containers, ...(sidecars ?? [])];
}
