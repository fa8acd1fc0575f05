import type { Leaf } from "../../model";
import { groupBy, showName, valueAt } from "../../model";
import type { Registration } from "../offline";

/** A resource of the program and what it is the parent of. */
export interface TreeNode {
    readonly name: string;
    readonly type: string;
    /** The Kubernetes object, `agents/research`, where it is one. */
    readonly object?: string;
    readonly children: readonly TreeNode[];
}

/** The resources of a program as trees, without the stack itself; providers are left out. */
export function resourceTree(registrations: readonly Registration[]): TreeNode[] {
    const urns = new Set(registrations.map(({ urn }) => urn));
    const shown = registrations.filter(({ type }) => !type.startsWith("pulumi:providers:"));
    const children = groupBy(shown, ({ parent }) =>
        parent !== undefined && urns.has(parent) ? parent : undefined,
    );
    const nodesBelow = (parent: string | undefined): TreeNode[] =>
        (children.get(parent) ?? []).flatMap((registration) => {
            // Siblings register in an order that only the engine's timing decides; by name it is always the same.
            const below = nodesBelow(registration.urn).sort((a, b) => (a.name < b.name ? -1 : 1));
            return registration.type === "pulumi:pulumi:Stack" ? below : [node(registration, below)];
        });
    return nodesBelow(undefined);
}

function node({ name, type, inputs, custom }: Registration, children: readonly TreeNode[]): TreeNode {
    const object = valueAt(inputs, ["metadata", "name"]) as Leaf<string> | undefined;
    const namespace = valueAt(inputs, ["metadata", "namespace"]) as Leaf<string> | undefined;
    return {
        name,
        type,
        ...(custom && object !== undefined ? { object: showName({ name: object, namespace }) } : {}),
        children,
    };
}
