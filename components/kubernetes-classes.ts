import {
    ValidatingAdmissionPolicy,
    ValidatingAdmissionPolicyBinding,
} from "@pulumi/kubernetes/admissionregistration/v1";
import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource";
import { Deployment, StatefulSet } from "@pulumi/kubernetes/apps/v1";
import { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2";
import { CronJob } from "@pulumi/kubernetes/batch/v1";
import {
    LimitRange,
    Namespace,
    PodTemplate,
    ResourceQuota,
    Service,
    ServiceAccount,
} from "@pulumi/kubernetes/core/v1";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1";
import { Role, RoleBinding } from "@pulumi/kubernetes/rbac/v1";
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
    ["kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler", VerticalPodAutoscaler],
    ["kubernetes:autoscaling.x-k8s.io/v1beta1:CapacityBuffer", CustomResource],
    ["kubernetes:autoscaling/v2:HorizontalPodAutoscaler", HorizontalPodAutoscaler],
    ["kubernetes:batch/v1:CronJob", CronJob],
    ["kubernetes:core/v1:LimitRange", LimitRange],
    ["kubernetes:core/v1:Namespace", Namespace],
    ["kubernetes:core/v1:PodTemplate", PodTemplate],
    ["kubernetes:core/v1:ResourceQuota", ResourceQuota],
    ["kubernetes:core/v1:Service", Service],
    ["kubernetes:core/v1:ServiceAccount", ServiceAccount],
    ["kubernetes:eks.amazonaws.com/v1:NodeClass", CustomResource],
    ["kubernetes:karpenter.k8s.aws/v1:EC2NodeClass", CustomResource],
    ["kubernetes:karpenter.sh/v1:NodePool", CustomResource],
    ["kubernetes:keda.sh/v1alpha1:ScaledJob", ScaledJob],
    ["kubernetes:keda.sh/v1alpha1:ScaledObject", ScaledObject],
    ["kubernetes:keda.sh/v1alpha1:TriggerAuthentication", TriggerAuthentication],
    ["kubernetes:networking.k8s.io/v1:NetworkPolicy", NetworkPolicy],
    ["kubernetes:policy/v1:PodDisruptionBudget", PodDisruptionBudget],
    ["kubernetes:rbac.authorization.k8s.io/v1:Role", Role],
    ["kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", RoleBinding],
    ["kubernetes:scheduling.k8s.io/v1:PriorityClass", PriorityClass],
]);
