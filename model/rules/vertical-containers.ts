import type { Fleet, FleetVertical, FleetWorkload } from "../fleet";
import {
    ALL_OTHERS,
    arePoliciesHidden,
    isUnknown,
    known,
    policyOf,
    sizableContainers,
    sizedResources,
    updateModeOf,
} from "../fleet";
import { notChecked } from "./not-checked";
import { oneOfNames } from "./one-of-names";
import type { Breach, Rule } from "./rule";

/** Containers that a VerticalPodAutoscaler resizes although only others are named, and names that mean nothing. */
export const verticalContainers: Rule = {
    id: "vertical-containers",
    severity: "warning",
    impact: "medium",
    tags: ["vertical"],
    title: "A VerticalPodAutoscaler that names containers says what becomes of all others.",
    why: "Containers that are not named are resized too: the policy for one was never meant for the sidecars beside it.",
    source: "VPA 1.7.3 docs/sidecar-containers.md; mitodl/ol-infrastructure 552bc4e90",
    *check({ verticals }: Fleet) {
        for (const vertical of verticals) {
            if (arePoliciesHidden(vertical)) {
                yield* hiddenPolicies(vertical);
                continue;
            }
            yield* nameless(vertical);
            if (vertical.workload === undefined) continue;
            yield* unnamed(vertical, vertical.workload);
            yield* absent(vertical, vertical.workload);
        }
    },
};

const POLICIES = ["spec", "resourcePolicy", "containerPolicies"];

function* hiddenPolicies({ declared, policies, arePoliciesUnknown }: FleetVertical): Generator<Breach> {
    if (arePoliciesUnknown) yield notChecked(declared, POLICIES, "which containers are sized");
    for (const { container } of policies) {
        if (isUnknown(container)) yield notChecked(declared, container.path, "which container is sized");
    }
}

function* nameless({ declared, policies }: FleetVertical): Generator<Breach> {
    for (const { container } of policies) {
        if ((known(container) ?? "") !== "") continue;
        yield {
            declared,
            path: container.path,
            severity: "error",
            message: "the policy names no container",
            fix: 'give the container\'s name, or "*" for all that have no policy of their own',
        };
    }
}

/** Containers that no policy is for, beside some that one is for. */
function* unnamed(vertical: FleetVertical, workload: FleetWorkload): Generator<Breach> {
    const { declared, policies } = vertical;
    if (policies.length === 0 || updateModeOf(vertical)?.changesNew !== true) return;
    const others = (sizableContainers(workload) ?? []).filter(
        (name) => policyOf(vertical, name) === undefined,
    );
    if (others.length === 0) return;
    const listed = others.map((name) => JSON.stringify(name)).join(" and ");
    yield {
        declared,
        path: POLICIES,
        message: `${listed} ${others.length === 1 ? "has" : "have"} no policy, and so ${others.length === 1 ? "is" : "are"} resized without bounds`,
        fix: 'add a policy for containerName "*" with mode "Off"',
    };
}

/** Policies that would size a container which the pod does not have; one that is injected later is not sized either. */
function* absent(vertical: FleetVertical, workload: FleetWorkload): Generator<Breach> {
    const names = sizableContainers(workload);
    if (names === undefined || names.length === 0) return;
    for (const policy of vertical.policies) {
        const name = known(policy.container) ?? "";
        if (name === "" || name === ALL_OTHERS || names.includes(name)) continue;
        if (sizedResources(policy).length === 0) continue;
        yield {
            declared: vertical.declared,
            path: policy.container.path,
            message: `the pod has no container ${JSON.stringify(name.slice(0, 80))} that VPA sizes; it leaves init containers and sidecars alone`,
            fix: `name ${oneOfNames(names)}`,
        };
    }
}
