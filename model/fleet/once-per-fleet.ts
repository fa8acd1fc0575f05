import type { Fleet } from "./fleet";

/** What is made of a fleet, made once for all who ask for it; a fleet does not change. */
export function oncePerFleet<T>(compute: (fleet: Fleet) => T): (fleet: Fleet) => T {
    const made = new WeakMap<Fleet, { readonly value: T }>();
    return (fleet) => {
        const found = made.get(fleet) ?? { value: compute(fleet) };
        made.set(fleet, found);
        return found.value;
    };
}
