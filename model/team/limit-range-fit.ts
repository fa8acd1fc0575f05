import { problem } from "../arguments";
import { Quantity, parseQuantity } from "../capacity";
import { showLeaf, valueAt } from "../declared";
import type { Finding } from "../findings";
import { storageNeeds } from "./storage-needs";
import type { Team } from "./team";
import type { TeamPods } from "./team-pods";

/** What a LimitRange would make the API server refuse of the pools; a pool as it is written comes first. */
export function limitRangeFit({ limitRange }: Team, pods: readonly TeamPods[]): Finding[] {
    const { defaultLimit, max, maxClaimStorage } = limitRange;
    const containers = pods.flatMap(containersOf);
    return [
        ...Object.entries(max).flatMap(([resource, text]) =>
            tooLow(
                ["limitRange", "max", resource],
                text,
                largest(containers, resource, ["limits", "requests"]),
            ),
        ),
        ...Object.entries(defaultLimit).flatMap(([resource, text]) => {
            // As the pod is completed, its limit is the default where it states none.
            const unlimited = containers.filter(({ container }) => limitOf(container, resource) === text);
            return tooLow(
                ["limitRange", "defaultLimit", resource],
                text,
                largest(unlimited, resource, ["requests"]),
            );
        }),
        ...(maxClaimStorage === undefined
            ? []
            : tooLow(["limitRange", "maxClaimStorage"], maxClaimStorage, largestClaim(pods))),
    ];
}

/** An amount that a LimitRange must not be below, and what has it. */
interface Claimed {
    readonly amount: Quantity;
    readonly of: string;
}

function tooLow(path: readonly string[], text: string, claimed: Claimed | undefined): Finding[] {
    const bound = parseQuantity(text);
    if (claimed === undefined || !(bound instanceof Quantity) || claimed.amount.compare(bound) <= 0)
        return [];
    return [
        problem(
            path,
            `is ${text}, and ${claimed.of} asks for ${claimed.amount.toString()}, so the API server refuses its pods`,
            `use ${claimed.amount.toString()} or more, or remove it`,
        ),
    ];
}

interface NamedContainer {
    readonly key: string;
    readonly container: unknown;
}

function containersOf({ key, podSpec }: TeamPods): NamedContainer[] {
    return ["initContainers", "containers"].flatMap((list) => {
        const containers = podSpec[list];
        return Array.isArray(containers) ? containers.map((container: unknown) => ({ key, container })) : [];
    });
}

function limitOf(container: unknown, resource: string): unknown {
    return valueAt(container, ["resources", "limits", resource]);
}

function largest(
    containers: readonly NamedContainer[],
    resource: string,
    lists: readonly string[],
): Claimed | undefined {
    return most(
        containers.flatMap(({ key, container }) =>
            lists.flatMap((list) => {
                const amount = parseQuantity(valueAt(container, ["resources", list, resource]));
                const name = showLeaf(valueAt(container, ["name"]) ?? "");
                return amount instanceof Quantity ? [{ amount, of: `container ${name} of ${key}` }] : [];
            }),
        ),
    );
}

function largestClaim(pods: readonly TeamPods[]): Claimed | undefined {
    return most(
        pods
            .flatMap(storageNeeds)
            .flatMap(({ key, storage }) =>
                storage === undefined ? [] : [{ amount: storage, of: `a volume of ${key}` }],
            ),
    );
}

function most(claimed: readonly Claimed[]): Claimed | undefined {
    return claimed.reduce<Claimed | undefined>(
        (found, each) => (found === undefined || each.amount.compare(found.amount) > 0 ? each : found),
        undefined,
    );
}
