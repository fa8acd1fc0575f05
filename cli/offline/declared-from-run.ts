import type { Declared, KubernetesObject } from "../../model/declared";
import { cloudObject, formatPath, isCloudType, Secret, Unknown } from "../../model/declared";
import type { Registration } from "./registration";
import type { OfflineRun } from "./transcript";

/**
 * The Kubernetes objects that a program registered, and the resources of clouds that rules read. Left out is what is no object of its own: providers, Helm
 * releases, components, and `...Patch` resources, which change some fields of an object that is someone else's.
 */
export function toDeclared(run: Pick<OfflineRun, "registrations">): Declared[] {
    return run.registrations.filter(isObject).map((registration) => ({
        type: registration.type,
        object: isCloudType(registration.type)
            ? cloudObject(registration.type, registration.name, registration.inputs)
            : objectOf(registration),
        options: {
            ignoreChanges: registration.ignoreChanges,
            deleteBeforeReplace: registration.deleteBeforeReplace,
            dependsOn: registration.dependsOn,
        },
        urn: registration.urn,
        origin: (path) => ({ argument: formatPath(path), ...registration.source }),
    }));
}

const NOT_OBJECTS = /^kubernetes:(helm|yaml|kustomize)\b|Patch$/;

function isObject({ type, custom }: Registration): boolean {
    return custom && (isCloudType(type) || (type.startsWith("kubernetes:") && !NOT_OBJECTS.test(type)));
}

/** The inputs as an object. `apiVersion` and `kind` are in the type token where the inputs do not say. */
function objectOf({ type, inputs }: Registration): KubernetesObject {
    const [, groupVersion = "", kind = ""] = type.split(":");
    const { apiVersion, kind: givenKind, metadata, ...rest } = inputs;
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
