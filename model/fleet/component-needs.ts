import type { Declared, Path } from "../declared";
import type { ClusterComponent } from "../platform";
import { known } from "./field";
import type { Fleet } from "./fleet";
import type { FleetScaler, FleetTrigger } from "./fleet-scaler";
import type { FleetVertical } from "./fleet-vertical";
import { updateModeOf } from "./update-mode";

/** A part of the cluster without which a declared object does nothing. */
export interface ComponentNeed {
    readonly component: ClusterComponent;
    /** What needs it: the place in the object. */
    readonly path: Path;
    /** What it is needed for, or which part of it; empty where its name says enough. */
    readonly purpose: string;
}

/** What a scaler needs, each component once. */
export function scalerNeeds({ engine, triggers }: FleetScaler): ComponentNeed[] {
    const keda: ComponentNeed[] =
        engine === "hpa" ? [] : [{ component: "keda", path: ["spec"], purpose: "" }];
    return firstOfEach([...keda, ...triggers.flatMap((trigger) => triggerNeed(engine, trigger) ?? [])]);
}

/** What a VerticalPodAutoscaler needs: where it only recommends, its recommender alone. */
export function verticalNeeds(vertical: FleetVertical): ComponentNeed[] {
    const mode = updateModeOf(vertical);
    const parts = [
        ...(mode?.changesNew === true ? ["its admission controller"] : []),
        ...(mode?.changesRunning === true ? ["its updater"] : []),
    ];
    return [
        {
            component: "vpa",
            path: ["spec"],
            purpose: parts.length === 0 ? "" : `with ${parts.join(" and ")}`,
        },
        { component: "metricsServer", path: ["spec"], purpose: "for what the pods use" },
    ];
}

/** What every declared object needs. */
export function componentNeeds({ scalers, verticals, warm }: Fleet): (ComponentNeed & {
    readonly declared: Declared;
})[] {
    return [
        ...scalers.flatMap((scaler) =>
            scalerNeeds(scaler).map((need) => ({ ...need, declared: scaler.declared })),
        ),
        ...verticals.flatMap((vertical) =>
            verticalNeeds(vertical).map((need) => ({ ...need, declared: vertical.declared })),
        ),
        ...warm
            .filter(({ kind }) => kind === "buffer")
            .map(({ declared }) => ({
                declared,
                component: "capacityBuffers" as const,
                path: ["spec"],
                purpose: "",
            })),
    ];
}

function triggerNeed(
    engine: FleetScaler["engine"],
    { path, type, scaler }: FleetTrigger,
): ComponentNeed | undefined {
    if (scaler?.wakesFromZero === false) {
        return { component: "metricsServer", path, purpose: `for ${scaler.type}` };
    }
    if (engine !== "hpa") return undefined;
    switch (known(type)) {
        case "Pods":
        case "Object":
            return { component: "customMetrics", path, purpose: "" };
        case "External":
            return { component: "externalMetrics", path, purpose: "" };
        default:
            return undefined;
    }
}

function firstOfEach(needs: readonly ComponentNeed[]): ComponentNeed[] {
    const seen = new Set<ClusterComponent>();
    return needs.filter(({ component }) => !seen.has(component) && seen.add(component));
}
