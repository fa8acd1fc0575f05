import type { Declared } from "../declared";
import type { Pool } from "../pool";
import { ScalingEngine } from "../pool";
import { clockObjects, kubectlImage } from "../scheduled";
import { poolLabels } from "./metadata";

/** What lowers the pool's ceiling by the clock and raises it again; nothing where no window has a ceiling of its own. */
export function clock(pool: Pool): Declared[] {
    const { name, namespace, scale, platform } = pool;
    if (scale.ceilings.length === 0) return [];
    return clockObjects({
        name,
        target: {
            kind: scale.engine === ScalingEngine.Keda ? "ScaledObject" : "HorizontalPodAutoscaler",
            name,
            namespace,
        },
        windows: scale.ceilings.map(({ maxReplicas, ...window }) => ({
            ...window,
            inside: { maxReplicas },
            outside: { maxReplicas: scale.maxReplicas },
        })),
        image: kubectlImage(platform),
        labels: poolLabels(pool),
        dependsOn: ["scaler"],
    });
}
