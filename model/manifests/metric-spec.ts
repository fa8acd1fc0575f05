import type { Leaf, OriginEntry, Path } from "../declared";
import { isKnown } from "../declared";
import type { PoolMetric, PoolTrigger } from "../pool";
import { MetricType } from "../triggers";
import { canonicalQuantity } from "./canonical-quantity";

type Fields = Readonly<Record<string, unknown>>;

/** One metric of a HorizontalPodAutoscaler (autoscaling/v2 MetricSpec). */
export function metricSpec(trigger: PoolTrigger): Fields {
    return trigger.metric === undefined ? resourceMetric(trigger) : adapterMetric(trigger, trigger.metric);
}

/** Where the parts of a metric come from. */
export function metricOrigins({ values, metric }: PoolTrigger, index: number): readonly OriginEntry[] {
    const place: Path = ["spec", "metrics", index];
    if (metric === undefined) return [[place, values]];
    const member = memberOf(metric);
    return [
        [place, values],
        [[...place, member, "metric", "name"], `${values}.metricName`],
        [[...place, member, "metric", "selector", "matchLabels"], `${values}.matchLabels`, "mirrored"],
        [[...place, member, "describedObject"], `${values}.describedObject`, "mirrored"],
        [[...place, member, "target"], `${values}.${metric.type === "Pods" ? "averageValue" : "target"}`],
    ];
}

function resourceMetric(trigger: PoolTrigger): Fields {
    const value = trigger.metadata["value"];
    const target =
        trigger.metricType === MetricType.Utilization
            ? { type: "Utilization", averageUtilization: Number(plain(value)) }
            : { type: "AverageValue", averageValue: value };
    const container = trigger.metadata["containerName"];
    return container === undefined
        ? { type: "Resource", resource: { name: trigger.type, target } }
        : { type: "ContainerResource", containerResource: { name: trigger.type, container, target } };
}

/** A metric that an adapter serves, of the pods, of another object or from outside of the cluster. */
function adapterMetric({ metricType }: PoolTrigger, metric: PoolMetric): Fields {
    const { type, metricName, matchLabels, describedObject } = metric;
    const target = canonicalQuantity(metric.target);
    return {
        type,
        [memberOf(metric)]: {
            ...(describedObject === undefined ? {} : { describedObject }),
            metric: { name: metricName, ...(matchLabels === undefined ? {} : { selector: { matchLabels } }) },
            target:
                metricType === MetricType.AverageValue
                    ? { type: "AverageValue", averageValue: target }
                    : { type: "Value", value: target },
        },
    };
}

/** The member of a metric that holds its arguments is called as its type, in lower case. */
function memberOf({ type }: PoolMetric): string {
    return type.toLowerCase();
}

/** Targets are plain numbers by their shape; anything else would be an error here, not a value. */
function plain(value: Leaf<string> | undefined): string {
    if (value === undefined || !isKnown(value))
        throw new Error("a CPU or memory target is plain by its shape");
    return value;
}
