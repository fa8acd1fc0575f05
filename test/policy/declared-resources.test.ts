import type { PolicyResource } from "@pulumi/policy";
import { describe, expect, it } from "vitest";
import { Secret, Unknown, sameLeaf, valueAt } from "../../model/declared";
import { declaredResources } from "../../policy/declared-resources";
import { resource, UNKNOWN } from "./support/stack";
import { deployment, scaledObject } from "./support/worker";

function read(type: string, props: object, others?: Parameters<typeof resource>[3]) {
    const [declared] = declaredResources([resource(type, "it", props, others)]);
    if (declared === undefined) throw new Error(`${type} is not declared`);
    return declared;
}

describe("declaredResources", () => {
    it("are the Kubernetes objects, with their URN and options", () => {
        const [worker] = declaredResources([
            resource("pulumi:pulumi:Stack", "stack", {}),
            resource("pulumi:providers:kubernetes", "provider", { kubeconfig: "text" }),
            resource("kubernetes:yaml/v2:ConfigFile", "file", {}),
            resource("kubernetes:apps/v1:DeploymentPatch", "patch", {}),
            deployment(
                "research",
                {},
                { opts: { ...deployment("a").opts, ignoreChanges: ["spec.replicas"] } },
            ),
        ]);
        expect(worker).toMatchObject({
            type: "kubernetes:apps/v1:Deployment",
            urn: "urn:pulumi:test::project::kubernetes:apps/v1:Deployment::research",
            options: { ignoreChanges: ["spec.replicas"] },
            object: { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "research" } },
        });
    });

    it("take apiVersion and kind from the type where the outputs do not say", () => {
        expect(read("kubernetes:core/v1:Service", {}).object).toMatchObject({
            apiVersion: "v1",
            kind: "Service",
        });
    });

    it("have every value that is not known as a leaf, wherever it stands", () => {
        const { object } = read("kubernetes:apps/v1:Deployment", {
            metadata: { name: "a", labels: UNKNOWN },
            spec: {
                replicas: "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
                list: [{ one: 1 }, UNKNOWN, [true, null]],
            },
        });
        expect(object).toMatchObject({
            metadata: { name: "a" },
            spec: { list: [{ one: 1 }, {}, [true, null]] },
        });
        for (const path of [
            ["metadata", "labels"],
            ["spec", "replicas"],
            ["spec", "list", 1],
        ]) {
            const leaf = valueAt(object, path);
            expect(leaf).toBeInstanceOf(Unknown);
        }
        expect(valueAt(object, ["spec", "list", 1])).toMatchObject({ path: "spec.list[1]" });
    });

    it("have the same unknown namespace where it comes from one resource, and no two unknown names are one", () => {
        const namespace = resource("kubernetes:core/v1:Namespace", "agents", {});
        const other = resource("kubernetes:core/v1:Namespace", "other", {});
        const from = (source: PolicyResource | undefined) =>
            deployment("x", {}, source && { propertyDependencies: { metadata: [source] } });
        const unnamed = (name: string, source?: PolicyResource) =>
            declaredResources([
                resource(
                    "kubernetes:apps/v1:Deployment",
                    name,
                    { metadata: { name: UNKNOWN, namespace: UNKNOWN } },
                    { propertyDependencies: from(source).propertyDependencies },
                ),
            ]).map(({ object }) => object.metadata as { name: unknown; namespace: unknown });
        const [[a], [b], [c], [d], [e]] = [
            unnamed("a", namespace),
            unnamed("b", namespace),
            unnamed("c", other),
            unnamed("d"),
            unnamed("e"),
        ];
        expect(sameLeaf(a?.namespace, b?.namespace)).toBe(true);
        expect(sameLeaf(a?.namespace, c?.namespace)).toBe(false);
        expect(sameLeaf(d?.namespace, e?.namespace)).toBe(false);
        expect(sameLeaf(a?.name, b?.name)).toBe(false);
    });

    it("never hold what is secret by its place", () => {
        const texts = [
            read("kubernetes:core/v1:Secret", { data: { key: "hush" }, stringData: { key: "hush" } }),
            read("kubernetes:apps/v1:Deployment", {
                spec: {
                    template: { spec: { initContainers: [{ env: [{ name: "TOKEN", value: "hush" }] }] } },
                },
            }),
            read(
                "kubernetes:acme.example/v1:Thing",
                { spec: { a: "hush" } },
                { opts: { ...deployment("a").opts, additionalSecretOutputs: ["spec"] } },
            ),
            read("kubernetes:core/v1:ConfigMap", { data: { key: "[secret]" } }),
        ].map(({ object }) => JSON.stringify(object));
        expect(texts.join()).not.toMatch(/hush|\[secret\]/);
        expect(texts.join()).toContain("TOKEN");
        const { object } = read("kubernetes:core/v1:Secret", { data: { key: "hush" } });
        expect(object["data"]).toBeInstanceOf(Secret);
    });

    it("are called after their pool, or else after themselves", () => {
        const pool = resource("agent-autoscaling:index:AutoscaledAgentPool", "research", {});
        const group = resource("kubernetes:yaml/v2:ConfigGroup", "manifests", {});
        const origins = declaredResources([
            scaledObject("research", {}, { parent: pool }),
            scaledObject("other", {}, { parent: group }),
            scaledObject("third"),
        ]).map(({ origin }) => origin(["spec"]));
        expect(origins).toEqual([
            { component: "research" },
            { component: "other-scaler" },
            { component: "third-scaler" },
        ]);
    });
});
