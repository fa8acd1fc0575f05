import { ec2Architecture, ec2Shape } from "../node-pool";
import { NodeSystem } from "./choices";

/** Families with NVIDIA GPUs, of which not every type is in the price table. */
const NVIDIA = /^(?:p|gr?)\d/;

/** EKS's name of the image for a type of instance (EKS API, CreateNodegroup amiType). */
export function amiType(system: NodeSystem, instanceType: string): string {
    const architecture = ec2Architecture(instanceType) === "arm64" ? "ARM_64" : "x86_64";
    const hasGpus = (ec2Shape(instanceType)?.gpus ?? 0) > 0 || NVIDIA.test(instanceType);
    if (system === NodeSystem.Bottlerocket) {
        return `BOTTLEROCKET_${architecture}${hasGpus ? "_NVIDIA" : ""}`;
    }
    return `AL2023_${architecture}_${hasGpus ? "NVIDIA" : "STANDARD"}`;
}

/**
 * The volume that holds images and containers: of Bottlerocket the second one, as the first holds the system alone
 * (karpenter-provider-aws pkg/providers/amifamily/bottlerocket.go).
 */
export function dataVolume(system: NodeSystem): string {
    return system === NodeSystem.Bottlerocket ? "/dev/xvdb" : "/dev/xvda";
}
