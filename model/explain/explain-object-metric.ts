import type { Path } from "../declared";
import { valueAt } from "../declared";
import { Quantity, parseQuantity } from "../capacity";
import type { FleetScaler, FleetTrigger } from "../fleet";
import { known, triggerLabel } from "../fleet";
import { plainNumber } from "./count";
import type { Sentence } from "./explanation";
import { metricSentence } from "./metric-sentence";

/** The member that holds each kind of metric that an HPA reads from an adapter. */
const MEMBERS: Readonly<Record<string, string>> = { Pods: "pods", Object: "object", External: "external" };

/** What a metric of a native autoscaler asks for that is neither CPU nor memory. */
export function explainObjectMetric(scaler: FleetScaler, trigger: FleetTrigger): Sentence[] {
    const kind = known(trigger.type) ?? "";
    const at: Path = [...trigger.path, (Object.hasOwn(MEMBERS, kind) ? MEMBERS[kind] : undefined) ?? ""];
    const read = (...path: string[]): unknown => valueAt(scaler.declared.object, [...at, ...path]);
    const name = read("metric", "name");
    const label = typeof name === "string" ? `${kind} metric ${JSON.stringify(name)}` : triggerLabel(trigger);
    const average = amount(read("target", "averageValue"));
    const texts =
        kind === "Pods" && average !== undefined
            ? [
                  `replicas grow while the average of the pods is above ${plainNumber(average)}, and shrink while it is below.`,
              ]
            : average === undefined
              ? metricSentence(known(scaler.max), amount(read("target", "value")), "Value")
              : metricSentence(known(scaler.max), average, "AverageValue");
    return texts.length > 0
        ? texts.map((text) => ({ topic: "trigger", text: `${label}: ${text}` }))
        : [{ topic: "unknown", text: `${label}: what it asks for is not known here.` }];
}

function amount(value: unknown): number | undefined {
    const quantity = parseQuantity(value);
    return quantity instanceof Quantity && quantity.sign > 0 ? quantity.toNumber() : undefined;
}
