import type { Quantity } from "../capacity";
import type { Path } from "../declared";
import type { Fleet, FleetContainerPolicy, FleetVertical } from "../fleet";
import { isUnknown, known, sizedResources } from "../fleet";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";
import { unboundedResources } from "./unbounded-resources";

/** The finest amount that VPA accepts of each resource, in billionths, and what to write. */
const FINEST: ReadonlyMap<string, { readonly nanos: bigint; readonly what: string }> = new Map([
    ["cpu", { nanos: 1_000_000n, what: "a whole number of millicores" }],
    ["memory", { nanos: 1_000_000_000n, what: "a whole number of bytes" }],
]);

/** Bounds of a VerticalPodAutoscaler that it refuses, ignores, or misses. */
export const verticalBounds: Rule = {
    id: "vertical-bounds",
    severity: "error",
    impact: "high",
    tags: ["vertical"],
    title: "The bounds of a VerticalPodAutoscaler are in order, for what it sizes, and above where it changes pods.",
    why: "Without an upper bound a leak is followed until no node has room, and the pods that it evicted stay Pending.",
    source: "VPA 1.7.3 pkg/admission-controller/resource/vpa/validation.go, docs/known-limitations.md",
    *check({ verticals }: Fleet) {
        for (const vertical of verticals) {
            for (const policy of vertical.policies) yield* checkPolicy(vertical, policy);
            yield* unbounded(vertical);
        }
    },
};

function* checkPolicy(vertical: FleetVertical, policy: FleetContainerPolicy): Generator<Breach> {
    const { declared } = vertical;
    if (isUnknown(policy.resources)) yield notChecked(declared, policy.resources.path, "what is sized");
    for (const bounds of [policy.minAllowed, policy.maxAllowed]) {
        if (bounds.isUnknown) yield notChecked(declared, bounds.path);
        for (const [resource, amount] of bounds.amounts) {
            if (isUnknown(amount)) yield notChecked(declared, amount.path);
            const quantity = known(amount);
            if (quantity === undefined) continue;
            yield* refused(vertical, resource, { ...amount, quantity });
            if (isUnknown(policy.resources) || sizedResources(policy).includes(resource)) continue;
            yield {
                declared,
                path: amount.path,
                severity: "warning",
                message: `${String(amount.path.at(-2))} of ${resource} has no effect: ${resource} is not sized`,
                fix: "remove it, or add the resource to controlledResources",
            };
        }
    }
    yield* inOrder(vertical, policy);
}

/** Amounts that VPA's admission controller refuses, and those below 0, to which it would bound a request. */
function* refused(
    { declared }: FleetVertical,
    resource: string,
    { path, quantity }: { readonly path: Path; readonly quantity: Quantity },
): Generator<Breach> {
    if (quantity.sign < 0) {
        const message = `${String(path.at(-2))} of ${resource} is ${quantity.toString()}`;
        yield { declared, path, message, fix: "use an amount above 0" };
    }
    const finest = FINEST.get(resource);
    if (finest === undefined || quantity.nanos % finest.nanos === 0n) return;
    const message = `${String(path.at(-2))} of ${resource} is ${quantity.toString()}, and VPA accepts only ${finest.what}`;
    yield { declared, path, message, fix: `write ${finest.what}` };
}

function* inOrder(
    { declared }: FleetVertical,
    { minAllowed, maxAllowed }: FleetContainerPolicy,
): Generator<Breach> {
    for (const [resource, field] of minAllowed.amounts) {
        const upper = maxAllowed.amounts.get(resource);
        const [least, most] = [known(field), upper === undefined ? undefined : known(upper)];
        if (least === undefined || most === undefined || least.compare(most) <= 0) continue;
        yield {
            declared,
            path: field.path,
            message: `minAllowed of ${resource} is ${least.toString()}, above maxAllowed ${most.toString()}`,
            fix: `use ${most.toString()} or less, or raise maxAllowed`,
        };
    }
}

/** Resources that a pod may get any amount of. */
function* unbounded(vertical: FleetVertical): Generator<Breach> {
    for (const { path, resources } of unboundedResources(vertical, "maxAllowed")) {
        yield {
            declared: vertical.declared,
            path,
            severity: "warning",
            message: `nothing bounds the request of ${resources.join(" and ")}, which may outgrow every node`,
            fix: "give maxAllowed, at most what the largest node has free",
        };
    }
}
