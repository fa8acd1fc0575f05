import type { Declared, Path } from "../declared";
import { Secret, Unknown, valueAt } from "../declared";
import type { Fleet } from "../fleet";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

/** Kubernetes' defaults of a probe; 0 stands for them too. */
const PERIOD_SECONDS = 10;
const FAILURES = 3;

/** Probes that restart a container before it could start. */
export const startupCoversColdStart: Rule = {
    id: "startup-covers-cold-start",
    severity: "warning",
    impact: "medium",
    tags: ["pace"],
    title: "The startup probe, or liveness where there is none, waits at least as long as the declared cold start.",
    why: "A container that needs longer than its probe allows is restarted for ever and never serves.",
    source: "kubernetes.io, container probes; ray-project/kuberay#4226",
    *check({ scalers }: Fleet) {
        for (const { workload, intent } of scalers) {
            const coldStart = intent?.task?.coldStartSeconds;
            if (workload === undefined || coldStart === undefined) continue;
            const { declared, podSpec, podSpecPath } = workload;
            // The first container is the agent, for KEDA too; a sidecar starts in its own time.
            for (const [name, word] of [
                ["startupProbe", "startup"],
                ["livenessProbe", "liveness"],
            ] as const) {
                const at = ["containers", 0, name];
                const probe = valueAt(podSpec, at) ?? undefined;
                if (probe === undefined) continue;
                yield* checkProbe(declared, [...podSpecPath, ...at], word, probe, coldStart);
                // Liveness is not asked before the startup probe has succeeded.
                break;
            }
        }
    },
};

function* checkProbe(
    declared: Declared,
    path: Path,
    word: "startup" | "liveness",
    probe: unknown,
    coldStart: number,
): Generator<Breach> {
    if (typeof probe !== "object") return;
    const members = ["initialDelaySeconds", "periodSeconds", "failureThreshold"].map((member) =>
        valueAt(probe, [member]),
    );
    if (members.some((value) => value instanceof Unknown || value instanceof Secret)) {
        yield notChecked(declared, path, `how long the ${word} probe waits`);
        return;
    }
    const delay = positive(members[0], 0);
    const period = positive(members[1], PERIOD_SECONDS);
    const patience = delay + period * positive(members[2], FAILURES);
    if (patience >= coldStart) return;
    yield {
        declared,
        path,
        message: `the ${word} probe gives up after ${patience} s, and a cold start takes ${coldStart} s`,
        fix:
            word === "startup"
                ? `use a failureThreshold of ${Math.ceil((coldStart - delay) / period)} or more`
                : `add a startupProbe that waits ${coldStart} s or more`,
    };
}

function positive(value: unknown, fallback: number): number {
    return typeof value === "number" && value > 0 ? value : fallback;
}
