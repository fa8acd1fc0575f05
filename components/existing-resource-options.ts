import type * as pulumi from "@pulumi/pulumi";

/** Options of `get`: the resource options, and which object on the cluster is meant. */
export interface ExistingResourceOptions extends pulumi.CustomResourceOptions {
    /** `namespace/name`; for a cluster-wide kind the name alone. */
    id: pulumi.Input<pulumi.ID>;
}
