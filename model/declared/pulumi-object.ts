import type { KubernetesObject } from "./declared";
import { Secret, Unknown } from "./leaf";

const NOT_OBJECTS = /^kubernetes:(helm|yaml|kustomize)\b|Patch$/;

/**
 * Whether a Pulumi resource of this type is a Kubernetes object of its own. Providers, Helm releases, components, and
 * `...Patch` resources, which change some fields of an object that is someone else's, are none.
 */
export function isPulumiObject(type: string): boolean {
    return type.startsWith("kubernetes:") && !NOT_OBJECTS.test(type);
}

/**
 * The Kubernetes object that a Pulumi resource stands for. `apiVersion` and `kind` are in the type token where the
 * properties do not say.
 *
 * @param properties The resource's inputs, or what is known of its outputs.
 */
export function pulumiObject(type: string, properties: Readonly<Record<string, unknown>>): KubernetesObject {
    const [, groupVersion = "", kind = ""] = type.split(":");
    const { apiVersion, kind: givenKind, metadata, ...rest } = properties;
    return {
        apiVersion: typeof apiVersion === "string" ? apiVersion : groupVersion.replace(/^core\//, ""),
        kind: typeof givenKind === "string" ? givenKind : kind,
        metadata: metadataOf(metadata),
        ...rest,
    };
}

/** Metadata that is not known as a whole has a name and a namespace that are not known. */
function metadataOf(metadata: unknown): KubernetesObject["metadata"] {
    if (metadata instanceof Secret)
        return { name: new Secret(Symbol("name")), namespace: new Secret(Symbol("namespace")) };
    if (!(metadata instanceof Unknown)) return (metadata ?? {}) as KubernetesObject["metadata"];
    return Object.fromEntries(
        ["name", "namespace"].map((field) => [field, new Unknown(`metadata.${field}`, Symbol(field))]),
    );
}
