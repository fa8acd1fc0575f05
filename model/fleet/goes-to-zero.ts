import { known } from "./field";
import type { FleetScaler } from "./fleet-scaler";

/** Whether KEDA takes a pool to zero: by its floor, or by its number of idle replicas. */
export function goesToZero({ engine, min, idle }: FleetScaler): boolean {
    return engine === "keda" && (known(min) === 0 || known(idle) === 0);
}
