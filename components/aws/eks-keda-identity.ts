import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { ComponentResource } from "@pulumi/pulumi";
import type { EksKedaIdentityArgs } from "../../model/aws";
import {
    EKS_KEDA_IDENTITY_TYPE,
    IdentityMode,
    ROLE_ANNOTATION,
    resolveEksKedaIdentity,
} from "../../model/aws";
import { build, outputsOf } from "../build";
import { refuse } from "../refuse";
import { outputOfChild } from "../with-outputs";
import { AWS_CLASSES } from "./aws-classes";

/**
 * The AWS identity of KEDA's operator in a cluster of EKS: a role that its service account alone gets, and a policy of
 * exactly what the triggers read.
 *
 * The triggers of the pools log in with `authentication: { awsPodIdentity: {} }`: KEDA's identity `aws`, whose owner is
 * then KEDA itself, so it takes the role that the operator has, by Pod Identity or IRSA. An owner `workload` asks the
 * pods' service account for an annotation that Pod Identity does not write, and fails (kedacore/keda#6418, #6706); a pool
 * never asks for it. Pod Identity needs the add-on `eks-pod-identity-agent`, which EKS Auto Mode has built in; with IRSA
 * the annotation has to be on the service account before the operator starts.
 *
 * Its inputs are checked against the schema of the AWS provider; it was never applied to an account.
 *
 * @example
 * new EksKedaIdentity("keda", { clusterName: cluster.name, sources: { sqsQueueArns: [queue.arn] } });
 */
export class EksKedaIdentity extends ComponentResource {
    /** The type token, which policies and `isTypeOf` compare. */
    static readonly __pulumiType = EKS_KEDA_IDENTITY_TYPE;

    /** ARN of the operator's role. */
    public readonly roleArn: Output<string>;
    /** Annotations for the operator's service account (KEDA's chart: `serviceAccount.operator.annotations`); none with Pod Identity. */
    public readonly serviceAccountAnnotations: Output<Record<string, string>>;

    /**
     * @param name The start of the name of every resource.
     * @param args Of which cluster, and what KEDA may read.
     * @param opts Options of the component; providers, `protect` and `retainOnDelete` reach its children.
     */
    constructor(name: string, args: EksKedaIdentityArgs, opts?: ComponentResourceOptions) {
        const decided = resolveEksKedaIdentity(name, args);
        const isWhole = decided.findings.length === 0;
        // Arguments of the wrong form may not survive the way to the engine (cycles, NaN), so none are sent.
        super(EksKedaIdentity.__pulumiType, name, isWhole ? args : {}, opts);
        const { children, errors } = build(this, name, decided, AWS_CLASSES);
        this.roleArn = outputOfChild(children, "role", "arn");
        const isAnnotated = isWhole && args.mode === IdentityMode.Irsa;
        this.serviceAccountAnnotations = this.roleArn.apply((arn): Record<string, string> =>
            isAnnotated ? { [ROLE_ANNOTATION]: arn } : {},
        );
        const { roleArn, serviceAccountAnnotations } = this;
        this.registerOutputs(outputsOf({ roleArn, serviceAccountAnnotations }, errors));
        refuse(this, name, errors, "EksKedaIdentity");
    }
}
