/** What the API server does with a request beyond a bound. */
export const AdmissionMode = {
    /** It lets the request through, shows a warning to the one who asked, and writes an audit annotation. */
    Warn: "Warn",
    /** It refuses the request, whether a person, a pipeline or an autoscaler asks. */
    Deny: "Deny",
} as const;
export type AdmissionMode = (typeof AdmissionMode)[keyof typeof AdmissionMode];

/** What kind of object a pool's bounds hold for. */
export const BoundedKind = {
    /** Pods that are all alike. */
    Deployment: "Deployment",
    /** Pods with a number each. */
    StatefulSet: "StatefulSet",
    /** Jobs that KEDA starts, one for each task. */
    ScaledJob: "ScaledJob",
} as const;
export type BoundedKind = (typeof BoundedKind)[keyof typeof BoundedKind];
