import { describe, expect, it } from "vitest";
import { authenticationValues } from "../../../model/rules/authentication-values";
import { allFindings, findings } from "./support/findings";
import { authentication, secret, unknown } from "./support/objects";

describe("authentication-values", () => {
    const cluster = "ClusterTriggerAuthentication";
    const found = (spec: unknown, kind?: string) =>
        findings(authenticationValues, authentication("a", kind, {}, spec));
    const withIdentity = (podIdentity: object) => found({ podIdentity });

    it("reports identities that KEDA does not have", () => {
        expect(withIdentity({ provider: "azure" })).toMatchObject([
            {
                severity: "error",
                message: 'KEDA has no identity provider "azure"',
                fix: "use one of aws, azure-workload, gcp, none",
                path: "spec.podIdentity.provider",
                resource: { kind: "TriggerAuthentication", name: "a" },
            },
        ]);
        expect(withIdentity({})).toMatchObject([{ message: "the pod identity names no provider" }]);
        expect(withIdentity({ provider: "aws", identityOwner: "pod" })).toMatchObject([
            { message: 'identityOwner is "pod"', fix: "use keda or workload" },
        ]);
    });

    it("warns of the one that KEDA gives up", () => {
        expect(withIdentity({ provider: "aws-eks" })).toMatchObject([
            { severity: "warning", message: "aws-eks is given up: KEDA 3 will not know it" },
        ]);
    });

    it("reports a role of the workload's own identity, and an external id without a role", () => {
        const roleArn = "arn:aws:iam::1:role/a";
        expect(withIdentity({ provider: "aws", roleArn, identityOwner: "workload" })).toMatchObject([
            { severity: "error", path: "spec.podIdentity.roleArn" },
        ]);
        expect(withIdentity({ provider: "aws", externalID: "x" })).toMatchObject([
            { severity: "error", path: "spec.podIdentity.externalID" },
        ]);
        for (const identity of [
            { roleArn, identityOwner: "keda", externalID: "x" },
            { roleArn: "", identityOwner: "workload", externalID: "" },
            { roleArn: unknown(), externalID: secret() },
        ]) {
            expect(withIdentity({ provider: "aws", ...identity })).toEqual([]);
        }
    });

    it("reports Azure identities that are empty, and an authority without a tenant", () => {
        const azure = (members: object) => withIdentity({ provider: "azure-workload", ...members });
        expect(azure({ identityId: "" })).toMatchObject([{ message: "identityId is empty" }]);
        expect(azure({ identityTenantId: "" })).toMatchObject([{ message: "identityTenantId is empty" }]);
        expect(azure({ identityAuthorityHost: "https://login.example" })).toMatchObject([
            {
                message: "an authority is given, and no tenant",
                path: "spec.podIdentity.identityAuthorityHost",
            },
        ]);
        for (const members of [
            {},
            { identityAuthorityHost: "" },
            { identityId: unknown(), identityTenantId: unknown(), identityAuthorityHost: "https://x" },
        ]) {
            expect(azure(members)).toEqual([]);
        }
        expect(withIdentity({ provider: "gcp", identityId: "" })).toEqual([]);
    });

    it("reports OAuth2 clients that cannot get a token", () => {
        const client = { type: "clientCredentials", clientId: "x", tokenUrl: "https://x.example/token" };
        const oauth2 = (members: object) => found({ oauth2: { ...client, ...members } });
        expect(oauth2({})).toEqual([]);
        expect(oauth2({ type: undefined, tokenUrl: "HTTP://x" })).toEqual([]);
        expect(oauth2({ type: "password" })).toMatchObject([{ message: 'the grant is "password"' }]);
        expect(oauth2({ clientId: "" })).toMatchObject([{ path: "spec.oauth2.clientId" }]);
        expect(oauth2({ tokenUrl: undefined })).toMatchObject([
            { message: "there is no address to get a token from" },
        ]);
        for (const tokenUrl of ["ftp://x", "x.example/token", "https://", "https:///token", "http:x"]) {
            expect(oauth2({ tokenUrl })).toMatchObject([{ severity: "error", path: "spec.oauth2.tokenUrl" }]);
        }
    });

    it("reports a source without its parts", () => {
        expect(found({ secretTargetRef: [{ parameter: "password", name: "redis" }] })).toMatchObject([
            {
                severity: "error",
                message: "the parameter's source has no key",
                fix: "give parameter, name, key",
                path: "spec.secretTargetRef[0].key",
            },
        ]);
        expect(found({ env: [{ parameter: "a", name: unknown() }] })).toEqual([]);
        expect(found({ configMapTargetRef: [{}] })).toHaveLength(3);
    });

    it("keeps files to the operator, alone", () => {
        expect(found({ filePath: "token" })).toMatchObject([
            { severity: "error", message: expect.stringContaining(cluster) as string, path: "spec.filePath" },
        ]);
        expect(found({ filePath: "token", podIdentity: { provider: "aws" } }, cluster)).toEqual([]);
        const secretTargetRef = [{ parameter: "a", name: "b", key: "c" }];
        expect(found({ filePath: "token", secretTargetRef }, cluster)).toMatchObject([
            { severity: "warning", path: "spec.secretTargetRef" },
        ]);
        expect(found({ filePath: "", secretTargetRef })).toEqual([]);
    });

    it("notes what is known only after apply", () => {
        expect(found(unknown())).toMatchObject([{ severity: "note", path: "spec" }]);
        expect(withIdentity({ provider: unknown() })).toMatchObject([{ severity: "note" }]);
        expect(withIdentity({ provider: "aws", identityOwner: secret() })).toMatchObject([
            { severity: "note", path: "spec.podIdentity.identityOwner" },
        ]);
        expect(
            found({ oauth2: { type: unknown(), clientId: unknown(), tokenUrl: secret() } }).map(
                ({ severity }) => severity,
            ),
        ).toEqual(["note", "note"]);
    });

    it("leaves wrong types to reading", () => {
        const wrong = authentication("a", undefined, {}, { podIdentity: "aws", oauth2: [], filePath: 5 });
        expect(allFindings(wrong).filter(({ id }) => id === "field-type")).toHaveLength(3);
    });
});
