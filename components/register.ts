import {
    ValidatingAdmissionPolicy,
    ValidatingAdmissionPolicyBinding,
} from "@pulumi/kubernetes/admissionregistration/v1";
import { Deployment, StatefulSet } from "@pulumi/kubernetes/apps/v1";
import { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2";
import { Service } from "@pulumi/kubernetes/core/v1";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1";
import type { ComponentResource, CustomResource, CustomResourceOptions } from "@pulumi/pulumi";
import type { Declared, DeclaredOptions } from "../model/declared";
import { ScaledJob, ScaledObject, TriggerAuthentication } from "./keda";
import { VerticalPodAutoscaler } from "./vpa";
import { withOutputs } from "./with-outputs";

type Constructor = new (name: string, args: never, opts: CustomResourceOptions) => CustomResource;

/** The typed class of each kind that a component consists of, by type token. */
const CLASSES: ReadonlyMap<string, Constructor> = new Map<string, Constructor>([
    ["kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy", ValidatingAdmissionPolicy],
    [
        "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding",
        ValidatingAdmissionPolicyBinding,
    ],
    ["kubernetes:apps/v1:Deployment", Deployment],
    ["kubernetes:apps/v1:StatefulSet", StatefulSet],
    ["kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler", VerticalPodAutoscaler],
    ["kubernetes:autoscaling/v2:HorizontalPodAutoscaler", HorizontalPodAutoscaler],
    ["kubernetes:core/v1:Service", Service],
    ["kubernetes:policy/v1:PodDisruptionBudget", PodDisruptionBudget],
    ["kubernetes:keda.sh/v1alpha1:ScaledJob", ScaledJob],
    ["kubernetes:keda.sh/v1alpha1:ScaledObject", ScaledObject],
    ["kubernetes:keda.sh/v1alpha1:TriggerAuthentication", TriggerAuthentication],
]);

/** The roles of which a pool has one, whose child has the component's own name. */
const PRIMARY_ROLES = ["deployment", "stateful-set", "scaled-job"];

/**
 * Registers declared objects as children of a component, in their order; a `dependsOn` role names an object that
 * was declared before.
 */
export function registerChildren(
    parent: ComponentResource,
    name: string,
    declared: readonly Declared[],
): ReadonlyMap<string, CustomResource> {
    const children = new Map<string, CustomResource>();
    for (const { type, role = "", object, options } of declared) {
        const Kind = CLASSES.get(type);
        if (Kind === undefined) throw new Error(`no class registers ${type}`);
        const dependsOn = (options.dependsOn ?? []).flatMap((needed) => children.get(needed) ?? []);
        const child = new Kind(
            PRIMARY_ROLES.includes(role) ? name : `${name}-${role}`,
            withOutputs({ metadata: object.metadata, spec: object["spec"] }) as never,
            { parent, dependsOn, ...resourceOptions(options) },
        );
        children.set(role, child);
    }
    return children;
}

function resourceOptions(options: DeclaredOptions): CustomResourceOptions {
    const { deleteBeforeReplace, ignoreChanges, replaceOnChanges, aliases = [], formerTypes = [] } = options;
    return {
        ...(deleteBeforeReplace === undefined ? {} : { deleteBeforeReplace }),
        ...(ignoreChanges === undefined ? {} : { ignoreChanges: [...ignoreChanges] }),
        ...(replaceOnChanges === undefined ? {} : { replaceOnChanges: [...replaceOnChanges] }),
        aliases: [...aliases, ...formerTypes.map((type) => ({ type }))],
    };
}
