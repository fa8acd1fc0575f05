import type { CustomResource, CustomResourceOptions } from "@pulumi/pulumi";

/** A class that registers a resource. */
export type ResourceClass = new (name: string, args: never, opts: CustomResourceOptions) => CustomResource;

/** The class of each kind that a component consists of, by type token. */
export type ResourceClasses = ReadonlyMap<string, ResourceClass>;
