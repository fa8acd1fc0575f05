import { known } from "./field";
import type { FleetTrigger } from "./fleet-scaler";

/** Types of an HPA's metrics that say something about more than the pods; KEDA's types are in lower case. */
const OF_MORE: readonly string[] = ["Object", "External"];

/** Whether a trigger certainly measures the pods themselves, so that it asks for nothing while there are none. */
export function measuresPods({ scaler, type }: FleetTrigger): boolean {
    return scaler?.wakesFromZero === false || known(type) === "Pods";
}

/** Whether a trigger certainly reads one number for the whole pool, which also counts while no pod runs. */
export function countsTotal({ scaler, type }: FleetTrigger): boolean {
    return scaler?.wakesFromZero ?? OF_MORE.includes(known(type) ?? "");
}
