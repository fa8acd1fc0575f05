import type { FleetScaler } from "../fleet";
import type { Archetype } from "../pool/archetypes";
import { ARCHETYPES } from "../pool/archetypes";

const BY_NAME: ReadonlyMap<string, Archetype> = new Map(Object.entries(ARCHETYPES));

/** What is known of the kind of work that an author states, with its name. */
export function archetypeOf(
    intent: FleetScaler["intent"],
): (Archetype & { readonly name: string }) | undefined {
    const name = intent?.archetype;
    const archetype = name === undefined ? undefined : BY_NAME.get(name);
    return name === undefined || archetype === undefined ? undefined : { ...archetype, name };
}
