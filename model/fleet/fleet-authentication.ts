import type { Declared } from "../declared";
import type { Field } from "./field";
import type { Identity } from "./identity";

/** A TriggerAuthentication or a ClusterTriggerAuthentication. */
export interface FleetAuthentication extends Identity {
    readonly declared: Declared;
    readonly kind: string;
    /** Whether all that it brings is known only after apply. */
    readonly isUnknown: boolean;
    readonly podIdentity: FleetPodIdentity | undefined;
    readonly oauth2: FleetOAuth2 | undefined;
    /** A file in the operator's own container. */
    readonly filePath: Field<string>;
}

/** The cloud identity that KEDA logs in with. */
export interface FleetPodIdentity {
    readonly provider: Field<string>;
    /** Whose identity it is, `keda` or `workload` (AWS). */
    readonly identityOwner: Field<string>;
    readonly roleArn: Field<string>;
    readonly externalId: Field<string>;
    readonly identityId: Field<string>;
    readonly tenantId: Field<string>;
    readonly authorityHost: Field<string>;
}

/** The client that KEDA gets tokens as. */
export interface FleetOAuth2 {
    readonly type: Field<string>;
    readonly clientId: Field<string>;
    readonly tokenUrl: Field<string>;
}
