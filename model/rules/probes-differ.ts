import { sameLeaf, valueAt, isHidden } from "../declared";
import type { Fleet, FleetWorkload } from "../fleet";
import { containerLabel } from "./container-label";
import { notChecked } from "./not-checked";
import type { ContainerProbe } from "./probes-of";
import { probesOf } from "./probes-of";
import type { Breach, Rule } from "./rule";
import { scaledWorkloads } from "./scaled-workloads";

/** Kubernetes' defaults of a probe; 0 stands for them too. */
const PERIOD_SECONDS = 10;
const FAILURES = 3;

const HANDLERS = ["exec", "grpc", "httpGet", "tcpSocket"];

/** Liveness probes that restart what is only busy. */
export const probesDiffer: Rule = {
    id: "probes-differ",
    severity: "warning",
    impact: "medium",
    tags: ["pods"],
    title: "A liveness probe asks something else than readiness, or waits longer for it.",
    why: "An agent that is too busy to answer should get no new work; one that is restarted loses the work that it has.",
    source: "kubernetes.io, container probes: the same endpoint with a higher failureThreshold",
    *check(fleet: Fleet) {
        for (const workload of scaledWorkloads(fleet)) {
            const probes = probesOf(workload);
            for (const liveness of probes.filter(({ name }) => name === "livenessProbe")) {
                const readiness = probes.find(
                    ({ name, container }) => name === "readinessProbe" && container === liveness.container,
                );
                if (readiness !== undefined) yield* compare(workload, liveness, readiness);
            }
        }
    },
};

/** What a probe asks is left to probe-values where it is not known. */
function* compare(
    { declared }: FleetWorkload,
    { container, path, probe }: ContainerProbe,
    readiness: ContainerProbe,
): Generator<Breach> {
    if (!HANDLERS.some((handler) => isGiven(probe, handler))) return;
    if (!HANDLERS.every((handler) => isSame(valueAt(probe, [handler]), valueAt(readiness.probe, [handler]))))
        return;
    const [own, other] = [patience(probe), patience(readiness.probe)];
    if (own === undefined || other === undefined) {
        yield notChecked(declared, path, "how long the liveness probe waits");
    } else if (own <= other) {
        yield {
            declared,
            path,
            message: `${containerLabel(container.name, Number(container.path.at(-1)))} is restarted when it does not answer for ${own} s, by the same question that only keeps work away from it after ${other} s`,
            fix: "remove the liveness probe, ask something that only a broken agent fails, or raise its failureThreshold",
        };
    }
}

function isGiven(probe: unknown, handler: string): boolean {
    return (valueAt(probe, [handler]) ?? undefined) !== undefined;
}

/** Whether two questions are certainly the same; members that are not given are equal. */
function isSame(a: unknown, b: unknown): boolean {
    if (isHidden(a) || isHidden(b) || typeof a !== "object" || typeof b !== "object") return sameLeaf(a, b);
    const keys = new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]);
    return [...keys].every((key) => isSame(valueAt(a, [key]), valueAt(b, [key])));
}

/** Seconds without an answer until a probe has failed. */
function patience(probe: unknown): number | undefined {
    const [period, failures] = ["periodSeconds", "failureThreshold"].map((member) =>
        valueAt(probe, [member]),
    );
    if (isHidden(period) || isHidden(failures)) return undefined;
    return positive(period, PERIOD_SECONDS) * positive(failures, FAILURES);
}

function positive(value: unknown, fallback: number): number {
    return typeof value === "number" && value > 0 ? value : fallback;
}
