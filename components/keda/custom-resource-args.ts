import type { CustomResourceArgs } from "@pulumi/kubernetes/apiextensions/customResource";
import type { input } from "@pulumi/kubernetes/types";
import type * as pulumi from "@pulumi/pulumi";
import { KEDA_API_VERSION } from "./api-version";

/** What the kinds have in common. */
interface KedaResourceArgs {
    metadata?: pulumi.Input<input.meta.v1.ObjectMeta>;
    spec: pulumi.Input<unknown>;
}

/**
 * The arguments of one of KEDA's kinds as those of a custom resource. Both members are always named, since
 * Pulumi gives a resource an Output for each member that is named, also for one that is undefined: without it
 * `metadata.name` of a resource that was given no metadata could not be read.
 */
export function customResourceArgs(kind: string, args: KedaResourceArgs): CustomResourceArgs {
    const members = { apiVersion: KEDA_API_VERSION, kind, metadata: args.metadata, spec: args.spec };
    return members as CustomResourceArgs;
}
