import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Declared, KubernetesObject } from "../../../model/declared";
import { Secret, Unknown, kubernetesType } from "../../../model/declared";
import type { Finding, Severity } from "../../../model/findings";
import { SEVERITIES, atLeast, findingAt, findingResource, sortFindings } from "../../../model/findings";

function declared(metadata: unknown, urn?: string): Declared {
    return {
        type: kubernetesType("v1", "Pod"),
        object: { apiVersion: "v1", kind: "Pod", metadata } as KubernetesObject,
        options: {},
        origin: (path) => ({ file: "pool.yaml", line: path.length }),
        ...(urn === undefined ? {} : { urn }),
    };
}

describe("findingAt", () => {
    it("says where in the object, where in the source, and which object", () => {
        const what = { id: "rule", severity: "error", message: "m", fix: "f" } as const;
        const object = declared({ name: "worker", namespace: "agents" }, "urn:pulumi:worker");
        expect(findingAt(object, ["spec", "list", 0, "a.b"], what)).toEqual({
            ...what,
            path: 'spec.list[0]["a.b"]',
            origin: { file: "pool.yaml", line: 4 },
            resource: {
                apiVersion: "v1",
                kind: "Pod",
                name: "worker",
                namespace: "agents",
                urn: "urn:pulumi:worker",
            },
        });
    });
});

describe("findingResource", () => {
    it("keeps names that are not known, and leaves out what is no name", () => {
        const name = new Unknown("name", 1);
        const namespace = new Secret(2);
        expect(findingResource(declared({ name, namespace }))).toMatchObject({ name, namespace });
        expect(findingResource(declared({ name: 5, namespace: ["a"] }))).toEqual({
            apiVersion: "v1",
            kind: "Pod",
            name: "",
        });
        for (const metadata of [undefined, null, "x"])
            expect(findingResource(declared(metadata)).name).toBe("");
    });
});

describe("severities", () => {
    it("are ordered from the worst", () => {
        expect(SEVERITIES).toEqual(["error", "warning", "note"]);
        const failing = (level: Severity) => SEVERITIES.filter((severity) => atLeast(severity, level));
        expect(failing("error")).toEqual(["error"]);
        expect(failing("warning")).toEqual(["error", "warning"]);
        expect(failing("note")).toEqual(["error", "warning", "note"]);
    });
});

describe("sortFindings", () => {
    const finding = (severity: Severity, kind: string, name: string, path: string, line = 1): Finding => ({
        id: "rule",
        severity,
        message: "m",
        fix: "f",
        path,
        origin: { file: "a.yaml", line },
        resource: { apiVersion: "v1", kind, name },
    });
    const sorted = [
        finding("error", "Pod", "b", "spec.b"),
        finding("error", "Service", "a", "spec.a"),
        finding("warning", "Pod", "a", "spec.a"),
        finding("warning", "Pod", "a", "spec.b"),
        finding("warning", "Pod", "b", "spec.a"),
        finding("note", "Deployment", "a", "spec.a", 1),
        finding("note", "Deployment", "a", "spec.a", 2),
        { ...finding("warning", "Pod", "a", "spec.a"), exemption: { reason: "moving" } },
    ];

    it("puts the worst first and what is exempt last, then goes by object and place, whatever the order of the input", () => {
        fc.assert(
            fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (shuffled) => {
                expect(sortFindings(shuffled)).toEqual(sorted);
            }),
        );
    });

    it("leaves its input as it was, and takes findings without an object", () => {
        const input = [
            finding("note", "Pod", "a", "x"),
            { ...finding("error", "", "", "y"), resource: undefined },
        ];
        const copy = [...input];
        const found = sortFindings(input as Finding[]);
        expect(input).toEqual(copy);
        expect(found.map(({ severity }) => severity)).toEqual(["error", "note"]);
    });
});
