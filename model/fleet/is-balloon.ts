import type { FleetWorkload } from "./fleet-workload";

/** The image whose only process waits to be stopped, in any registry and of any platform: `registry.k8s.io/pause:3.10.1`. */
const PAUSE = /(^|\/)pause(-(amd64|arm|arm64|ppc64le|s390x))?([:@]|$)/;

/** The label of the placeholders of this package, whose image may be a mirror's. */
const OWN_LABEL = "agent-autoscaling/warm-capacity";

/** Whether the pods of a workload only hold room for others: none of their containers does anything. */
export function isBalloon({ podSpec, podLabels }: Pick<FleetWorkload, "podSpec" | "podLabels">): boolean {
    if (podLabels[OWN_LABEL] !== undefined) return true;
    const containers: unknown = podSpec["containers"];
    if (!Array.isArray(containers) || containers.length === 0) return false;
    return containers.every((container: unknown) => {
        const image =
            typeof container === "object" && container !== null && "image" in container
                ? container.image
                : undefined;
        return typeof image === "string" && PAUSE.test(image);
    });
}
