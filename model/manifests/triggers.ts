import type { OriginEntry } from "../declared";
import type { Pool, PoolTrigger } from "../pool";
import { authenticationReference } from "./trigger-authentication";

/** One trigger of a ScaledObject. */
export function triggerSpec(
    pool: Pool,
    trigger: PoolTrigger,
    index: number,
): Readonly<Record<string, unknown>> {
    return {
        ...jobTriggerSpec(pool, trigger, index),
        ...(trigger.metricType === undefined ? {} : { metricType: trigger.metricType }),
    };
}

/** One trigger of a ScaledJob, whose triggers have no metric type: the API server refuses one in a server-side apply. */
export function jobTriggerSpec(
    pool: Pool,
    trigger: PoolTrigger,
    index: number,
): Readonly<Record<string, unknown>> {
    const authenticationRef = authenticationReference(pool, trigger, index);
    return {
        type: trigger.type,
        ...(trigger.name === undefined ? {} : { name: trigger.name }),
        metadata: trigger.metadata,
        ...(authenticationRef === undefined ? {} : { authenticationRef }),
    };
}

/** Where the parts of a trigger come from. */
export function triggerOrigins(trigger: PoolTrigger, index: number): readonly OriginEntry[] {
    const place = ["spec", "triggers", index];
    const { argument, values } = trigger;
    return [
        [place, argument],
        [[...place, "name"], `${argument}.name`],
        [[...place, "metricType"], values],
        [[...place, "authenticationRef"], `${argument}.authentication`],
        [[...place, "metadata"], values],
        ...Object.entries(trigger.members).map(([key, member]): OriginEntry => [
            [...place, "metadata", key],
            `${values}.${member}`,
        ]),
    ];
}
