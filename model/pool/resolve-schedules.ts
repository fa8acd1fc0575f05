import { compileFloors } from "../schedule";
import type { CompiledWindow } from "../schedule";
import { encodeTrigger, scalerByType } from "../triggers";
import type { AgentPoolArgs } from "./args";
import type { Ledger } from "./ledger";
import type { PoolTrigger } from "./pool";
import { floorWindow } from "./schedule-problems";

/** The arguments of a window by KEDA's key for them. */
const MEMBERS = {
    timezone: "timeZone",
    start: "start",
    end: "end",
    desiredReplicas: "minReplicas",
} as const;

/** Decides the floor that holds always, and the windows that raise it. */
export function resolveFloors(
    { scale }: AgentPoolArgs,
    ledger: Ledger,
): { readonly minReplicas: number; readonly windows: readonly PoolTrigger[] } {
    const { schedules = [] } = scale;
    const base = ledger.given("scale.minReplicas", scale.minReplicas);
    const compiled = compileFloors(base, schedules.map(floorWindow));
    if (!("windows" in compiled)) throw new Error("scheduleProblems refuses that first");
    if (compiled.floor < base) {
        const reason = `KEDA's windows only raise the floor: it is ${compiled.floor} always, and ${base} outside of the windows that go below it`;
        ledger.or("scale.minReplicas", undefined, compiled.floor, reason, "derived");
    }
    return {
        minReplicas: compiled.floor,
        windows: compiled.windows.map((window) => cronTrigger(window, "scale.schedules")),
    };
}

/**
 * A window as KEDA's trigger.
 *
 * @param schedules The argument that the windows were made from.
 */
export function cronTrigger(
    { name, start, end, timeZone, floor, from }: CompiledWindow,
    schedules: string,
): PoolTrigger {
    const cron = scalerByType("cron");
    if (cron === undefined) throw new Error("the catalogue has no cron");
    const trigger = encodeTrigger(cron, { start, end, timezone: timeZone, desiredReplicas: floor }, name);
    const [only] = from;
    const isOne = from.length === 1 && !name.startsWith("outside-");
    return isOne
        ? {
              ...trigger,
              members: MEMBERS,
              argument: `${schedules}[${only ?? 0}]`,
              values: `${schedules}[${only ?? 0}]`,
          }
        : { ...trigger, members: {}, argument: schedules, values: schedules };
}
