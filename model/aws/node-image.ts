import { ec2Architecture } from "../node-pool";
import { NodeSystem } from "./choices";

/** Families with NVIDIA GPUs, of which not every type is in the price table; those of g4ad are AMD's, for which EKS has no image. */
const NVIDIA = /^(?:p|gr?)\d(?!ad\.)/;
/** Families with AWS' own accelerators (AWS Neuron), Inferentia and Trainium. */
const NEURON = /^(?:inf|trn)\d/;

/**
 * EKS's name of the image for a type of instance (EKS API, CreateNodegroup amiType; aws-cdk-lib, aws_eks.NodegroupAmiType).
 * Of Bottlerocket there is none for Neuron.
 */
export function amiType(system: NodeSystem, instanceType: string): string {
    const architecture = ec2Architecture(instanceType) === "arm64" ? "ARM_64" : "x86_64";
    const hasGpus = NVIDIA.test(instanceType);
    if (system === NodeSystem.Bottlerocket) {
        return `BOTTLEROCKET_${architecture}${hasGpus ? "_NVIDIA" : ""}`;
    }
    if (NEURON.test(instanceType)) return "AL2023_x86_64_NEURON";
    return `AL2023_${architecture}_${hasGpus ? "NVIDIA" : "STANDARD"}`;
}

/**
 * The volume that holds images and containers: of Bottlerocket the second one, as the first holds the system alone
 * (karpenter-provider-aws pkg/providers/amifamily/bottlerocket.go).
 */
export function dataVolume(system: NodeSystem): string {
    return system === NodeSystem.Bottlerocket ? "/dev/xvdb" : "/dev/xvda";
}
