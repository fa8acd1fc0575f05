import { known } from "./field";
import type { FleetVertical } from "./fleet-vertical";

/** What VPA does in one of its update modes, and which version of it has the mode. */
export interface UpdateMode {
    /** Whether new pods get the recommendation. */
    readonly changesNew: boolean;
    /** Whether pods that run get it, in place or by an eviction. */
    readonly changesRunning: boolean;
    /** Whether pods are evicted for it, if only those that cannot be resized in place. */
    readonly evicts: boolean;
    /** Whether pods are resized where they run, as far as that goes. */
    readonly resizesInPlace?: boolean;
    /** The first version that knows the mode, where that is not all of them. */
    readonly since?: string;
    /** Whether it is behind a feature gate of its own name. */
    readonly isGated?: boolean;
    /** The first version in which that gate is on by default, where there is one. */
    readonly onSince?: string;
    /** The mode to write instead, where this one is given up. */
    readonly replacedBy?: string;
}

const NOTHING = { changesNew: false, changesRunning: false, evicts: false };
const EVERYTHING = { changesNew: true, changesRunning: true, evicts: true };

/** VPA's update modes (1.7.3 docs/quickstart.md, docs/features.md, pkg/features/versioned_features.go), by name. */
export const UPDATE_MODES: ReadonlyMap<string, UpdateMode> = new Map<string, UpdateMode>([
    ["Off", NOTHING],
    ["Initial", { ...NOTHING, changesNew: true }],
    ["Recreate", EVERYTHING],
    [
        "InPlaceOrRecreate",
        { ...EVERYTHING, resizesInPlace: true, since: "1.4", isGated: true, onSince: "1.5" },
    ],
    ["InPlace", { ...EVERYTHING, evicts: false, resizesInPlace: true, since: "1.7", isGated: true }],
    ["Auto", { ...EVERYTHING, replacedBy: "Recreate" }],
]);

/** What a VerticalPodAutoscaler does; `undefined` where its mode is not known, or is none. */
export function updateModeOf({ mode }: FleetVertical): UpdateMode | undefined {
    return UPDATE_MODES.get(known(mode) ?? "");
}
