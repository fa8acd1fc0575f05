import type { Fleet } from "../fleet";
import { valueAt } from "../declared";
import type { Rule } from "./rule";

/** Kubernetes' defaults of a probe. */
const PERIOD_SECONDS = 10;
const FAILURES = 3;

/** Probes that restart a container before it could start. */
export const startupCoversColdStart: Rule = {
    id: "startup-covers-cold-start",
    severity: "warning",
    title: "The startup probe waits at least as long as the declared cold start.",
    why: "A container that needs longer than its startup probe allows is restarted for ever and never serves.",
    source: "kubernetes.io, container probes; ray-project/kuberay#4226",
    *check({ scalers }: Fleet) {
        for (const { workload, intent } of scalers) {
            const coldStart = intent?.task?.coldStartSeconds;
            if (workload === undefined || coldStart === undefined) continue;
            const containers = valueAt(workload.podSpec, ["containers"]);
            if (!Array.isArray(containers)) continue;
            for (const index of containers.keys()) {
                const probe = valueAt(containers, [index, "startupProbe"]);
                if (typeof probe !== "object" || probe === null) continue;
                const [delay, period, failures] = [
                    number(valueAt(probe, ["initialDelaySeconds"]), 0),
                    number(valueAt(probe, ["periodSeconds"]), PERIOD_SECONDS),
                    number(valueAt(probe, ["failureThreshold"]), FAILURES),
                ];
                const patience = delay + period * failures;
                if (patience >= coldStart) continue;
                yield {
                    declared: workload.declared,
                    path: [...workload.podSpecPath, "containers", index, "startupProbe"],
                    message: `the startup probe gives up after ${patience} s, and a cold start takes ${coldStart} s`,
                    fix: `use a failureThreshold of ${Math.ceil((coldStart - delay) / period)} or more`,
                };
            }
        }
    },
};

function number(value: unknown, fallback: number): number {
    return typeof value === "number" ? value : fallback;
}
