import type { Path } from "../declared";
import type { FieldReader } from "./field-reader";
import type { FleetAuthentication, FleetOAuth2, FleetPodIdentity } from "./fleet-authentication";

/** Reads a TriggerAuthentication or a ClusterTriggerAuthentication. */
export function readAuthentication(reader: FieldReader): FleetAuthentication {
    return {
        declared: reader.declared,
        kind: reader.declared.object.kind,
        name: reader.name(["metadata", "name"]),
        namespace: reader.name(["metadata", "namespace"]),
        isUnknown: reader.isUnknown(["spec"]),
        podIdentity: readPodIdentity(reader, ["spec", "podIdentity"]),
        oauth2: readOAuth2(reader, ["spec", "oauth2"]),
        filePath: reader.textUnlessEmpty(["spec", "filePath"]),
    };
}

function readPodIdentity(reader: FieldReader, path: Path): FleetPodIdentity | undefined {
    if (!reader.has(path)) return undefined;
    reader.record(path);
    return {
        provider: reader.text([...path, "provider"]),
        identityOwner: reader.text([...path, "identityOwner"]),
        roleArn: reader.textUnlessEmpty([...path, "roleArn"]),
        externalId: reader.textUnlessEmpty([...path, "externalID"]),
        identityId: reader.text([...path, "identityId"]),
        tenantId: reader.text([...path, "identityTenantId"]),
        authorityHost: reader.textUnlessEmpty([...path, "identityAuthorityHost"]),
    };
}

function readOAuth2(reader: FieldReader, path: Path): FleetOAuth2 | undefined {
    if (!reader.has(path)) return undefined;
    reader.record(path);
    return {
        type: reader.text([...path, "type"]),
        clientId: reader.textUnlessEmpty([...path, "clientId"]),
        tokenUrl: reader.textUnlessEmpty([...path, "tokenUrl"]),
    };
}
