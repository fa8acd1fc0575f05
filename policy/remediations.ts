import type { ResourceValidationPolicy } from "@pulumi/policy";

/** What carries labels for whom it belongs to; the pods' own template is left alone, since a change of it rolls them. */
const LABELLED = [
    /^kubernetes:apps\/v1:(Deployment|StatefulSet)$/,
    /^kubernetes:autoscaling\/v2:HorizontalPodAutoscaler$/,
    /^kubernetes:keda\.sh\/v1alpha1:Scaled(Object|Job)$/,
    /^kubernetes:policy\/v1:PodDisruptionBudget$/,
];

const unhealthyEviction: ResourceValidationPolicy = {
    name: "remediate-unhealthy-eviction",
    description:
        "Lets the eviction API take pods that are not ready, where a disruption budget says nothing of it.",
    severity: "low",
    tags: ["disruption"],
    enforcementLevel: "disabled",
    remediateResource: ({ type, props }) => {
        if (type !== "kubernetes:policy/v1:PodDisruptionBudget") return undefined;
        return changed(props, () => {
            const spec = object(props["spec"]);
            if (spec === undefined || spec["unhealthyPodEvictionPolicy"] !== undefined) return false;
            spec["unhealthyPodEvictionPolicy"] = "AlwaysAllow";
            return true;
        });
    },
};

const labels: ResourceValidationPolicy = {
    name: "remediate-labels",
    description:
        "Adds the labels of its configuration to scaled workloads and what scales them, where they have none.",
    severity: "low",
    tags: ["cost"],
    enforcementLevel: "disabled",
    // Not required: the engine asks that of a policy that is disabled, too, and refuses the whole pack.
    configSchema: { properties: { labels: { type: "object", additionalProperties: { type: "string" } } } },
    remediateResource: (args) => {
        const { type, props } = args;
        if (!LABELLED.some((pattern) => pattern.test(type))) return undefined;
        const { labels: given } = args.getConfig<{ labels?: Record<string, string> }>();
        if (given === undefined)
            throw new Error("remediate-labels has no labels: give some in its configuration");
        const wanted = Object.entries(given);
        return changed(props, () => {
            const metadata = object((props["metadata"] ??= {}));
            const own = metadata === undefined ? undefined : object((metadata["labels"] ??= {}));
            if (own === undefined) return false;
            const missing = wanted.filter(([key]) => !Object.hasOwn(own, key));
            for (const [key, value] of missing) own[key] = value;
            return missing.length > 0;
        });
    },
};

/**
 * Policies that mend single fields on which nothing else depends. Each is disabled until a pack's configuration gives
 * it the level `remediate`. `spec.replicas` is not dropped: one resource does not say whether something scales it.
 *
 * @example { "remediate-labels": { "enforcementLevel": "remediate", "labels": { "team": "research" } } }
 */
export const remediations: readonly ResourceValidationPolicy[] = [labels, unhealthyEviction];

type Properties = Record<string, unknown>;

/** The properties after a change; `undefined` where there was none, or where it would touch what is not known yet. */
function changed(properties: Properties, change: () => boolean): Properties | undefined {
    try {
        return change() ? properties : undefined;
    } catch {
        // The policy SDK throws where a value is read that a preview does not know.
        return undefined;
    }
}

function object(value: unknown): Properties | undefined {
    return typeof value === "object" && value !== null && !Array.isArray(value)
        ? (value as Properties)
        : undefined;
}
