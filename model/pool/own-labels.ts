/** Prefix of the labels and annotations that this package owns. */
export const OWN_LABEL_PREFIX = "agent-autoscaling/";

/** The label by which a pool finds its pods. */
export const POOL_LABEL = `${OWN_LABEL_PREFIX}pool`;

/** Whether a label is this package's own. */
export function isOwnLabel(key: string): boolean {
    return key.startsWith(OWN_LABEL_PREFIX);
}
