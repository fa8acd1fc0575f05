import {
    ValidatingAdmissionPolicy,
    ValidatingAdmissionPolicyBinding,
} from "@pulumi/kubernetes/admissionregistration/v1";
import { Deployment, StatefulSet } from "@pulumi/kubernetes/apps/v1";
import { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2";
import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource";
import { PodTemplate, Service } from "@pulumi/kubernetes/core/v1";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1";
import { PriorityClass } from "@pulumi/kubernetes/scheduling/v1";
import { ScaledJob, ScaledObject, TriggerAuthentication } from "./keda";
import type { ResourceClass, ResourceClasses } from "./resource-class";
import { VerticalPodAutoscaler } from "./vpa";

/** The classes of the Kubernetes kinds that components consist of. */
export const KUBERNETES_CLASSES: ResourceClasses = new Map<string, ResourceClass>([
    ["kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy", ValidatingAdmissionPolicy],
    [
        "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding",
        ValidatingAdmissionPolicyBinding,
    ],
    ["kubernetes:apps/v1:Deployment", Deployment],
    ["kubernetes:apps/v1:StatefulSet", StatefulSet],
    ["kubernetes:autoscaling.x-k8s.io/v1beta1:CapacityBuffer", CustomResource],
    ["kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler", VerticalPodAutoscaler],
    ["kubernetes:autoscaling/v2:HorizontalPodAutoscaler", HorizontalPodAutoscaler],
    ["kubernetes:core/v1:PodTemplate", PodTemplate],
    ["kubernetes:core/v1:Service", Service],
    ["kubernetes:scheduling.k8s.io/v1:PriorityClass", PriorityClass],
    ["kubernetes:policy/v1:PodDisruptionBudget", PodDisruptionBudget],
    ["kubernetes:keda.sh/v1alpha1:ScaledJob", ScaledJob],
    ["kubernetes:keda.sh/v1alpha1:ScaledObject", ScaledObject],
    ["kubernetes:keda.sh/v1alpha1:TriggerAuthentication", TriggerAuthentication],
]);
