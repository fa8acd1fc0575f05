import { Job } from "@pulumi/gcp/cloudscheduler";
import { NodePool } from "@pulumi/gcp/container";
import { IAMCustomRole, IAMMember as ProjectMember } from "@pulumi/gcp/projects";
import { Account, IAMMember as AccountMember } from "@pulumi/gcp/serviceaccount";
import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource";
import type { ResourceClass, ResourceClasses } from "../resource-class";

/** The classes of the resources of Google Cloud that components consist of. */
export const GCP_CLASSES: ResourceClasses = new Map<string, ResourceClass>([
    ["gcp:cloudscheduler/job:Job", Job],
    ["gcp:container/nodePool:NodePool", NodePool],
    ["gcp:projects/iAMCustomRole:IAMCustomRole", IAMCustomRole],
    ["gcp:projects/iAMMember:IAMMember", ProjectMember],
    ["gcp:serviceaccount/account:Account", Account],
    ["gcp:serviceaccount/iAMMember:IAMMember", AccountMember],
    ["kubernetes:cloud.google.com/v1:ComputeClass", CustomResource],
]);
