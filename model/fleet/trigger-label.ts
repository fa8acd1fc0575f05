import { known } from "./field";
import type { FleetTrigger } from "./fleet";

/** What a trigger is called in sentences: `redis "queue"`, or `redis #1` by its place in the list. */
export function triggerLabel({ type, name, path }: FleetTrigger): string {
    const given = known(name);
    return `${known(type) ?? "trigger"} ${given === undefined ? `#${Number(path.at(-1)) + 1}` : JSON.stringify(given)}`;
}
