import type { PolicyResource } from "@pulumi/policy";
import { isCloudType, isPulumiObject } from "../model/declared";

/** What a Kubernetes provider is told of the cluster that it acts on; it is compared, and never shown. */
const CLUSTER_PROPERTIES = ["kubeconfig", "context", "cluster"];

/**
 * Resources by the cluster that they go to, since objects of one name in two clusters have nothing to do with each
 * other. Those of clouds belong to the cluster where there is one; of several nobody knows to which.
 */
export function byCluster(resources: readonly PolicyResource[]): readonly (readonly PolicyResource[])[] {
    const clusters = new Map<string, PolicyResource[]>();
    for (const resource of resources) {
        if (!isPulumiObject(resource.type)) continue;
        const key = clusterKey(resource);
        const others = clusters.get(key);
        if (others === undefined) clusters.set(key, [resource]);
        else others.push(resource);
    }
    const ofClouds = resources.filter(({ type }) => isCloudType(type));
    const [first = [], ...more] = clusters.values();
    return more.length === 0 ? [[...first, ...ofClouds]] : [first, ...more, ofClouds];
}

/** Providers that are told nothing, as default providers are, act on one cluster. */
function clusterKey({ provider }: PolicyResource): string {
    if (provider === undefined) return "";
    const props: Readonly<Record<string, unknown>> = provider.props;
    try {
        const told = CLUSTER_PROPERTIES.filter((name) => name in props).map((name) => [name, props[name]]);
        return told.length === 0 ? "" : JSON.stringify(told);
    } catch {
        // The cluster is still to be made: reading what is not known throws.
        return provider.urn;
    }
}
