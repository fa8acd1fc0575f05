import type { Pool } from "../pool";
import { WaitFor } from "../pool";

/** What makes an update wait for a condition of the scaler; nothing waits for one that is told to stand still. */
export function readyAnnotations(
    { waitFor, waitSeconds, scale }: Pool,
    condition: string,
): Readonly<Record<string, string>> {
    if (waitFor !== WaitFor.ScalerReady) return {};
    if (scale.pause !== undefined || scale.pausedReplicas !== undefined) return {};
    return {
        "pulumi.com/waitFor": `condition=${condition}`,
        "pulumi.com/timeoutSeconds": String(waitSeconds),
    };
}
