import { describe, expect, it } from "vitest";
import { isPulumiObject, pulumiObject, Secret, Unknown } from "../../../model/declared";

describe("the object of a Pulumi resource", () => {
    it("is there for objects of Kubernetes only, of whatever kind", () => {
        expect(
            [
                "kubernetes:core/v1:ConfigMap",
                "kubernetes:acme.example/v1:Thing",
                "kubernetes:apps/v1:DeploymentPatch",
                "kubernetes:helm.sh/v3:Release",
                "kubernetes:yaml/v2:ConfigFile",
                "pulumi:providers:kubernetes",
                "aws:sqs/queue:Queue",
            ].filter(isPulumiObject),
        ).toEqual(["kubernetes:core/v1:ConfigMap", "kubernetes:acme.example/v1:Thing"]);
    });

    it("has the kind of its type, or the one that it states", () => {
        expect(pulumiObject("kubernetes:core/v1:Service", {})).toEqual({
            apiVersion: "v1",
            kind: "Service",
            metadata: {},
        });
        expect(pulumiObject("kubernetes:a/v1:B", { apiVersion: "a/v2", kind: "C", spec: 1 })).toEqual({
            apiVersion: "a/v2",
            kind: "C",
            metadata: {},
            spec: 1,
        });
    });

    it("has an unknown or a secret name where its metadata are", () => {
        const unknown = pulumiObject("kubernetes:a/v1:B", { metadata: new Unknown("metadata", "x") });
        expect(unknown.metadata["name"]).toBeInstanceOf(Unknown);
        expect(unknown.metadata["namespace"]).toMatchObject({ path: "metadata.namespace" });
        const secret = pulumiObject("kubernetes:a/v1:B", { metadata: new Secret("x") });
        expect(secret.metadata["name"]).toBeInstanceOf(Secret);
    });
});
