import type { Path } from "../declared";
import { valueAt, isHidden } from "../declared";
import type { Fleet, FleetScaler, FleetWorkload } from "../fleet";
import { goesToZero, known } from "../fleet";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

/** State that ends with the pods that the autoscaler takes away. */
export const stateSurvives: Rule = {
    id: "state-survives",
    severity: "warning",
    impact: "high",
    tags: ["disruption"],
    title: "What agents must not lose outlives their pods, where the autoscaler takes all of them away.",
    why: "A pool at zero has no memory and no disk: conversations and half-done work are gone without an error.",
    source: "kubernetes.io, volumes: the lifetime of an emptyDir and of a claim",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            const { workload, intent } = scaler;
            const state = intent?.task?.state;
            if (state === "Memory" && goesToZero(scaler)) yield inMemory(scaler);
            if (state === "Volume" && workload !== undefined) yield* checkVolumes(workload);
        }
    },
};

function inMemory({ declared, min, idle }: FleetScaler): Breach {
    return {
        declared,
        path: known(idle) === 0 ? idle.path : min.path,
        message: "the pool goes to zero, and its agents keep in their pods what they must not lose",
        fix: "keep one replica, or keep the state outside of the pods",
    };
}

/** Volumes that begin anew with each pod, or only hand something to it. */
const PASSING: ReadonlySet<string> = new Set([
    "configMap",
    "downwardAPI",
    "emptyDir",
    "ephemeral",
    "image",
    "projected",
    "secret",
]);

function* checkVolumes({
    declared,
    podSpec,
    podSpecPath,
    isPodSpecUnknown,
}: FleetWorkload): Generator<Breach> {
    const templates = valueAt(declared.object, ["spec", "volumeClaimTemplates"]);
    const volumes = podSpec["volumes"] ?? [];
    const path: Path = [...podSpecPath, "volumes"];
    if (Array.isArray(templates) && templates.length > 0) return;
    if (isHidden(templates) || isHidden(volumes) || isPodSpecUnknown) {
        yield notChecked(declared, path, "where the agents' state is kept");
        return;
    }
    const kinds = (Array.isArray(volumes) ? (volumes as unknown[]) : []).flatMap((volume) =>
        typeof volume === "object" && volume !== null ? Object.keys(volume) : [],
    );
    if (kinds.some((kind) => kind !== "name" && !PASSING.has(kind))) return;
    yield {
        declared,
        path,
        message: "the agents' state is said to be on a volume, and the pods have none that outlives them",
        fix: "give a StatefulSet volumeClaimTemplates, or the pods a persistentVolumeClaim",
    };
}
