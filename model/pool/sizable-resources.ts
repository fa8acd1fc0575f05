import type { TriggerArgs } from "../triggers";
import { scalerOf } from "../triggers";
import type { AgentPoolArgs } from "./args";
import { VerticalResource } from "./choices";
import { sizedContainer } from "./sized-container";

/** What may be sized without moving the target of the horizontal autoscaler: CPU and memory, as far as neither scales. */
export function sizableResources(args: AgentPoolArgs): VerticalResource[] {
    const scaled = scaledResources(args);
    return Object.values(VerticalResource).filter((resource) => !scaled.includes(resource));
}

/** CPU and memory, as far as their use in the sized container decides the number of replicas. */
export function scaledResources(args: AgentPoolArgs): readonly string[] {
    const sized = sizedContainer(args);
    return args.scale.triggers.flatMap((trigger) => {
        const scaler = scalerOf(trigger);
        if (scaler?.wakesFromZero !== false) return [];
        const measured = measuredContainer(trigger);
        return measured === undefined || measured === sized ? [scaler.type] : [];
    });
}

/** The one container whose use is measured; `undefined` where it is all of them, or not known. */
function measuredContainer({ cpu, memory, raw }: TriggerArgs): unknown {
    const container: unknown = (cpu ?? memory)?.containerName ?? raw?.metadata["containerName"];
    return typeof container === "string" && container !== "" ? container : undefined;
}
