import type { Path } from "./path";

/** Where in what the user wrote a value comes from. */
export interface Location {
    /** The pool, in a program that may have many. */
    readonly component?: string;
    /** The argument of the pool: `scale.triggers[0].redis.listLength`. */
    readonly argument?: string;
    /** The file, as it was named on the command line. */
    readonly file?: string;
    /** The line in that file, from 1. */
    readonly line?: number;
    /** The column in that line, from 1. */
    readonly column?: number;
}

/** Maps a place in a declared object back to what the user wrote; the nearest enclosing place when the exact one was not written. */
export type Origin = (path: Path) => Location;

/** The resource options that decide how an object is created, updated and replaced. */
export interface DeclaredOptions {
    /** Paths that an update leaves as they are on the cluster, e.g. `spec.replicas`. */
    readonly ignoreChanges?: readonly string[];
    /** Whether a replacement deletes the old object first; needed where the name is fixed. */
    readonly deleteBeforeReplace?: boolean;
    /** Roles or URNs of the objects that must exist first. */
    readonly dependsOn?: readonly string[];
    /** URNs under which the object was known before. */
    readonly aliases?: readonly string[];
    /** Type tokens that the object may have had before, under the same name. */
    readonly formerTypes?: readonly string[];
    /** Paths whose change replaces the object where an update in place cannot work. */
    readonly replaceOnChanges?: readonly string[];
}

/** A Kubernetes object as far as it is typed here; its leaves may be `Unknown` or `Secret`. */
export interface KubernetesObject {
    readonly apiVersion: string;
    readonly kind: string;
    readonly metadata: Readonly<Record<string, unknown>>;
    readonly [field: string]: unknown;
}

/**
 * One object that will be applied, wherever it came from: our own component, any other Pulumi resource, or a
 * YAML file. Rules, explanations, prices and simulations read these and nothing else.
 */
export interface Declared {
    /** Pulumi's type token, `kubernetes:apps/v1:Deployment`. */
    readonly type: string;
    readonly object: KubernetesObject;
    readonly options: DeclaredOptions;
    readonly origin: Origin;
    /** The part that the object plays in its pool (`deployment`, `scaler`, ...), where a pool declared it. */
    readonly role?: string;
    /** The resource's URN, where it is a Pulumi resource. */
    readonly urn?: string;
}

/**
 * Pulumi's type token of a Kubernetes kind. The core group, which has no name in `apiVersion`, is called `core`.
 *
 * @example kubernetesType("v1", "Service") // "kubernetes:core/v1:Service"
 */
export function kubernetesType(apiVersion: string, kind: string): string {
    return `kubernetes:${apiVersion.includes("/") ? apiVersion : `core/${apiVersion}`}:${kind}`;
}
