import { Quantity, formatCpu, formatMemory, parseNonNegativeQuantity } from "../capacity";
import { isKnown, showLeaf, valueAt } from "../declared";
import type { FleetScaler, FleetTrigger } from "../fleet";
import { cronWindow, isUnknown, known } from "../fleet";
import { metadataNumber } from "../triggers";
import type { Sentence } from "./explanation";

/** What one trigger measures, and what its threshold means for one replica. */
export function explainTrigger(scaler: FleetScaler, trigger: FleetTrigger): Sentence[] {
    const label = triggerLabel(trigger);
    if (isUnknown(trigger.target)) {
        return [{ topic: "unknown", text: `${label}: the threshold is known only after apply.` }];
    }
    switch (trigger.scaler?.type) {
        case undefined:
            return [{ topic: "unknown", text: `${label}: what it measures is not known here.` }];
        case "cron":
            return explainCron(trigger, label);
        case "cpu":
        case "memory":
            return explainResource(scaler, trigger, label);
        default:
            return explainMetric(scaler, trigger, label);
    }
}

/** What a trigger is called in sentences: `redis "queue"`. */
export function triggerLabel({ type, name, path }: FleetTrigger): string {
    const given = known(name);
    return `${known(type) ?? "trigger"} ${given === undefined ? `#${Number(path.at(-1)) + 1}` : JSON.stringify(given)}`;
}

function explainMetric(scaler: FleetScaler, trigger: FleetTrigger, label: string): Sentence[] {
    const target = known(trigger.target);
    const unit = trigger.scaler?.unit ?? "";
    if (target === undefined || target <= 0) return [];
    if (trigger.effectiveMetricType === "Value") {
        return [
            {
                topic: "trigger",
                text: `${label}: replicas grow while the value is above ${target} and shrink below it, in proportion.`,
            },
        ];
    }
    const ceiling = known(scaler.max);
    const full = ceiling === undefined ? "" : `; ${target * ceiling} ${unit} reach the ceiling of ${ceiling}`;
    return [{ topic: "trigger", text: `${label}: one replica for each ${target} ${unit}${full}.` }];
}

function explainCron(trigger: FleetTrigger, label: string): Sentence[] {
    const window = cronWindow(trigger);
    const replicas = known(trigger.target);
    if (window === undefined || replicas === undefined) return [];
    return [
        {
            topic: "trigger",
            text: `${label}: at least ${replicas} ${replicas === 1 ? "replica" : "replicas"} from "${window.start}" to "${window.end}" in ${window.timeZone}; it never lowers anything.`,
        },
    ];
}

function explainResource(scaler: FleetScaler, trigger: FleetTrigger, label: string): Sentence[] {
    const resource = trigger.scaler?.type ?? "";
    const target = known(trigger.target);
    if (trigger.effectiveMetricType !== "Utilization") {
        const value = trigger.metadata["value"];
        const text = typeof value === "string" ? value : "the given amount";
        return [
            {
                topic: "trigger",
                text: `${label}: replicas are added while a pod uses more than ${text} on average.`,
            },
        ];
    }
    const request = measuredRequest(scaler, trigger, resource);
    if (target === undefined) return [];
    const format = resource === "cpu" ? formatCpu : formatMemory;
    const amount = request === undefined ? "" : `, ${format(percentOf(request, target))}`;
    const full = `${target} % of its request${amount}`;
    return [
        {
            topic: "trigger",
            text: `${label}: replicas are added while a pod uses more than ${full} on average.`,
        },
    ];
}

/** The sum of what the measured containers request; `undefined` where it is not known. */
function measuredRequest(
    { workload }: FleetScaler,
    trigger: FleetTrigger,
    resource: string,
): Quantity | undefined {
    const containers = workload?.podSpec["containers"];
    if (!Array.isArray(containers)) return undefined;
    const only = known(trigger.container);
    let sum = Quantity.ZERO;
    for (const container of containers as unknown[]) {
        if (only !== undefined && valueAt(container, ["name"]) !== only) continue;
        const amount =
            valueAt(container, ["resources", "requests", resource]) ??
            valueAt(container, ["resources", "limits", resource]);
        const quantity = parseNonNegativeQuantity(amount);
        if (!(quantity instanceof Quantity)) return undefined;
        sum = sum.plus(quantity);
    }
    return sum;
}

function percentOf(quantity: Quantity, percent: number): Quantity {
    const share = parseNonNegativeQuantity(`${Math.round((quantity.toMilli() * percent) / 100)}m`);
    return share instanceof Quantity ? share : quantity;
}

/** The value above which a trigger wakes the pool, as text; `undefined` where the trigger cannot. */
export function activationOf(trigger: FleetTrigger): string | undefined {
    const { scaler, metadata } = trigger;
    if (scaler?.wakesFromZero !== true) return undefined;
    if (scaler.type === "cron") return "its window opens";
    const given = scaler.activationKey === undefined ? undefined : metadata[scaler.activationKey];
    if (given !== undefined && !isKnown(given))
        return `there are more ${scaler.unit} than ${showLeaf(given)}`;
    const above = metadataNumber(typeof given === "string" ? given : undefined, "0") ?? 0;
    return `there are more than ${above} ${scaler.unit}`;
}
