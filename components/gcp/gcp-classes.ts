import { Job } from "@pulumi/gcp/cloudscheduler";
import { IAMCustomRole, IAMMember as ProjectMember } from "@pulumi/gcp/projects";
import { Account } from "@pulumi/gcp/serviceaccount";
import type { ResourceClass, ResourceClasses } from "../resource-class";

/** The classes of the resources of Google Cloud that components consist of. */
export const GCP_CLASSES: ResourceClasses = new Map<string, ResourceClass>([
    ["gcp:cloudscheduler/job:Job", Job],
    ["gcp:projects/iAMCustomRole:IAMCustomRole", IAMCustomRole],
    ["gcp:projects/iAMMember:IAMMember", ProjectMember],
    ["gcp:serviceaccount/account:Account", Account],
]);
