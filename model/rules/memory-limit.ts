import { Quantity, parseNonNegativeQuantity } from "../capacity";
import { valueAt } from "../declared";
import type { Fleet, FleetWorkload } from "../fleet";
import { containerLabel } from "./container-label";
import type { PodContainer } from "./containers-of";
import { runningContainers } from "./containers-of";
import { namespacesWithDefault } from "./limit-range-defaults";
import type { Breach, Rule } from "./rule";
import { scaledWorkloads } from "./scaled-workloads";

const RATIO = 2;

/** Containers that may use memory which was never counted. */
export const memoryLimit: Rule = {
    id: "memory-limit",
    severity: "warning",
    impact: "medium",
    tags: ["capacity", "pods"],
    from: "standard",
    settings: {
        ratio: {
            shape: { kind: "number", min: 1 },
            meaning: "How many times its request a container's memory limit may be.",
            value: RATIO,
        },
    },
    title: "Every container of an autoscaled pod has a memory limit near its request.",
    why: "Memory above the requests is not there when all replicas want it: the kernel then kills pods that did nothing wrong.",
    source: "kubernetes.io, resource management and node out-of-memory behaviour; Kyverno and Gatekeeper bound the ratio too",
    *check(fleet: Fleet, { settings }) {
        const ratio = settings.number("ratio") ?? RATIO;
        const hasDefault = namespacesWithDefault(fleet, "memory", "limits");
        for (const workload of scaledWorkloads(fleet)) {
            const ofPod = valueAt(workload.podSpec, ["resources", "limits", "memory"]) ?? undefined;
            if (ofPod !== undefined) continue;
            for (const container of runningContainers(workload) ?? []) {
                yield* checkContainer(workload, container, ratio, hasDefault(workload.namespace));
            }
        }
    },
};

/** Amounts that are wrong or not known are left to container-resources. */
function* checkContainer(
    { declared }: FleetWorkload,
    { container, name, path }: PodContainer,
    ratio: number,
    hasDefault: boolean,
): Generator<Breach> {
    const limitPath = [...path, "resources", "limits", "memory"];
    const [request, limit] = ["requests", "limits"].map(
        (list) => valueAt(container, ["resources", list, "memory"]) ?? undefined,
    );
    const label = containerLabel(name, Number(path.at(-1)));
    if (limit === undefined && !hasDefault) {
        yield {
            declared,
            path: limitPath,
            message: `${label} has no memory limit: one that leaks takes the memory of its node`,
            fix: `set a memory limit of at most ${ratio} times the request`,
        };
    }
    const [needs, mayUse] = [parseNonNegativeQuantity(request), parseNonNegativeQuantity(limit)];
    if (!(needs instanceof Quantity && mayUse instanceof Quantity) || needs.sign === 0) return;
    const times = mayUse.toNumber() / needs.toNumber();
    if (times <= ratio) return;
    yield {
        declared,
        path: limitPath,
        message: `${label} may use ${mayUse.toString()} of memory, ${Math.ceil(times * 100) / 100} times the ${needs.toString()} that it requests`,
        fix: `keep the limit within ${ratio} times the request`,
    };
}
