import { NATIVE_METRICS } from "../triggers";
import { known } from "./field";
import type { FleetTrigger } from "./fleet-scaler";

const NATIVE_TYPES: ReadonlySet<unknown> = new Set(Object.values(NATIVE_METRICS));

/**
 * What a trigger is called in sentences: `redis "queue"`, or `redis #1` by its place in the list; a metric of a native
 * autoscaler `External metric "backlog"`.
 */
export function triggerLabel({ type, name, path }: FleetTrigger): string {
    const given = known(name);
    const kind = `${known(type) ?? "trigger"}${NATIVE_TYPES.has(known(type)) ? " metric" : ""}`;
    return `${kind} ${given === undefined ? `#${Number(path.at(-1)) + 1}` : JSON.stringify(given)}`;
}
