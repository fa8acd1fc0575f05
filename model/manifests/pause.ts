import type { Pool } from "../pool";
import { ScalingPause } from "../pool";
import { KedaAnnotation } from "../triggers";

/** KEDA's annotation of each pause. */
const ANNOTATIONS: Readonly<Record<ScalingPause, string>> = {
    [ScalingPause.Everything]: KedaAnnotation.Paused,
    [ScalingPause.ScaleIn]: KedaAnnotation.PausedScaleIn,
    [ScalingPause.ScaleOut]: KedaAnnotation.PausedScaleOut,
};

/** What tells KEDA to stand still. */
export function pauseAnnotations({ scale }: Pool): Readonly<Record<string, string>> {
    return {
        ...(scale.pause === undefined ? {} : { [ANNOTATIONS[scale.pause]]: "true" }),
        ...(scale.pausedReplicas === undefined
            ? {}
            : { [KedaAnnotation.PausedReplicas]: String(scale.pausedReplicas) }),
    };
}
