import type { Fleet, FleetScaler } from "../fleet";
import { known } from "../fleet";
import type { Breach, Rule } from "./rule";

/** Bounds that leave an autoscaler nothing to do, or so much that nobody can have meant it. */
export const boundsSpread: Rule = {
    id: "bounds-spread",
    severity: "warning",
    impact: "low",
    tags: ["bounds"],
    from: "strict",
    settings: {
        ratio: {
            shape: { kind: "number", min: 1 },
            meaning: "How many times its floor a ceiling may be.",
            value: 50,
        },
    },
    title: "The ceiling is above the floor, and not by orders of magnitude.",
    why: "Equal bounds never scale, whatever the triggers say; bounds far apart are mostly a slip of a digit.",
    source: "Polaris hpaMaxAvailability, Gatekeeper's minimumReplicaSpread; Kubernetes 1.36 podautoscaler, limits to the bounds",
    *check({ scalers }: Fleet, { settings }) {
        const ratio = settings.number("ratio");
        for (const scaler of scalers) {
            // The floor of jobs adds to those that triggers ask for.
            if (scaler.jobs === undefined) yield* checkScaler(scaler, ratio);
        }
    },
};

/** Bounds out of order are left to scale-bounds. */
function* checkScaler(
    { declared, min, max, idle }: FleetScaler,
    ratio: number | undefined,
): Generator<Breach> {
    const [floor, ceiling] = [known(min), known(max)];
    if (floor === undefined || ceiling === undefined || floor < 0 || ceiling < 1) return;
    // Between idle and busy there is something to do.
    if (floor === ceiling && idle.value === undefined) {
        yield {
            declared,
            path: max.path,
            message: `the floor and the ceiling are both ${floor}, so nothing ever scales`,
            fix: `raise the ceiling above ${floor}, or remove the autoscaler and set spec.replicas to ${floor}`,
        };
    }
    if (ratio === undefined || floor === 0 || ceiling <= floor * ratio) return;
    yield {
        declared,
        path: max.path,
        message: `the ceiling ${ceiling} is ${Number((ceiling / floor).toFixed(1))} times the floor ${floor}, and more than ${ratio} times is mostly a slip`,
        fix: `use a ceiling of ${Math.floor(floor * ratio)} or less, or a floor of ${Math.ceil(ceiling / ratio)} or more`,
    };
}
