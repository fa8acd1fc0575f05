import type { PodSpec } from "../capacity";
import { valueAt } from "../declared";
import type { TeamLimitRange } from "./team";

const LISTS = ["initContainers", "containers"] as const;

/**
 * A pod as admission completes it by the team's LimitRange: a container that states no limit gets the default or else
 * the most, and one that states no request gets its own limit, or else the default request (plugin limitranger
 * mergeContainerResources, pkg/apis/core/v1 SetDefaults_LimitRangeItem).
 */
export function filledPod(podSpec: PodSpec, limitRange: TeamLimitRange): PodSpec {
    const lists = LISTS.flatMap((list) => {
        const containers = podSpec[list];
        return Array.isArray(containers)
            ? [[list, containers.map((container: unknown) => filled(container, limitRange))] as const]
            : [];
    });
    return { ...podSpec, ...Object.fromEntries(lists) };
}

function filled(container: unknown, { defaultRequest, defaultLimit, max }: TeamLimitRange): unknown {
    if (typeof container !== "object" || container === null || Array.isArray(container)) return container;
    const requests = amountsAt(container, "requests");
    const limits = amountsAt(container, "limits");
    // What is known only after apply stays that way.
    if (requests === undefined || limits === undefined) return container;
    const ownLimits = { ...max, ...defaultLimit, ...limits };
    return {
        ...container,
        resources: {
            ...(valueAt(container, ["resources"]) as object | undefined),
            requests: { ...max, ...defaultLimit, ...defaultRequest, ...limits, ...requests },
            limits: ownLimits,
        },
    };
}

function amountsAt(container: object, list: "requests" | "limits"): Record<string, unknown> | undefined {
    const amounts = valueAt(container, ["resources", list]) ?? {};
    if (typeof amounts !== "object" || Object.getPrototypeOf(amounts) !== Object.prototype) return undefined;
    return Object.fromEntries(
        Object.entries(amounts).filter(([, amount]) => amount !== undefined && amount !== null),
    );
}
