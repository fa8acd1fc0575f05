import type { CustomResourceArgs } from "@pulumi/kubernetes/apiextensions/customResource";
import type { input } from "@pulumi/kubernetes/types";
import type * as pulumi from "@pulumi/pulumi";

/** What the kinds have in common. */
interface ResourceArgs {
    metadata?: pulumi.Input<input.meta.v1.ObjectMeta>;
    spec: pulumi.Input<unknown>;
}

/**
 * The arguments of a typed kind as those of a custom resource. Both members are always named, since
 * Pulumi gives a resource an Output for each member that is named, also for one that is undefined: without it
 * `metadata.name` of a resource that was given no metadata could not be read.
 */
export function customResourceArgs(apiVersion: string, kind: string, args: ResourceArgs): CustomResourceArgs {
    const members = { apiVersion, kind, metadata: args.metadata, spec: args.spec };
    return members as CustomResourceArgs;
}
