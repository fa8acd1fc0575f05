import type { PolicyResource } from "@pulumi/policy";
import type { Declared, KubernetesObject } from "../model/declared";
import { cloudObject, isCloudType, isPulumiObject, pulumiObject } from "../model/declared";
import { POOL_TYPE } from "../model/pool";
import { appliedFields } from "./applied-fields";
import { withPoolAnnotations } from "./pool-annotations";
import { readProperties } from "./read-properties";
import { resourceLeaves } from "./resource-leaves";
import { inputsOf } from "./seen-inputs";

/**
 * The Kubernetes objects among the resources of a stack, whoever made them: a pool, a typed class, a `CustomResource`,
 * a YAML file; and the resources of clouds that rules read, as their author wrote them. The outputs of those hold what
 * the cloud fills in, and nobody tells who wrote which, so that without inputs they are left out.
 */
export function declaredResources(resources: readonly PolicyResource[]): Declared[] {
    return resources.flatMap((resource) => {
        const object = isPulumiObject(resource.type) ? kubernetesObject(resource) : resourceOfCloud(resource);
        return object === undefined ? [] : [declaredResource(resource, object)];
    });
}

function kubernetesObject(resource: PolicyResource): KubernetesObject {
    const { type, props, parent } = resource;
    const object = appliedFields(pulumiObject(type, readProperties(props, resourceLeaves(resource))));
    return withPoolAnnotations(type, object, parent);
}

function resourceOfCloud(resource: PolicyResource): KubernetesObject | undefined {
    const { type, name, urn } = resource;
    const inputs = isCloudType(type) ? inputsOf(urn) : undefined;
    return inputs === undefined
        ? undefined
        : cloudObject(type, name, readProperties(inputs, resourceLeaves(resource)));
}

function declaredResource(resource: PolicyResource, object: KubernetesObject): Declared {
    const { type, urn, opts, dependencies } = resource;
    const component = componentName(resource);
    return {
        type,
        object,
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
