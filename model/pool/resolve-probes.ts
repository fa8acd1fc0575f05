import { ARCHETYPES } from "./archetypes";
import type { AgentPoolArgs } from "./args";
import type { ProbeArgs, ProbesArgs } from "./container-args";
import type { Ledger } from "./ledger";

const STARTUP_PERIOD_SECONDS = 5;

/** Failures that a startup probe allows: twice the cold start, so that a slow day does not restart the pod. */
function startupFailures(coldStartSeconds: number, periodSeconds: number): number {
    return Math.ceil((2 * coldStartSeconds) / periodSeconds) || 1;
}

/**
 * Decides the probes. A container with a port gets a startup and a readiness probe on its first port, without one
 * there is nothing that could be asked. Liveness is never derived: a wrong one restarts pods in the middle of a task.
 */
export function resolveProbes(args: AgentPoolArgs, ledger: Ledger): ProbesArgs {
    const port = args.workload.container?.ports?.[0]?.containerPort;
    const { startup, readiness, liveness } = args.probes ?? {};
    const declared = args.task?.coldStartSeconds;
    const coldStart = declared ?? ARCHETYPES[args.archetype].assumedColdStartSeconds.value;
    const derivedStartup: ProbeArgs | undefined = port === undefined ? undefined : { tcpSocket: { port } };
    const filled: ProbesArgs = {};
    const startupProbe = startup ?? derivedStartup;
    if (startupProbe !== undefined) {
        const period = startupProbe.periodSeconds ?? STARTUP_PERIOD_SECONDS;
        const value: ProbeArgs = {
            ...startupProbe,
            periodSeconds: period,
            timeoutSeconds: startupProbe.timeoutSeconds ?? 2,
            failureThreshold: startupProbe.failureThreshold ?? startupFailures(coldStart, period),
        };
        const known =
            declared === undefined
                ? `task.coldStartSeconds is not known, and ${coldStart} s are assumed`
                : `a cold start takes ${coldStart} s`;
        filled.startup = ledger.or(
            "probes.startup",
            startup === undefined ? undefined : value,
            value,
            `the first port opens; ${known}, twice that is allowed`,
            "derived",
        );
    }
    const readinessProbe = readiness ?? derivedStartup;
    if (readinessProbe !== undefined) {
        const value = withDefaults(readinessProbe, 5);
        filled.readiness = ledger.or(
            "probes.readiness",
            readiness === undefined ? undefined : value,
            value,
            "the first port answers",
            "derived",
        );
    }
    if (liveness !== undefined) filled.liveness = ledger.given("probes.liveness", withDefaults(liveness, 10));
    return filled;
}

function withDefaults(probe: ProbeArgs, periodSeconds: number): ProbeArgs {
    return {
        ...probe,
        periodSeconds: probe.periodSeconds ?? periodSeconds,
        timeoutSeconds: probe.timeoutSeconds ?? 2,
        failureThreshold: probe.failureThreshold ?? 3,
    };
}
