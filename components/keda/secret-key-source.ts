import type * as pulumi from "@pulumi/pulumi";

/** A key of a Secret. */
export interface SecretKeyRef {
    name: pulumi.Input<string>;
    key: pulumi.Input<string>;
}

/** The level that Kubernetes puts around a reference in place of a value. */
export interface SecretKeyValueFrom {
    secretKeyRef: pulumi.Input<SecretKeyRef>;
}

/** A credential that is read from a Secret, in the namespace that the whole object reads from. */
export interface SecretKeySource {
    valueFrom: pulumi.Input<SecretKeyValueFrom>;
}
