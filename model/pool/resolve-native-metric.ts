import type { Path } from "../declared";
import { formatPath, withUnknowns } from "../declared";
import type { NativeMetricMember, ObjectMetricArgs, PodsMetricArgs, TriggerArgs } from "../triggers";
import { MetricType, NATIVE_METRICS, metricTypeOf } from "../triggers";
import type { PoolMetric, PoolTrigger } from "./pool";

/** The members of all native metrics, with leaves in the place of Outputs; of which there are some each has. */
type GivenMetric = Pick<PoolMetric, "metricName" | "matchLabels" | "describedObject"> &
    Partial<Pick<ObjectMetricArgs, "target" | "signal"> & Pick<PodsMetricArgs, "averageValue">>;

/** A metric that only the native autoscaler reads, with the way in which its number is compared. */
export function resolveNativeMetric(
    trigger: TriggerArgs,
    member: NativeMetricMember,
    index: number,
): PoolTrigger {
    const argument: Path = ["scale", "triggers", index];
    const values: Path = [...argument, member];
    const given = withUnknowns(trigger[member], values) as GivenMetric;
    const { metricName, matchLabels, describedObject, averageValue, target = averageValue, signal } = given;
    if (target === undefined) throw new Error(`${formatPath(values)} has no target; checkShape refuses that`);
    const type = NATIVE_METRICS[member];
    return {
        scaler: undefined,
        member,
        type,
        // What each pod sees is always averaged over them.
        metricType: signal === undefined ? MetricType.AverageValue : metricTypeOf(signal),
        metadata: {},
        members: {},
        argument: formatPath(argument),
        values: formatPath(values),
        metric: {
            type,
            metricName,
            target,
            ...(matchLabels === undefined ? {} : { matchLabels }),
            ...(describedObject === undefined ? {} : { describedObject }),
        },
    };
}
