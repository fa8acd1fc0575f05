import type { Path } from "../declared";
import { isKnown, showLeaf, valueAt } from "../declared";
import type { Fleet, FleetWorkload } from "../fleet";
import { leafKey } from "./leaf-key";
import type { Breach, Rule } from "./rule";

/** Lists of a pod, and of each of its containers, and what no two items of them may have in common. */
const OF_THE_POD: Readonly<Record<string, readonly string[]>> = {
    containers: ["name"],
    initContainers: ["name"],
    volumes: ["name"],
    imagePullSecrets: ["name"],
    hostAliases: ["ip"],
    topologySpreadConstraints: ["topologyKey", "whenUnsatisfiable"],
};
const OF_A_CONTAINER: Readonly<Record<string, readonly string[]>> = {
    env: ["name"],
    ports: ["containerPort", "protocol"],
    volumeMounts: ["mountPath"],
    volumeDevices: ["devicePath"],
};

/** Items that a Deployment may have twice and a ScaledJob may not. */
export const jobRepeats: Rule = {
    id: "job-repeats",
    severity: "error",
    impact: "high",
    tags: ["jobs"],
    title: "No list in the pod of a ScaledJob has an item twice: variables, ports, mounts, pull secrets.",
    why: "A Deployment with a variable twice is taken with a warning; the schema of a ScaledJob refuses it.",
    source: "KEDA 2.20.2 ScaledJob CRD, x-kubernetes-list-map-keys; tried on a cluster",
    *check({ scalers }: Fleet) {
        for (const { jobs, workload } of scalers) {
            if (jobs !== undefined && workload !== undefined) yield* checkPod(workload);
        }
    },
};

function* checkPod(workload: FleetWorkload): Generator<Breach> {
    yield* checkLists(workload, [], OF_THE_POD);
    for (const list of ["initContainers", "containers"]) {
        const containers = workload.podSpec[list];
        if (!Array.isArray(containers)) continue;
        for (const index of containers.keys()) yield* checkLists(workload, [list, index], OF_A_CONTAINER);
    }
}

function* checkLists(
    { declared, podSpec, podSpecPath }: FleetWorkload,
    place: Path,
    lists: Readonly<Record<string, readonly string[]>>,
): Generator<Breach> {
    for (const [list, members] of Object.entries(lists)) {
        const items = valueAt(podSpec, [...place, list]);
        if (!Array.isArray(items)) continue;
        const seen = new Set<string>();
        const numbers = new Map<unknown, number>();
        for (const [index, item] of items.entries()) {
            const values = members.map((member) => valueOf(item, member));
            // What is not known equals nothing but itself.
            const key = JSON.stringify(values.map((value) => keyOf(value, numbers)));
            if (!seen.has(key)) {
                seen.add(key);
                continue;
            }
            yield {
                declared,
                path: [...podSpecPath, ...place, list, index],
                message: `${list} has ${values.map(shown).join(" ")} twice, which a ScaledJob refuses`,
                fix: "keep one of the two",
            };
        }
    }
}

/** A port without a protocol is one of TCP. */
function valueOf(item: unknown, member: string): unknown {
    return valueAt(item, [member]) ?? (member === "protocol" ? "TCP" : undefined);
}

function keyOf(value: unknown, numbers: Map<unknown, number>): unknown {
    if (isKnown(value)) return value;
    const identity = leafKey(value);
    const number = numbers.get(identity) ?? numbers.size;
    numbers.set(identity, number);
    return [number];
}

function shown(value: unknown): string {
    return showLeaf(value ?? "an item without a name").slice(0, 80);
}
