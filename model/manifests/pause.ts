import type { Pool } from "../pool";
import { ScalingPause } from "../pool";

/** KEDA's annotation of each pause (`apis/keda/v1alpha1/scaledobject_types.go`, 2.20.2). */
const ANNOTATIONS: Readonly<Record<ScalingPause, string>> = {
    [ScalingPause.Everything]: "autoscaling.keda.sh/paused",
    [ScalingPause.ScaleIn]: "autoscaling.keda.sh/paused-scale-in",
    [ScalingPause.ScaleOut]: "autoscaling.keda.sh/paused-scale-out",
};

/** What tells KEDA to stand still. */
export function pauseAnnotations({ scale }: Pool): Readonly<Record<string, string>> {
    return {
        ...(scale.pause === undefined ? {} : { [ANNOTATIONS[scale.pause]]: "true" }),
        ...(scale.pausedReplicas === undefined
            ? {}
            : { "autoscaling.keda.sh/paused-replicas": String(scale.pausedReplicas) }),
    };
}
