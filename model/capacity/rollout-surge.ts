import { Secret, Unknown, valueAt } from "../declared";

/** The surge of a Deployment that says nothing of it (pkg/apis/apps/v1/defaults.go). */
const DEFAULT_SURGE = "25%";

/**
 * The pods that a rollout of a Deployment adds to its replicas while it runs; percentages are rounded up
 * (pkg/controller/deployment/util MaxSurge). `Unknown` where it is not known; nothing where the API server would refuse
 * what is written.
 *
 * @param spec The Deployment's spec.
 * @example rolloutSurge({ strategy: { rollingUpdate: { maxSurge: "30%" } } }, 10) // 3
 */
export function rolloutSurge(spec: unknown, replicas: number): number | Unknown {
    const type = valueAt(spec, ["strategy", "type"]);
    if (type === "Recreate") return 0;
    const surge = valueAt(spec, ["strategy", "rollingUpdate", "maxSurge"]) ?? DEFAULT_SURGE;
    for (const leaf of [type, surge]) {
        if (leaf instanceof Unknown || leaf instanceof Secret) return new Unknown("strategy", leaf.identity);
    }
    if (typeof surge === "number") return Number.isInteger(surge) && surge > 0 ? surge : 0;
    const percent = typeof surge === "string" ? /^(\d{1,10})%$/.exec(surge)?.[1] : undefined;
    return percent === undefined ? 0 : Math.ceil((Number(percent) * replicas) / 100);
}
