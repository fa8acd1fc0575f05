import type { Input } from "@pulumi/pulumi";
import type { GkeIdentityMode } from "./choices";

/** What KEDA's operator may read in Google Cloud, for triggers with `gcpPodIdentity`. */
export interface GkeKedaIdentityArgs {
    /** As whom the operator asks. Default: `Principal`. */
    mode?: GkeIdentityMode;
    /** The id of the cluster's project, in which queues and metrics are. */
    project: Input<string>;
    /** The number of the project, which `Principal` needs. */
    projectNumber?: Input<string>;
    /** KEDA's namespace. Default: `keda`. */
    namespace?: string;
    /** The Kubernetes service account of KEDA's operator. Default: `keda-operator`, as KEDA's chart has it. */
    serviceAccountName?: string;
    /** The id of the Google service account that is made with `ServiceAccount`. Default: the component's name. */
    accountId?: string;
    /**
     * Buckets that gcp-storage triggers count objects of: their objects may be listed, by a role that is made for it, and not
     * read. Default: none, and no such role.
     */
    buckets?: Input<string>[];
}
