import type { Declared, Path } from "../declared";
import { valueAt, isHidden } from "../declared";
import type { Fleet } from "../fleet";
import { containerLabel } from "./container-label";
import { notChecked } from "./not-checked";
import type { ContainerProbe } from "./probes-of";
import { probesOf } from "./probes-of";
import type { Breach, Rule } from "./rule";

const HANDLERS = ["exec", "grpc", "httpGet", "tcpSocket"];
const NUMBERS = [
    "initialDelaySeconds",
    "timeoutSeconds",
    "periodSeconds",
    "successThreshold",
    "failureThreshold",
];
const LARGEST_PORT = 65_535;

/** Probes that the API server refuses, or that cannot find what they ask. */
export const probeValues: Rule = {
    id: "probe-values",
    severity: "error",
    impact: "high",
    tags: ["pods"],
    title: "A probe asks one thing, with numbers and a port that Kubernetes accepts.",
    why: "The API server refuses the workload; a port that no container names is found by nobody, and the pod is never ready.",
    source: "Kubernetes 1.36 pkg/apis/core/validation validateProbe, validateLivenessProbe, tried on a cluster",
    *check({ workloads }: Fleet) {
        for (const workload of workloads) {
            for (const each of probesOf(workload)) yield* checkProbe(workload.declared, each);
        }
    },
};

function* checkProbe(declared: Declared, each: ContainerProbe): Generator<Breach> {
    const { name, path, probe } = each;
    if (isHidden(probe)) {
        yield notChecked(declared, path);
        return;
    }
    const handlers = HANDLERS.filter((handler) => (valueAt(probe, [handler]) ?? undefined) !== undefined);
    const [handler] = handlers;
    if (handler === undefined || handlers.length > 1) {
        yield {
            declared,
            path,
            message:
                handler === undefined
                    ? `the ${name} asks nothing`
                    : `the ${name} asks ${handlers.join(" and ")}`,
            fix: `give it one of ${HANDLERS.join(", ")}`,
        };
    }
    yield* checkNumbers(declared, each);
    for (const asked of handlers) yield* checkPort(declared, each, [asked, "port"]);
}

function* checkNumbers(declared: Declared, { name, path, probe }: ContainerProbe): Generator<Breach> {
    for (const member of NUMBERS) {
        const value = valueAt(probe, [member]) ?? undefined;
        // How long a startup probe waits is noted by startup-covers-cold-start.
        if (value === undefined || isHidden(value)) continue;
        const isOne = member === "successThreshold" && name !== "readinessProbe";
        if (!Number.isInteger(value) || Number(value) < 0) {
            const message = `${member} of the ${name} is ${JSON.stringify(value).slice(0, 40)}`;
            yield { declared, path: [...path, member], message, fix: "use a whole number of 0 or more" };
        } else if (isOne && Number(value) > 1) {
            const message = `successThreshold of the ${name} is ${Number(value)}, and only 1 is accepted`;
            yield { declared, path: [...path, member], message, fix: "remove it" };
        }
    }
    if (
        name === "readinessProbe" &&
        (valueAt(probe, ["terminationGracePeriodSeconds"]) ?? undefined) !== undefined
    ) {
        yield {
            declared,
            path: [...path, "terminationGracePeriodSeconds"],
            message: "a readinessProbe ends no pod, and may have no grace period",
            fix: "remove it",
        };
    }
}

function* checkPort(
    declared: Declared,
    { container, name, path, probe }: ContainerProbe,
    at: Path,
): Generator<Breach> {
    const port = valueAt(probe, at) ?? undefined;
    if (port === undefined || isHidden(port)) return;
    const place = { declared, path: [...path, ...at] };
    if (typeof port === "string" && /[a-z]/i.test(port)) {
        const ports = valueAt(container.container, ["ports"]) ?? [];
        const named = Array.isArray(ports) ? ports.map((each) => valueAt(each, ["name"])) : [ports];
        if (named.includes(port) || named.some(isHidden)) return;
        yield {
            ...place,
            severity: "warning",
            message: `the ${name} asks the port ${JSON.stringify(port.slice(0, 40))}, and ${containerLabel(container.name, Number(container.path.at(-1)))} has none of that name`,
            fix: "name one of its ports, or give the number",
        };
    } else if (!Number.isInteger(port) || Number(port) < 1 || Number(port) > LARGEST_PORT) {
        yield {
            ...place,
            message: `the ${name} asks the port ${JSON.stringify(port).slice(0, 40)}`,
            fix: `use a number of 1 to ${LARGEST_PORT}, or the name of a port`,
        };
    }
}
