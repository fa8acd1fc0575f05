import type { Leaf } from "../../model";
import { showLeaf, valueAt } from "../../model";
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
    const children = new Map<string | undefined, Registration[]>();
    const urns = new Set(registrations.map(({ urn }) => urn));
    for (const registration of registrations) {
        if (registration.type.startsWith("pulumi:providers:")) continue;
        const parent =
            registration.parent !== undefined && urns.has(registration.parent)
                ? registration.parent
                : undefined;
        const siblings = children.get(parent);
        if (siblings === undefined) children.set(parent, [registration]);
        else siblings.push(registration);
    }
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
    const place = namespace === undefined ? "" : `${showLeaf(namespace)}/`;
    return {
        name,
        type,
        ...(custom && object !== undefined ? { object: `${place}${showLeaf(object)}` } : {}),
        children,
    };
}
