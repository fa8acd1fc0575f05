import type { Path } from "../declared";
import { valueAt, isHidden } from "../declared";
import type { Fleet, FleetScaler } from "../fleet";
import { known } from "../fleet";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";
import { servingPools } from "./serving-pools";

const TYPES: readonly unknown[] = ["RollingUpdate", "Recreate"];

/** Rollouts that take every replica away at once. */
export const rolloutStrategy: Rule = {
    id: "rollout-strategy",
    severity: "warning",
    impact: "medium",
    tags: ["disruption", "pods"],
    title: "A rollout of what answers requests leaves some replicas in place.",
    why: "Nobody answers from the first second of the release until the new pods have started, and the load meets them all at once.",
    source: "kubernetes.io, Deployment strategies; the values that are refused tried on a cluster",
    *check(fleet: Fleet) {
        for (const scaler of servingPools(fleet).keys()) {
            // Of a single replica nothing is left in place either way.
            if (scaler.workload?.kind !== "Deployment" || known(scaler.max) === 1) continue;
            yield* checkStrategy(scaler, scaler.workload.declared);
        }
    },
};

function* checkStrategy({ max }: FleetScaler, declared: FleetScaler["declared"]): Generator<Breach> {
    const at = (...path: Path): unknown =>
        valueAt(declared.object, ["spec", "strategy", ...path]) ?? undefined;
    const path = ["spec", "strategy", "type"];
    const type = at("type");
    if (isHidden(type)) {
        yield notChecked(declared, path);
    } else if (type !== undefined && !TYPES.includes(type)) {
        const message = `the strategy is ${JSON.stringify(type).slice(0, 40)}, which the API server refuses`;
        yield { declared, path, severity: "error", message, fix: `use ${TYPES.join(" or ")}` };
    } else if (type === "Recreate") {
        yield {
            declared,
            path,
            message: "each rollout ends all replicas before it starts a new one",
            fix: "use RollingUpdate; where nodes have no room for one more pod, with maxSurge 0 and maxUnavailable 1",
        };
    } else {
        yield* checkUnavailable(declared, at("rollingUpdate", "maxUnavailable"), known(max));
    }
}

function* checkUnavailable(
    declared: FleetScaler["declared"],
    unavailable: unknown,
    ceiling: number | undefined,
): Generator<Breach> {
    const path = ["spec", "strategy", "rollingUpdate", "maxUnavailable"];
    if (isHidden(unavailable)) yield notChecked(declared, path);
    const isAll =
        typeof unavailable === "number" && ceiling !== undefined
            ? unavailable >= ceiling
            : unavailable === "100%";
    if (!isAll) return;
    yield {
        declared,
        path,
        message: `maxUnavailable ${String(unavailable)} lets a rollout end all replicas before a new one is ready`,
        fix: "use 25%, Kubernetes' default",
    };
}
