import type { Leaf } from "../declared";
import type { Platform } from "../platform";
import type { ExemptionArgs, NodePoolProfileArgs, PoolBehavior, PoolPlacement, PoolTrigger } from "../pool";
import type { WarmStrategy } from "./choices";

/** Warm capacity whose every value is decided. */
export interface WarmCapacity {
    /** The component's name; also that of its objects, and the start of that of a PriorityClass, which has no namespace. */
    readonly name: string;
    readonly namespace: Leaf<string>;
    readonly strategy: Exclude<WarmStrategy, "Auto">;
    /** What one pod requests. */
    readonly requests: Readonly<Record<string, string>>;
    /** With the priority class of placeholders. */
    readonly placement: PoolPlacement;
    readonly nodePool?: NodePoolProfileArgs;
    readonly coldStartSeconds?: number;
    /** How many always; the fewest where windows ask for more. */
    readonly replicas: number;
    /** What raises the number by the clock; absent where nothing does. */
    readonly scheduled?: WarmSchedule;
    readonly priority: number;
    readonly image: Leaf<string>;
    readonly exemptions: readonly ExemptionArgs[];
    readonly labels: Readonly<Record<string, string>>;
    readonly platform: Platform;
}

/** Windows with more placeholders. */
export interface WarmSchedule {
    readonly windows: readonly PoolTrigger[];
    /** The most that any of them asks for. */
    readonly maxReplicas: number;
    readonly behavior: PoolBehavior;
}
