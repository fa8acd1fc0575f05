import type { Fleet, FleetScaler } from "../fleet";
import { isUnknown, known, measuresPods } from "../fleet";
import type { Platform } from "../platform";
import { SCALE_TO_ZERO_KUBERNETES, versionAtLeast } from "../platform";
import type { Breach, Rule } from "./rule";

const CEILING_FIXES: Readonly<Record<FleetScaler["engine"], string>> = {
    keda: 'use 1 or more; to hold a pool at zero, set the annotation autoscaling.keda.sh/paused-replicas: "0"',
    "keda-jobs": 'use 1 or more; to start no jobs, set the annotation autoscaling.keda.sh/paused: "true"',
    hpa: "use 1 or more",
};

/** Bounds that the API server, KEDA's webhook or the HPA would refuse. */
export const scaleBounds: Rule = {
    id: "scale-bounds",
    severity: "error",
    impact: "high",
    tags: ["bounds"],
    title: "The floor is 0 or more, the ceiling at least 1 and not below the floor.",
    why: "KEDA before 2.20 let a floor above the ceiling through and swung between the two for ever.",
    source: "KEDA 2.20.2 verifyReplicaCount (#5954, #7562), scaledjob_types.go MaxReplicaCount; Kubernetes autoscaling/v2 validation",
    *check({ scalers, platform }: Fleet) {
        for (const scaler of scalers) yield* checkScaler(scaler, platform);
    },
};

function* checkScaler(scaler: FleetScaler, platform: Platform): Generator<Breach> {
    const { declared, min, max } = scaler;
    for (const [bound, word] of [
        [min, "floor"],
        [max, "ceiling"],
    ] as const) {
        if (!isUnknown(bound)) continue;
        yield {
            declared,
            path: bound.path,
            severity: "note",
            isUnknown: true,
            message: `the ${word} is known only after apply, so what depends on it is not checked`,
            fix: "give the number as a plain value",
        };
    }
    const [floor, ceiling] = [known(min), known(max)];
    if (floor !== undefined && floor < 0) {
        yield { declared, path: min.path, message: `the floor is ${floor}`, fix: "use 0 or more" };
    }
    if (floor === 0 && scaler.engine === "hpa" && hasOtherThanPods(scaler) && !takesZero(platform)) {
        yield {
            declared,
            path: min.path,
            severity: "warning",
            message: `the floor is 0, which an HPA accepts only where the feature gate HPAScaleToZero is on, as it is from Kubernetes ${SCALE_TO_ZERO_KUBERNETES} on`,
            fix: "use 1 or more, or a KEDA ScaledObject, which goes to zero by itself",
        };
    }
    if (ceiling !== undefined && ceiling < 1) {
        yield {
            declared,
            path: max.path,
            message: `the ceiling is ${ceiling}, and no autoscaler accepts less than 1`,
            fix: CEILING_FIXES[scaler.engine],
        };
    } else if (floor !== undefined && ceiling !== undefined && floor > ceiling && isCompared(scaler)) {
        yield {
            declared,
            path: min.path,
            message:
                scaler.jobs === undefined
                    ? `the floor ${floor} is above the ceiling ${ceiling}`
                    : `the floor ${floor} is above the ceiling ${ceiling}: KEDA runs ${ceiling} jobs at all times, and as many again for tasks`,
            fix: `use a floor of ${ceiling} or less, or a ceiling of ${floor} or more`,
        };
    }
}

/** KEDA's own ceiling of jobs is one for those that the triggers ask for alone. */
function isCompared({ jobs, maxStated }: FleetScaler): boolean {
    return jobs === undefined || maxStated;
}

/** What measures the pods alone is refused with a floor of 0 in any case, by resource-only-min-zero. */
function hasOtherThanPods({ triggers, areTriggersUnknown }: FleetScaler): boolean {
    return areTriggersUnknown || !triggers.every(measuresPods);
}

function takesZero({ kubernetesVersion }: Platform): boolean {
    return kubernetesVersion !== undefined && versionAtLeast(kubernetesVersion, SCALE_TO_ZERO_KUBERNETES);
}
