import type { Path } from "../declared";
import { valueAt } from "../declared";
import type { FleetWorkload } from "../fleet";
import type { PodContainer } from "./containers-of";
import { runningContainers } from "./containers-of";

/** The probes that a container may have. */
export const PROBES = ["startupProbe", "readinessProbe", "livenessProbe"] as const;
export type ProbeName = (typeof PROBES)[number];

/** One probe of a container. */
export interface ContainerProbe {
    readonly container: PodContainer;
    readonly name: ProbeName;
    readonly path: Path;
    /** The probe itself; anything, where it is no object. */
    readonly probe: unknown;
}

/** The probes of the containers that run side by side. */
export function probesOf(workload: FleetWorkload): ContainerProbe[] {
    return (runningContainers(workload) ?? []).flatMap((container) =>
        PROBES.flatMap((name): ContainerProbe[] => {
            const probe = valueAt(container.container, [name]) ?? undefined;
            return probe === undefined ? [] : [{ container, name, path: [...container.path, name], probe }];
        }),
    );
}
