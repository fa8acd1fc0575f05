import { isGivenWhole } from "../capacity";
import type { OriginEntry, Path } from "../declared";
import { placementFields } from "../manifests";
import { selectorLabels, warmLabels } from "./metadata";
import type { WarmCapacity } from "./warm-capacity";

type Fields = Readonly<Record<string, unknown>>;

/**
 * A pod that takes as much room as one of the pool's, in the same places, and does nothing. It goes at once when it is
 * asked to, and may do as little as the pool's pods may.
 */
export function placeholderTemplate(warm: WarmCapacity): Fields {
    const { requests, image, placement } = warm;
    return {
        metadata: { labels: warmLabels(warm) },
        spec: {
            automountServiceAccountToken: false,
            terminationGracePeriodSeconds: 0,
            securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
            ...placementFields(placement, { matchLabels: selectorLabels(warm), hasVersions: true }),
            containers: [
                {
                    name: "placeholder",
                    image,
                    resources: { requests, ...limitsOf(requests) },
                    securityContext: {
                        allowPrivilegeEscalation: false,
                        readOnlyRootFilesystem: true,
                        capabilities: { drop: ["ALL"] },
                    },
                },
            ],
        },
    };
}

/** Memory as requested, as a pool's pods have it, and devices, of which Kubernetes asks for the same limit. */
function limitsOf(requests: Readonly<Record<string, string>>): Fields {
    const limits = Object.entries(requests).filter(
        ([resource]) => resource === "memory" || isGivenWhole(resource),
    );
    return limits.length === 0 ? {} : { limits: Object.fromEntries(limits) };
}

/** Where the parts of a placeholder come from; `template` is its place in the object. */
export function placeholderOrigins(template: Path): readonly OriginEntry[] {
    const spec = [...template, "spec"];
    const container = [...spec, "containers", 0];
    return [
        [template, "of"],
        [[...template, "metadata", "labels"], "labels", "mirrored"],
        [[...spec, "nodeSelector"], "of.placement.nodeSelector", "mirrored"],
        [[...spec, "tolerations"], "of.placement.tolerations"],
        [[...spec, "affinity"], "of.placement.affinity", "mirrored"],
        [[...spec, "topologySpreadConstraints"], "of.placement.strategy"],
        [[...spec, "priorityClassName"], "priority"],
        [[...container, "image"], "image"],
        [[...container, "resources"], "of.resources", "mirrored"],
        [[...container, "resources", "limits"], "of.resources.requests", "mirrored"],
    ];
}
