import { describe, expect, it } from "vitest";
import type { KubernetesObject } from "../../model/declared";
import { Secret } from "../../model/declared";
import { appliedFields } from "../../policy/applied-fields";

const APPLIED = {
    "f:metadata": { "f:labels": { "f:team": {} } },
    "f:spec": {
        "f:selector": {},
        "f:template": {
            "f:metadata": { "f:finalizers": { 'v:"acme/drain"': {} } },
            "f:spec": {
                "f:containers": {
                    'k:{"name":"agent"}': {
                        ".": {},
                        "f:name": {},
                        "f:image": {},
                        "f:ports": {
                            'k:{"containerPort":8080,"protocol":"TCP"}': { ".": {}, "f:containerPort": {} },
                        },
                    },
                },
            },
        },
    },
};

/** A Deployment as a preview's dry run answers: with defaults, a side-car of a webhook, and a status. */
function answered(managedFields: unknown, spec: object = {}): KubernetesObject {
    return {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: {
            name: "worker",
            namespace: "agents",
            uid: "963d07de",
            labels: { team: "research", injected: "yes" },
            managedFields,
        },
        spec: {
            replicas: 1,
            selector: { matchLabels: { app: "worker" } },
            template: {
                metadata: { finalizers: ["acme/drain", "other/wait"] },
                spec: {
                    restartPolicy: "Always",
                    containers: [
                        {
                            name: "agent",
                            image: "agent:1",
                            imagePullPolicy: "IfNotPresent",
                            ports: [
                                { containerPort: 8080, protocol: "TCP" },
                                { containerPort: 9090, protocol: "TCP" },
                            ],
                        },
                        { name: "side-car", image: "proxy:1" },
                    ],
                },
            },
            ...spec,
        },
        status: { replicas: 1 },
    };
}

const entry = (fieldsV1: object, others: object = {}): object => ({
    manager: "pulumi-kubernetes-d53b419a",
    operation: "Apply",
    apiVersion: "apps/v1",
    fieldsType: "FieldsV1",
    fieldsV1,
    ...others,
});

const WRITTEN = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "worker", namespace: "agents", labels: { team: "research" } },
    spec: {
        selector: { matchLabels: { app: "worker" } },
        template: {
            metadata: { finalizers: ["acme/drain"] },
            spec: { containers: [{ name: "agent", image: "agent:1", ports: [{ containerPort: 8080 }] }] },
        },
    },
};

describe("appliedFields", () => {
    it("keeps what was applied, and nothing that the server or a webhook added", () => {
        expect(appliedFields(answered([entry(APPLIED)]))).toEqual(WRITTEN);
    });

    it("keeps a number that the author wrote where it equals the default", () => {
        const stated = entry({ ...APPLIED, "f:spec": { ...APPLIED["f:spec"], "f:replicas": {} } });
        expect(appliedFields(answered([stated]))).toEqual({
            ...WRITTEN,
            spec: { ...WRITTEN.spec, replicas: 1 },
        });
    });

    it("takes together what several have applied, and leaves out who updates", () => {
        const other = entry({ "f:spec": { "f:replicas": {} } }, { manager: "someone" });
        const scale = entry(
            { "f:spec": { "f:paused": {} } },
            { operation: "Update", subresource: "scale", manager: "kube-controller-manager" },
        );
        const both = appliedFields(answered([entry(APPLIED), other, scale], { paused: true }));
        expect(both["spec"]).toEqual({ ...WRITTEN.spec, replicas: 1 });
    });

    it("leaves an object as it is that the server has not answered", () => {
        const written = answered(undefined);
        expect(appliedFields(written)).toBe(written);
    });

    it("leaves out replicas, which may be a default, where nobody has applied", () => {
        for (const fields of [
            [entry(APPLIED, { operation: "Update" })],
            [entry(APPLIED, { apiVersion: "apps/v1beta2" })],
            [],
        ]) {
            const object = answered(fields);
            const { replicas, ...spec } = object["spec"] as Record<string, unknown>;
            expect(replicas).toBe(1);
            expect(appliedFields(object)).toEqual({ ...object, spec });
        }
    });

    it("keeps a secret in its place", () => {
        const secret = new Secret(Symbol("spec"));
        expect(appliedFields({ ...answered([entry(APPLIED)]), spec: secret })["spec"]).toBe(secret);
    });
});
