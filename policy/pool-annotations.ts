import type { PolicyResource } from "@pulumi/policy";
import type { Declared, KubernetesObject } from "../model/declared";
import { isHidden, valueAt } from "../model/declared";
import { EXEMPT_ANNOTATION } from "../model/findings";
import { INTENT_ANNOTATION } from "../model/intent";
import { manifests } from "../model/manifests";
import type { AutoscaledAgentPoolArgs } from "../model/pool";
import { POOL_TYPE, resolve } from "../model/pool";
import { readProperties } from "./read-properties";
import { resourceLeaves } from "./resource-leaves";
import { inputsOf } from "./seen-inputs";

/**
 * An object of a pool with what the pool's arguments say of its work and of its exemptions, where the annotations that
 * carry this are not there or not known; an object that is no pool's stays as it is.
 */
export function withPoolAnnotations(
    type: string,
    object: KubernetesObject,
    pool: PolicyResource | undefined,
): KubernetesObject {
    if (pool?.type !== POOL_TYPE) return object;
    const given = valueAt(object, ["metadata", "annotations"]);
    const own = isHidden(given) ? {} : ((given ?? {}) as Readonly<Record<string, unknown>>);
    const isMissing = [INTENT_ANNOTATION, EXEMPT_ANNOTATION].some(
        (key) => own[key] === undefined || isHidden(own[key]),
    );
    if (!isMissing) return object;
    const annotations = { ...own, ...statedAnnotations(type, object, pool) };
    return { ...object, metadata: { ...object.metadata, annotations } };
}

/** The two annotations as the pool's own manifests have them. */
function statedAnnotations(
    type: string,
    { metadata }: KubernetesObject,
    pool: PolicyResource,
): Readonly<Record<string, unknown>> {
    const alike = declaredBy(pool).filter((each) => each.type === type);
    const stated = alike.find((each) => each.object.metadata["name"] === metadata["name"]) ?? alike[0];
    return Object.fromEntries(
        [INTENT_ANNOTATION, EXEMPT_ANNOTATION]
            .map((key) => [key, valueAt(stated?.object, ["metadata", "annotations", key])])
            .filter(([, value]) => value !== undefined),
    ) as Readonly<Record<string, unknown>>;
}

/** What pools declare, by their inputs: each of their objects asks for it. */
const kept = new WeakMap<object, readonly Declared[]>();

/** What the arguments of a pool make; nothing where they were not seen, or where one that decides is not known. */
function declaredBy(pool: PolicyResource): readonly Declared[] {
    const inputs = inputsOf(pool.urn);
    if (inputs === undefined) return [];
    const known = kept.get(inputs);
    if (known !== undefined) return known;
    const args = readProperties(inputs, resourceLeaves(pool)) as unknown as AutoscaledAgentPoolArgs;
    const resolved = resolve(pool.name, args).pool;
    const declared = resolved === undefined ? [] : manifests(resolved);
    kept.set(inputs, declared);
    return declared;
}
