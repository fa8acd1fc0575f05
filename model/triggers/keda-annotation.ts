/** KEDA's annotations on a scaler (`apis/keda/v1alpha1/scaledobject_types.go`, `scaledjob_types.go`, 2.20.2). */
export const KedaAnnotation = {
    /** Everything stands still. */
    Paused: "autoscaling.keda.sh/paused",
    /** Everything stands still, at this number of replicas. */
    PausedReplicas: "autoscaling.keda.sh/paused-replicas",
    /** No replica is taken away. */
    PausedScaleIn: "autoscaling.keda.sh/paused-scale-in",
    /** No replica is added. */
    PausedScaleOut: "autoscaling.keda.sh/paused-scale-out",
    /** The pool counts as active whatever its triggers say. */
    ForceActivation: "autoscaling.keda.sh/force-activation",
    /** An HPA that is there already is taken over. */
    TransferOwnership: "scaledobject.keda.sh/transfer-hpa-ownership",
    /** Labels that the HPA does not get. */
    ExcludedLabels: "scaledobject.keda.sh/hpa-excluded-labels",
    /** Labels that the jobs do not get. */
    JobExcludedLabels: "scaledjob.keda.sh/job-excluded-labels",
    /** On an HPA: KEDA lets a ScaledObject for the same target pass. */
    HpaOwnership: "validations.keda.sh/hpa-ownership",
} as const;

const GO_TRUE: ReadonlySet<string> = new Set(["1", "t", "T", "true", "TRUE", "True"]);
const GO_FALSE: ReadonlySet<string> = new Set(["0", "f", "F", "false", "FALSE", "False"]);

/** Whether an annotation's text is true or false to KEDA; `undefined` for anything else, which counts as true. */
export function kedaBoolean(text: string): boolean | undefined {
    if (GO_TRUE.has(text)) return true;
    return GO_FALSE.has(text) ? false : undefined;
}
