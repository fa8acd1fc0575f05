import type { ComponentResource, CustomResource, CustomResourceOptions } from "@pulumi/pulumi";
import type { Declared, DeclaredOptions } from "../model/declared";
import { cloudInputs } from "../model/declared";
import { KUBERNETES_CLASSES } from "./kubernetes-classes";
import type { ResourceClasses } from "./resource-class";
import { withOutputs } from "./with-outputs";

/** The roles of which a component has one, whose child has the component's own name. */
const PRIMARY_ROLES = ["deployment", "stateful-set", "scaled-job", "node-pool"];

/**
 * Registers declared objects as children of a component, in their order; a `dependsOn` role, or a leaf that stands for
 * an output of a role, names an object that was declared before.
 *
 * @param classes The class of each type. Default: those of Kubernetes.
 */
export function registerChildren(
    parent: ComponentResource,
    name: string,
    declared: readonly Declared[],
    classes: ResourceClasses = KUBERNETES_CLASSES,
): ReadonlyMap<string, CustomResource> {
    const children = new Map<string, CustomResource>();
    for (const { type, role = "", object, options } of declared) {
        const Kind = classes.get(type);
        if (Kind === undefined) throw new Error(`no class registers ${type}`);
        const dependsOn = (options.dependsOn ?? []).flatMap((needed) => children.get(needed) ?? []);
        const inputs = type.startsWith("kubernetes:") ? object : cloudInputs(object);
        const child = new Kind(
            PRIMARY_ROLES.includes(role) ? name : `${name}-${role}`,
            withOutputs(inputs, children) as never,
            { parent, dependsOn, ...resourceOptions(options) },
        );
        children.set(role, child);
    }
    return children;
}

function resourceOptions(options: DeclaredOptions): CustomResourceOptions {
    const { deleteBeforeReplace, ignoreChanges, replaceOnChanges, aliases = [], formerTypes = [] } = options;
    return {
        ...(deleteBeforeReplace === undefined ? {} : { deleteBeforeReplace }),
        ...(ignoreChanges === undefined ? {} : { ignoreChanges: [...ignoreChanges] }),
        ...(replaceOnChanges === undefined ? {} : { replaceOnChanges: [...replaceOnChanges] }),
        aliases: [...aliases, ...formerTypes.map((type) => ({ type }))],
    };
}
