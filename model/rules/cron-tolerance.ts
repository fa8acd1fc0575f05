import { restingReplicas } from "../capacity";
import type { Fleet, FleetScaler, FleetTrigger } from "../fleet";
import { isUnknown, known, toleranceOf } from "../fleet";
import { TOLERANCE_KUBERNETES, versionAtLeast } from "../platform";
import { hasHpa } from "./has-hpa";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

/** Windows that may rest below what they ask for. */
export const cronTolerance: Rule = {
    id: "cron-tolerance",
    severity: "warning",
    impact: "medium",
    tags: ["schedule"],
    title: "A window reaches the replicas that it asks for.",
    why: "The HPA leaves alone what is within 10 %: a window of 45 may rest at 41, and nobody sees why.",
    source: "kedacore/keda#6709, #6665; Kubernetes pkg/controller/podautoscaler replica_calculator.go",
    *check({ scalers, platform }: Fleet) {
        for (const scaler of scalers) {
            // A formula makes of the window's number what it likes.
            if (scaler.modifiers !== undefined || !hasHpa(scaler)) continue;
            for (const trigger of scaler.triggers) {
                if (trigger.scaler?.type !== "cron" || trigger.effectiveMetricType === "Value") continue;
                yield* checkWindow(scaler, trigger, platform.kubernetesVersion);
            }
        }
    },
};

/** Numbers and bounds that are not known yet are noted by target-positive and scale-bounds. */
function* checkWindow(
    scaler: FleetScaler,
    { target }: FleetTrigger,
    version: string | undefined,
): Generator<Breach> {
    const { declared, min, max } = scaler;
    const asked = known(target);
    if (asked === undefined) return;
    const wanted = Math.min(asked, known(max) ?? asked);
    const tolerance = toleranceOf(scaler, "scaleUp");
    if (isUnknown(tolerance)) {
        yield notChecked(declared, tolerance.path, "how close a window must come to its number");
        return;
    }
    const share = known(tolerance) ?? 0;
    const rests = Math.max(restingReplicas(wanted, share), known(min) ?? 0);
    if (rests >= wanted) return;
    const percent = Math.round(share * 1000) / 10;
    const more = `ask for ${reaching(wanted, share)}`;
    const canSet = version === undefined || versionAtLeast(version, TOLERANCE_KUBERNETES);
    yield {
        declared,
        path: target.path,
        message: `the window of ${wanted} replicas may rest at ${rests}: the HPA leaves alone what is within ${percent} %`,
        fix: canSet
            ? `set the tolerance of behavior.scaleUp to 0 (Kubernetes ${TOLERANCE_KUBERNETES}), or ${more}`
            : more,
    };
}

/** The fewest replicas to ask for so that so many are there. */
function reaching(wanted: number, tolerance: number): number {
    let asked = wanted;
    while (restingReplicas(asked, tolerance) < wanted) asked++;
    return asked;
}
