import { valueAt } from "../declared";
import type { Field, Fleet, FleetAuthentication, FleetOAuth2, FleetPodIdentity } from "../fleet";
import { isUnknown, known } from "../fleet";
import { OF_CLUSTER } from "./authentication-index";
import { notChecked } from "./not-checked";
import { oneOfNames } from "./one-of-names";
import type { Breach, Rule } from "./rule";

const PROVIDERS = ["aws", "azure-workload", "gcp", "none"];
const DEPRECATED = "aws-eks";
const OWNERS = ["keda", "workload"];
const CLIENT_CREDENTIALS = "clientCredentials";

/** Authentications that the API server or KEDA refuses. */
export const authenticationValues: Rule = {
    id: "authentication-values",
    severity: "error",
    impact: "high",
    tags: ["signal", "security"],
    title: "A TriggerAuthentication has an identity, a client or a file that KEDA accepts.",
    why: "KEDA's webhook refuses most of it where it runs; without it the scaler fails, with all of its triggers.",
    source: "KEDA 2.20.2 triggerauthentication_webhook.go validateSpec, resolveAuthRef; TriggerAuthentication CRD",
    *check({ authentications }: Fleet) {
        for (const authentication of authentications) {
            const { declared, isUnknown: isHidden, podIdentity, oauth2 } = authentication;
            if (isHidden) {
                yield notChecked(declared, ["spec"], "how KEDA logs in");
                continue;
            }
            if (podIdentity !== undefined) yield* checkProvider(authentication, podIdentity);
            if (oauth2 !== undefined) yield* checkClient(authentication, oauth2);
            yield* checkReferences(authentication);
            yield* checkFile(authentication);
        }
    },
};

function* checkProvider(authentication: FleetAuthentication, identity: FleetPodIdentity): Generator<Breach> {
    const { declared } = authentication;
    const { provider, identityOwner } = identity;
    if (isUnknown(provider)) {
        yield notChecked(declared, provider.path, "the identity's provider");
        return;
    }
    const name = known(provider);
    if (name === DEPRECATED) {
        yield {
            declared,
            path: provider.path,
            severity: "warning",
            message: "aws-eks is given up: KEDA 3 will not know it",
            fix: "use aws with identityOwner workload, which finds the same role",
        };
    } else if (name === undefined || !PROVIDERS.includes(name)) {
        yield {
            declared,
            path: provider.path,
            message:
                name === undefined
                    ? "the pod identity names no provider"
                    : `KEDA has no identity provider ${JSON.stringify(name.slice(0, 80))}`,
            fix: `use ${oneOfNames(PROVIDERS)}`,
        };
    }
    const owner = known(identityOwner);
    if (isUnknown(identityOwner)) yield notChecked(declared, identityOwner.path);
    if (owner !== undefined && !OWNERS.includes(owner)) {
        yield {
            declared,
            path: identityOwner.path,
            message: `identityOwner is ${JSON.stringify(owner.slice(0, 80))}`,
            fix: `use ${OWNERS.join(" or ")}`,
        };
    }
    if (name === "aws") yield* checkAws(authentication, identity);
    if (name === "azure-workload") yield* checkAzure(authentication, identity);
}

function* checkAws(
    { declared }: FleetAuthentication,
    { roleArn, externalId, identityOwner }: FleetPodIdentity,
): Generator<Breach> {
    if (roleArn.value !== undefined && known(identityOwner) === "workload") {
        yield {
            declared,
            path: roleArn.path,
            message: "a role is given, and the identity is the workload's own: KEDA takes one of the two",
            fix: "remove roleArn, or identityOwner",
        };
    }
    if (externalId.value !== undefined && roleArn.value === undefined) {
        yield {
            declared,
            path: externalId.path,
            message: "an external id is given, and no role that it could be for",
            fix: "give roleArn, or remove externalID",
        };
    }
}

function* checkAzure(
    { declared }: FleetAuthentication,
    { identityId, tenantId, authorityHost }: FleetPodIdentity,
): Generator<Breach> {
    for (const field of [identityId, tenantId]) {
        if (field.value !== "") continue;
        yield {
            declared,
            path: field.path,
            message: `${String(field.path.at(-1))} is empty`,
            fix: "give it, or remove it: the operator's own is used then",
        };
    }
    if (authorityHost.value !== undefined && tenantId.value === undefined) {
        yield {
            declared,
            path: authorityHost.path,
            message: "an authority is given, and no tenant",
            fix: "give identityTenantId, or remove identityAuthorityHost",
        };
    }
}

function* checkClient(
    { declared }: FleetAuthentication,
    { type, clientId, tokenUrl }: FleetOAuth2,
): Generator<Breach> {
    const at = (field: Field<string>, message: string, fix: string): Breach => ({
        declared,
        path: field.path,
        message,
        fix,
    });
    for (const field of [type, tokenUrl]) if (isUnknown(field)) yield notChecked(declared, field.path);
    const grant = known(type);
    if (grant !== undefined && grant !== CLIENT_CREDENTIALS) {
        yield at(type, `the grant is ${JSON.stringify(grant.slice(0, 80))}`, `use ${CLIENT_CREDENTIALS}`);
    }
    if (clientId.value === undefined) yield at(clientId, "the client has no id", "give clientId");
    if (tokenUrl.value === undefined) {
        yield at(tokenUrl, "there is no address to get a token from", "give tokenUrl");
    }
    const address = known(tokenUrl);
    if (address !== undefined && !/^https?:\/\/[^/?#\s]/i.test(address)) {
        const message = `tokenUrl ${JSON.stringify(address.slice(0, 80))} is no address of http or https`;
        yield at(tokenUrl, message, 'write it whole, for example "https://login.example.com/token"');
    }
}

/** What the API server wants of each parameter's source. */
const REFERENCES: readonly (readonly [part: string, members: readonly string[]])[] = [
    ["secretTargetRef", ["parameter", "name", "key"]],
    ["configMapTargetRef", ["parameter", "name", "key"]],
    ["env", ["parameter", "name"]],
];

function* checkReferences({ declared }: FleetAuthentication): Generator<Breach> {
    for (const [part, members] of REFERENCES) {
        const items = valueAt(declared.object, ["spec", part]);
        for (const [index, item] of (Array.isArray(items) ? (items as unknown[]) : []).entries()) {
            for (const member of members) {
                if ((valueAt(item, [member]) ?? "") !== "") continue;
                yield {
                    declared,
                    path: ["spec", part, index, member],
                    message: `the parameter's source has no ${member}`,
                    fix: `give ${members.join(", ")}`,
                };
            }
        }
    }
}

/** Parts that a file takes the place of; the identity stays. */
const OVERRIDDEN = [
    "secretTargetRef",
    "configMapTargetRef",
    "env",
    "hashiCorpVault",
    "azureKeyVault",
    "gcpSecretManager",
    "awsSecretManager",
    "boundServiceAccountToken",
    "oauth2",
];

function* checkFile({ declared, kind, filePath }: FleetAuthentication): Generator<Breach> {
    if (filePath.value === undefined) return;
    if (kind !== OF_CLUSTER) {
        yield {
            declared,
            path: filePath.path,
            message: `filePath works in a ${OF_CLUSTER} only, since the file is the operator's`,
            fix: `use a ${OF_CLUSTER}, or another source`,
        };
        return;
    }
    for (const part of OVERRIDDEN) {
        if ((valueAt(declared.object, ["spec", part]) ?? undefined) === undefined) continue;
        yield {
            declared,
            path: ["spec", part],
            severity: "warning",
            message: `${part} is ignored: filePath takes the place of every other source`,
            fix: `remove ${part}, or filePath`,
        };
    }
}
