import type { Declared } from "../declared";
import { declare } from "../declared";
import { PreemptionPolicy } from "./choices";
import type { Team } from "./team";
import { clusterMetadata } from "./team-metadata";

/** The name of a team's priority class, which the whole cluster sees. */
export function priorityClassName(team: string, key: string): string {
    return `${team}-${key}`;
}

/** The priority classes of a team. Value and preemption cannot be changed, so a change makes the class anew. */
export function priorityClasses(team: Team): Declared[] {
    return Object.entries(team.priorities).map(
        ([key, { value, preemption = PreemptionPolicy.Never, description }]) =>
            declare(
                `priority-${key}`,
                {
                    apiVersion: "scheduling.k8s.io/v1",
                    kind: "PriorityClass",
                    metadata: clusterMetadata(team, priorityClassName(team.name, key)),
                    value,
                    preemptionPolicy: preemption,
                    ...(description === undefined ? {} : { description }),
                },
                [[[], `priorities.${key}`]],
                { deleteBeforeReplace: true, replaceOnChanges: ["value", "preemptionPolicy"] },
            ),
    );
}
