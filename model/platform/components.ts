import type { Platform } from "./platform";
import { ClusterProvider } from "./platform";

/** A part of the cluster that Kubernetes does not bring, by the fact of the platform that says whether it is there. */
export type ClusterComponent =
    "keda" | "vpa" | "metricsServer" | "customMetrics" | "externalMetrics" | "capacityBuffers";

/** Providers whose clusters come with metrics-server. */
const WITH_METRICS_SERVER: ReadonlySet<unknown> = new Set([
    ClusterProvider.Gke,
    ClusterProvider.GkeAutopilot,
    ClusterProvider.EksAuto,
]);

/** Whether the platform says that a component is there; `undefined` where it says nothing. */
export function hasComponent(platform: Platform, component: ClusterComponent): boolean | undefined {
    return platform[component] ?? (isImplied(platform, component) ? true : undefined);
}

function isImplied(platform: Platform, component: ClusterComponent): boolean {
    switch (component) {
        case "keda":
            return platform.kedaVersion !== undefined;
        case "vpa":
            return platform.vpaVersion !== undefined;
        case "metricsServer":
            return WITH_METRICS_SERVER.has(platform.provider);
        case "customMetrics":
        case "externalMetrics":
        case "capacityBuffers":
            return false;
    }
}

/** What a component is called in sentences. */
export const COMPONENT_NAMES: Readonly<Record<ClusterComponent, string>> = {
    keda: "KEDA",
    vpa: "the VerticalPodAutoscaler",
    metricsServer: "metrics-server",
    customMetrics: "an adapter for custom.metrics.k8s.io",
    externalMetrics: "an adapter for external.metrics.k8s.io",
    capacityBuffers: "a node autoscaler that acts on CapacityBuffers",
};
