import type { Fleet, FleetScaler } from "../fleet";
import { goesToZero, known } from "../fleet";
import { hasHpa } from "./has-hpa";
import type { Breach, Rule } from "./rule";

/** Of the controller manager, where no window is given. */
const DEFAULT_WINDOW_SECONDS = 300;
/** The longest that the API server takes. */
const LONGEST_WINDOW_SECONDS = 3600;

/** Replicas that are taken away sooner than they come back. */
export const windowCoversColdStart: Rule = {
    id: "window-covers-cold-start",
    severity: "warning",
    impact: "medium",
    tags: ["pace"],
    title: "Replicas go no sooner than a new one takes to start.",
    why: "A short dip takes replicas away that are missed before they are back: the pool swings, and each swing is a cold start.",
    source: "mitodl/ol-infrastructure 3be6d5717: 1 to 20 to 1 to 20 in two hours, with an image that took 3m56s",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            const coldStart = scaler.intent?.task?.coldStartSeconds;
            if (coldStart === undefined || !hasHpa(scaler)) continue;
            yield* checkWindow(scaler, coldStart);
            yield* checkCooldown(scaler, coldStart);
        }
    },
};

/** A window that is known only after apply is noted by behavior-values. */
function* checkWindow({ declared, min, max, behavior }: FleetScaler, coldStart: number): Generator<Breach> {
    const { stabilizationWindowSeconds: window, selectPolicy } = behavior.scaleDown;
    const [floor, ceiling] = [known(min), known(max)];
    const isSteady = ceiling !== undefined && ceiling <= Math.max(floor ?? 1, 1);
    if (isSteady || known(selectPolicy) === "Disabled") return;
    const seconds = window.value === undefined ? DEFAULT_WINDOW_SECONDS : known(window);
    if (seconds === undefined || seconds >= Math.min(coldStart, LONGEST_WINDOW_SECONDS)) return;
    yield {
        declared,
        path: window.path,
        message: `replicas go once fewer have been asked for during ${seconds} s, and a new one takes ${coldStart} s to start`,
        fix: `use a stabilizationWindowSeconds of ${Math.ceil(Math.min(coldStart, LONGEST_WINDOW_SECONDS))} or more`,
    };
}

/** A cooldown that is known only after apply is told by the explanation. */
function* checkCooldown(scaler: FleetScaler, coldStart: number): Generator<Breach> {
    const seconds = known(scaler.cooldown);
    if (!goesToZero(scaler) || seconds === undefined || seconds >= coldStart) return;
    yield {
        declared: scaler.declared,
        path: scaler.cooldown.path,
        message: `the pool goes to zero after ${seconds} s without work, and takes ${coldStart} s to start again`,
        fix: `use a cooldownPeriod of ${Math.ceil(coldStart)} or more`,
    };
}
