import {
    Quantity,
    formatCpu,
    formatMemory,
    isGpu,
    parseQuantity,
    podRequest,
    requestedResources,
} from "../capacity";
import { Unknown } from "../declared";
import type { Fleet, FleetWorkload } from "../fleet";
import type { Breach, Rule } from "./rule";

/** Pods for which no node of their node pool is large enough. */
export const podFitsNode: Rule = {
    id: "pod-fits-node",
    severity: "error",
    impact: "critical",
    tags: ["capacity", "pods"],
    title: "A pod requests no more than one node of its node pool has for pods.",
    why: "Every pod stays Pending for ever, and node autoscalers add no node, since none would help.",
    source: "Kubernetes 1.36 pkg/scheduler NodeResourcesFit: requests, with init containers, sidecars and overhead, against allocatable",
    *check({ workloads }: Fleet) {
        for (const workload of workloads) yield* checkWorkload(workload);
    },
};

/** A request that is not known is noted by container-resources. */
function* checkWorkload(workload: FleetWorkload): Generator<Breach> {
    const { declared, podSpec, podSpecPath, intent } = workload;
    const { name, node } = intent?.nodePool ?? {};
    if (node === undefined) return;
    const where = name === undefined ? "a node of its node pool" : `a node of ${name}`;
    for (const [resource, offered, format] of [
        ["cpu", node.cpu, formatCpu],
        ["memory", node.memory, ofMemory],
    ] as const) {
        const has = parseQuantity(offered);
        const request = podRequest(podSpec, resource);
        if (!(has instanceof Quantity) || request instanceof Unknown || request.compare(has) <= 0) continue;
        yield {
            declared,
            path: [...podSpecPath, "containers"],
            message: `a pod requests ${format(request)}, and ${where} has ${format(has)} for pods`,
            fix: `request ${has.toString()} of ${resource} or less, or take larger nodes`,
        };
    }
    // Beside its CPU and memory a node that names no GPUs has none.
    const gpus = node.cpu === undefined ? node.gpus : (node.gpus ?? 0);
    const requested = requestedGpus(workload);
    if (gpus === undefined || requested === undefined || requested <= gpus) return;
    yield {
        declared,
        path: [...podSpecPath, "containers"],
        message: `a pod requests ${requested} GPU${requested === 1 ? "" : "s"}, and ${where} has ${gpus === 0 ? "none" : gpus}`,
        fix:
            gpus === 0
                ? "take nodes with GPUs, and say how many one has"
                : `request ${gpus} or less, or take larger nodes`,
    };
}

function ofMemory(amount: Quantity): string {
    return `${formatMemory(amount)} of memory`;
}

/** The GPUs of one pod; `undefined` where they are not known. */
function requestedGpus({ podSpec }: FleetWorkload): number | undefined {
    const amounts = requestedResources(podSpec)
        .filter(isGpu)
        .map((resource) => podRequest(podSpec, resource));
    return amounts.reduce<number | undefined>(
        (sum, amount) =>
            sum === undefined || amount instanceof Unknown ? undefined : sum + amount.toNumber(),
        0,
    );
}
