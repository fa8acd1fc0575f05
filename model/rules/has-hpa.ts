import type { FleetScaler } from "../fleet";

const ENGINES: ReadonlySet<string> = new Set(["keda", "hpa"]);

/** Whether an HPA sets the replicas; KEDA makes one for each ScaledObject. */
export function hasHpa({ engine }: FleetScaler): boolean {
    return ENGINES.has(engine);
}
