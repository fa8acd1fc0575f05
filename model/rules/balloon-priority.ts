import { HIGHEST_PRIORITY, LOWEST_PRIORITY } from "../capacity";
import type { Leaf } from "../declared";
import { isHidden, sameLeaf, valueAt } from "../declared";
import type { Fleet, FleetPriorityClass, FleetWorkload } from "../fleet";
import { isBalloon, isUnknown, known } from "../fleet";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

const FIX = `use a PriorityClass with a value from ${LOWEST_PRIORITY} to ${HIGHEST_PRIORITY} and preemptionPolicy Never`;

/** Placeholder pods whose place nobody can take, or that no node is bought for. */
export const balloonPriority: Rule = {
    id: "balloon-priority",
    severity: "warning",
    impact: "high",
    tags: ["capacity", "pods"],
    title: `Placeholder pods have a priority from ${LOWEST_PRIORITY} to ${HIGHEST_PRIORITY}, and preempt nobody.`,
    why: "From 0 on, the pods that they hold room for cannot take it; below -10, no node is bought for them, and there is no room on the day that it is for.",
    source: "kubernetes/autoscaler cluster-autoscaler/FAQ.md, overprovisioning and expendable-pods-priority-cutoff; preemption tried on a cluster",
    *check({ workloads, priorityClasses }: Fleet) {
        for (const workload of workloads) {
            if (workload.isPodSpecUnknown || !isBalloon(workload)) continue;
            yield* checkBalloon(workload, priorityClasses);
        }
    },
};

/** A class that is declared elsewhere has a value that its declaration is judged by. */
function* checkBalloon(
    { declared, podSpec, podSpecPath }: FleetWorkload,
    classes: readonly FleetPriorityClass[],
): Generator<Breach> {
    const path = [...podSpecPath, "priorityClassName"];
    const name = valueAt(podSpec, ["priorityClassName"]) ?? "";
    const isNamed = name !== "";
    const found = classes.find((each) =>
        isNamed
            ? each.name !== undefined && sameLeaf(each.name, name as Leaf<string>)
            : known(each.isDefault) === true,
    );
    if (found !== undefined) {
        yield* checkClass(found);
    } else if (isHidden(name)) {
        yield notChecked(declared, path, "the priority of the placeholders");
    } else if (!isNamed) {
        yield {
            declared,
            path,
            message:
                "the placeholders have no priority class, so pods that have none either cannot take their place",
            fix: FIX,
        };
    }
}

function* checkClass({
    declared,
    value,
    preemptionPolicy,
    isDefault,
}: FleetPriorityClass): Generator<Breach> {
    for (const field of [value, preemptionPolicy, isDefault]) {
        if (isUnknown(field)) yield notChecked(declared, field.path);
    }
    const priority = known(value);
    if (priority !== undefined && priority > HIGHEST_PRIORITY) {
        yield {
            declared,
            path: value.path,
            message: `placeholders have the priority ${priority}, so pods without a priority class, which have 0, cannot take their place`,
            fix: `use a value from ${LOWEST_PRIORITY} to ${HIGHEST_PRIORITY}`,
        };
    }
    if (priority !== undefined && priority < LOWEST_PRIORITY) {
        yield {
            declared,
            path: value.path,
            message: `placeholders have the priority ${priority}, below ${LOWEST_PRIORITY}: cluster-autoscaler buys no node for them, and removes nodes as if they were empty`,
            fix: `use a value from ${LOWEST_PRIORITY} to ${HIGHEST_PRIORITY}`,
        };
    }
    const policy = known(preemptionPolicy);
    if (policy !== undefined && policy !== "Never") {
        yield {
            declared,
            path: preemptionPolicy.path,
            message:
                "placeholders may preempt, so they evict work of a lower priority and do none themselves",
            fix: "set preemptionPolicy to Never",
        };
    }
    if (known(isDefault) === true) {
        yield {
            declared,
            path: isDefault.path,
            message:
                "globalDefault gives every pod without a class the priority of a placeholder, whose place it then cannot take",
            fix: "remove globalDefault",
        };
    }
}
