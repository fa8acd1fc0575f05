import type { AutoscaledAgentPoolArgs, Declared, Location, Path, Pool } from "../../model";
import { POOL_TYPE, manifests, resolve } from "../../model";
import type { OfflineRun, Registration } from "../offline";

/** A pool that a program registered, resolved again from the arguments that it was registered with. */
export interface ProgramPool {
    readonly registration: Registration;
    /** Absent where the component refused the arguments. */
    readonly pool?: Pool;
}

/** The pools of a program, in the order of their registration. */
export function programPools({ registrations }: Pick<OfflineRun, "registrations">): ProgramPool[] {
    return registrations
        .filter(({ type }) => type === POOL_TYPE)
        .map((registration) => {
            const { name, inputs } = registration;
            const { pool } = resolve(name, inputs as unknown as AutoscaledAgentPoolArgs);
            return { registration, ...(pool === undefined ? {} : { pool }) };
        });
}

/**
 * Gives the objects that a pool registered the origins that its own manifests have, so that a finding points at
 * the argument that the user wrote; other objects keep theirs.
 */
export function withArgumentOrigins(
    declared: readonly Declared[],
    pools: readonly ProgramPool[],
    registrations: readonly Registration[],
): Declared[] {
    const parents = new Map(registrations.map(({ urn, parent }) => [urn, parent]));
    const origins = new Map<string, Declared["origin"]>();
    for (const { registration, pool } of pools) {
        if (pool === undefined) continue;
        for (const { type, object, origin } of manifests(pool)) {
            const key = originKey(registration.urn, type, object.metadata["name"]);
            origins.set(key, (path: Path): Location => inComponent(registration.name, origin(path)));
        }
    }
    return declared.map((object) => {
        const parent = object.urn === undefined ? undefined : parents.get(object.urn);
        const origin = origins.get(originKey(parent, object.type, object.object.metadata["name"]));
        return origin === undefined ? object : { ...object, origin };
    });
}

function originKey(parent: string | undefined, type: string, name: unknown): string {
    return JSON.stringify([parent, type, name]);
}

/** In a program with many pools an argument is named with its pool. */
function inComponent(component: string, location: Location): Location {
    return { ...location, component };
}
