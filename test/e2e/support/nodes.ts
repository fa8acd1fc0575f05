import { apply, kubectl } from "./cluster";

/** A node that only this test has. */
export interface NodeOptions {
    readonly labels?: Readonly<Record<string, string>>;
    readonly taints?: readonly { readonly key: string; readonly value: string; readonly effect: string }[];
    /** @default "zone-a" */
    readonly zone?: string;
}

/** Makes a fake node with room for sixteen CPUs; kwok keeps it ready. */
export async function createNode(
    name: string,
    { labels = {}, taints = [], zone = "zone-a" }: NodeOptions,
): Promise<string> {
    const room = { cpu: "16", memory: "64Gi", pods: "110" };
    await apply({
        apiVersion: "v1",
        kind: "Node",
        metadata: {
            name,
            labels: { "kubernetes.io/hostname": name, "topology.kubernetes.io/zone": zone, ...labels },
            annotations: {
                "kwok.x-k8s.io/node": "fake",
                "metrics.k8s.io/resource-metrics-path": `/metrics/nodes/${name}/metrics/resource`,
            },
        },
        spec: { taints },
        status: { allocatable: room, capacity: room },
    });
    return name;
}

/** Removes nodes, those that are gone already too. */
export async function removeNode(name: string): Promise<void> {
    await kubectl(["delete", "node", name, "--ignore-not-found"]);
}
