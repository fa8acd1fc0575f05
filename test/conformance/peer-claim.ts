import type { PeerName } from "./peers";
import * as when from "./peer-circumstances";

/** One thing that peers say of an object, and what we say of it. */
export interface PeerClaim {
    readonly concern: Concern;
    /** The ids of the checks that say it. */
    readonly checks: Readonly<Partial<Record<PeerName, readonly string[]>>>;
    /** The rules of ours that say it, one of them of each such object or of its pool. */
    readonly rules: readonly string[];
    /** Why none of them does, of some objects or of all. */
    readonly silences?: readonly Silence[];
}

/** Why we say nothing of an object. */
export interface Silence {
    /** Of which objects. Default: of all. */
    readonly of?: when.Circumstance;
    readonly because: string;
}

/** What we and the peers both look at. */
export const CONCERNS = [
    "autoscalers",
    "disruption budgets",
    "images",
    "priority",
    "probes",
    "replicas",
    "requests and limits",
    "rollouts",
    "spread",
] as const;
export type Concern = (typeof CONCERNS)[number];

/** Why we say nothing of pods that are in no pool. */
export const NOT_SCALED: Silence = {
    of: when.isNotScaled,
    because: "no autoscaler of the files scales it, and we judge pools",
};
