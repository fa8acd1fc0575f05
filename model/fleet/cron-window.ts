import type { WindowArgs } from "../schedule";
import type { FleetTrigger } from "./fleet-scaler";

/** The window of a cron trigger, where all of it is plain text. */
export function cronWindow(trigger: FleetTrigger): WindowArgs | undefined {
    if (trigger.scaler?.type !== "cron") return undefined;
    const { start, end, timezone } = trigger.metadata;
    if (typeof start !== "string" || typeof end !== "string" || typeof timezone !== "string")
        return undefined;
    return { start, end, timeZone: timezone };
}
