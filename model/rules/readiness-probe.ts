import { showLeaf, valueAt } from "../declared";
import type { Fleet, FleetScaler, FleetService } from "../fleet";
import { containerLabel } from "./container-label";
import type { PodContainer } from "./containers-of";
import { runningContainers } from "./containers-of";
import type { Breach, Rule } from "./rule";
import { servingPools } from "./serving-pools";

const COLD_START_SECONDS = 30;

/** Pods that count as ready before they are. */
export const readinessProbe: Rule = {
    id: "readiness-probe",
    severity: "warning",
    impact: "medium",
    tags: ["pods"],
    from: "standard",
    settings: {
        coldStartSeconds: {
            shape: { kind: "integer", min: 0 },
            meaning:
                "The longest declared cold start, in seconds, that needs no probe where nobody sends requests.",
            value: COLD_START_SECONDS,
        },
    },
    title: "A probe says when a replica that answers requests, or that starts slowly, is ready.",
    why: "Without one each new replica counts as ready at once: it gets requests that it cannot answer, and a rollout goes on without it.",
    source: "kubernetes.io, container probes: the state of readiness of a container without a probe is Success",
    *check(fleet: Fleet, { settings }) {
        const longest = settings.number("coldStartSeconds") ?? COLD_START_SECONDS;
        const serving = servingPools(fleet);
        for (const scaler of fleet.scalers) {
            const { workload, jobs, intent } = scaler;
            const containers = workload === undefined ? [] : (runningContainers(workload) ?? []);
            // The first container is the agent, for KEDA too.
            const [agent] = containers;
            if (agent === undefined || jobs !== undefined) continue;
            const services = serving.get(scaler);
            const coldStart = intent?.task?.coldStartSeconds ?? 0;
            if (services !== undefined) yield* checkServing(scaler, containers, agent, services);
            else if (coldStart > longest) yield* checkStart(scaler, agent, coldStart);
        }
    },
};

function* checkServing(
    { workload, declared }: FleetScaler,
    containers: readonly PodContainer[],
    agent: PodContainer,
    services: readonly FleetService[],
): Generator<Breach> {
    const callers = new Map<PodContainer, string>();
    for (const service of services) {
        const behind = containersBehind(service, containers);
        for (const container of behind.length === 0 ? [agent] : behind) {
            callers.set(container, `Service ${showLeaf(service.name ?? "")}`);
        }
    }
    if (services.length === 0) callers.set(agent, "its callers");
    for (const [{ container, name, path }, caller] of callers) {
        // A probe that is not known is noted by probe-values.
        if (has(container, "readinessProbe")) continue;
        yield {
            declared: workload?.declared ?? declared,
            path: [...path, "readinessProbe"],
            message: `${containerLabel(name, Number(path.at(-1)))} gets requests from ${caller} as soon as it runs, ready or not`,
            fix: "give it a readinessProbe that answers once it can take work",
        };
    }
}

/** The containers that say they have the ports which a Service sends requests to. */
function containersBehind(
    { declared }: FleetService,
    containers: readonly PodContainer[],
): readonly PodContainer[] {
    const targets = itemsOf(valueAt(declared.object, ["spec", "ports"])).map(
        (port) => valueAt(port, ["targetPort"]) ?? valueAt(port, ["port"]),
    );
    return containers.filter(({ container }) => {
        const own = itemsOf(valueAt(container, ["ports"])).flatMap((port) =>
            ["name", "containerPort"].map((member) => valueAt(port, [member])),
        );
        return targets.some((target) => target !== undefined && own.includes(target));
    });
}

function* checkStart(
    { workload, declared }: FleetScaler,
    { container, name, path }: PodContainer,
    coldStart: number,
): Generator<Breach> {
    if (has(container, "startupProbe") || has(container, "readinessProbe")) return;
    yield {
        declared: workload?.declared ?? declared,
        path: [...path, "startupProbe"],
        message: `a cold start takes ${coldStart} s, and ${containerLabel(name, Number(path.at(-1)))} counts as ready at once: a rollout ends the old pods before the new ones can work`,
        fix: "give it a startupProbe that succeeds once it can take work",
    };
}

function has(container: unknown, probe: string): boolean {
    return (valueAt(container, [probe]) ?? undefined) !== undefined;
}

function itemsOf(list: unknown): readonly unknown[] {
    return Array.isArray(list) ? list : [];
}
