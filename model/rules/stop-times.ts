import type { Path } from "../declared";
import { Unknown, valueAt, isHidden } from "../declared";
import type { FleetScaler, FleetWorkload } from "../fleet";
import { containersIn } from "./containers-of";

/** Kubernetes' default where a pod states none. */
export const DEFAULT_GRACE_SECONDS = 30;

/** How long the pods of a workload take to stop, and how long they get. */
export interface StopTimes {
    /** Where the grace period stands, or would stand. */
    readonly gracePath: Path;
    /** The seconds that a pod gets; `undefined` where what is written is no whole number. */
    readonly grace: number | Unknown | undefined;
    /** The seconds that pass before the agent is asked to stop. */
    readonly preStop: number | Unknown;
    /**
     * The seconds that a pod needs: those and its longest task. `undefined` where the task is not declared, may be cut
     * off, or something is known only after apply.
     */
    readonly needed: number | undefined;
}

/** Reads how long pods take to stop; the first container is the agent, for KEDA too. */
export function stopTimes(workload: FleetWorkload, intent: FleetScaler["intent"]): StopTimes {
    const gracePath = [...workload.podSpecPath, "terminationGracePeriodSeconds"];
    const preStop = preStopOf(workload);
    const { p99Seconds, interruptible } = intent?.task ?? {};
    const isTold = p99Seconds !== undefined && interruptible !== true && !(preStop instanceof Unknown);
    return {
        gracePath,
        grace: graceOf(valueAt(workload.declared.object, gracePath) ?? undefined),
        preStop,
        needed: isTold ? p99Seconds + preStop : undefined,
    };
}

function graceOf(stated: unknown): number | Unknown | undefined {
    if (isHidden(stated)) return new Unknown("the grace period", stated);
    if (stated === undefined) return DEFAULT_GRACE_SECONDS;
    return typeof stated === "number" && Number.isInteger(stated) ? stated : undefined;
}

/** Where a container's hook stands that runs before it is asked to stop. */
export const PRE_STOP: Path = ["lifecycle", "preStop"];

function preStopOf(workload: FleetWorkload): number | Unknown {
    const [agent] = containersIn(workload, "containers") ?? [];
    return hookSeconds(valueAt(agent?.container, PRE_STOP));
}

/** The seconds that a hook sleeps, by Kubernetes' own action or by a command; any other command is taken for short. */
export function hookSeconds(hook: unknown): number | Unknown {
    const seconds = valueAt(hook, ["sleep", "seconds"]) ?? undefined;
    if (isHidden(seconds)) return new Unknown("the preStop hook", seconds);
    if (typeof seconds === "number") return seconds;
    const command = valueAt(hook, ["exec", "command"]) ?? [];
    if (!Array.isArray(command)) return 0;
    const words = (command as unknown[]).filter((word) => typeof word === "string").join(" ");
    const [, amount, unit = "s"] =
        /(?:^|[\s;&|/])sleep\s+(\d{1,6}(?:\.\d{1,6})?)([smh]?)(?:$|[\s;&|])/.exec(words) ?? [];
    return amount === undefined ? 0 : Number(amount) * (SECONDS[unit === "" ? "s" : unit] ?? 1);
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };
