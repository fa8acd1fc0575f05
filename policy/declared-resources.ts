import type { PolicyResource } from "@pulumi/policy";
import type { Declared } from "../model/declared";
import { isPulumiObject, pulumiObject } from "../model/declared";
import { POOL_TYPE } from "../model/pool";
import { appliedFields } from "./applied-fields";
import { readProperties } from "./read-properties";
import { resourceLeaves } from "./resource-leaves";

/**
 * The Kubernetes objects among the resources of a stack, whoever made them: a pool, a typed class, a `CustomResource`,
 * a YAML file. The intent of a pool stands on its objects. Resources of clouds are left out: their outputs hold what the
 * cloud fills in, and nobody tells who wrote which.
 */
export function declaredResources(resources: readonly PolicyResource[]): Declared[] {
    return resources.filter(({ type }) => isPulumiObject(type)).map(declaredResource);
}

function declaredResource(resource: PolicyResource): Declared {
    const { type, urn, opts, props, dependencies } = resource;
    const component = componentName(resource);
    return {
        type,
        object: appliedFields(pulumiObject(type, readProperties(props, resourceLeaves(resource)))),
        options: {
            ignoreChanges: opts.ignoreChanges,
            ...(opts.deleteBeforeReplace === undefined
                ? {}
                : { deleteBeforeReplace: opts.deleteBeforeReplace }),
            dependsOn: dependencies.map((dependency) => dependency.urn),
        },
        urn,
        origin: () => ({ component }),
    };
}

/** What the author made: the pool of which the object is a part, or the object. */
function componentName({ name, parent }: PolicyResource): string {
    return parent?.type === POOL_TYPE ? parent.name : name;
}
