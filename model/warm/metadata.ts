import type { OriginEntry } from "../declared";
import { EXEMPT_ANNOTATION, writeExemptions } from "../findings";
import { INTENT_ANNOTATION, writeIntent } from "../intent";
import { OWN_LABEL_PREFIX } from "../pool";
import type { WarmCapacity } from "./warm-capacity";

/** The label by which placeholders are found. */
const WARM_LABEL = `${OWN_LABEL_PREFIX}warm-capacity`;

/** The name of the placeholders' priority class: the whole cluster sees it, so a class for pools may have the name of the room. */
export function placeholderClassName(name: string): string {
    return `${name}-placeholder`;
}

/** Labels that select placeholders. */
export function selectorLabels({ name }: WarmCapacity): Readonly<Record<string, string>> {
    return { [WARM_LABEL]: name };
}

/** Labels of every object and of the placeholders. */
export function warmLabels(warm: WarmCapacity): Readonly<Record<string, string>> {
    return {
        "app.kubernetes.io/name": warm.name,
        "app.kubernetes.io/component": "warm-capacity",
        ...warm.labels,
        ...selectorLabels(warm),
    };
}

/** Name, namespace, labels and annotations of one object. */
export function warmMetadata(
    warm: WarmCapacity,
    annotations: Readonly<Record<string, string>> = {},
): Readonly<Record<string, unknown>> {
    const { exemptions } = warm;
    const all = {
        ...annotations,
        ...(exemptions.length === 0 ? {} : { [EXEMPT_ANNOTATION]: writeExemptions(exemptions) }),
    };
    return {
        name: warm.name,
        namespace: warm.namespace,
        labels: warmLabels(warm),
        ...(Object.keys(all).length === 0 ? {} : { annotations: all }),
    };
}

/** What is known of the pods for which there is room, for prices and the cost card. */
export function intentAnnotation({
    nodePool,
    coldStartSeconds,
}: WarmCapacity): Readonly<Record<string, string>> {
    if (nodePool === undefined && coldStartSeconds === undefined) return {};
    return {
        [INTENT_ANNOTATION]: writeIntent({
            version: 1,
            ...(coldStartSeconds === undefined ? {} : { headroom: { coldStartSeconds } }),
            ...(nodePool === undefined ? {} : { nodePool }),
        }),
    };
}

/** Where the metadata of every object comes from. */
export const METADATA_ORIGINS: readonly OriginEntry[] = [
    [["metadata", "name"], "name"],
    [["metadata", "namespace"], "namespace"],
    [["metadata", "labels"], "labels", "mirrored"],
    [["metadata", "annotations", EXEMPT_ANNOTATION], "exemptions", "mirrored"],
];
