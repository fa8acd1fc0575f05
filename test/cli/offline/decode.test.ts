import { describe, expect, it } from "vitest";
import { decodeOutputs, decodeRegistration } from "../../../cli/offline/decode";
import type { WireRegistration } from "../../../cli/offline/messages";
import { SIGNATURE, Signature, UNKNOWN } from "../../../cli/offline/wire";
import { sameLeaf, Secret, Unknown } from "../../../model/declared";

const output = (fields: object): object => ({ [SIGNATURE]: Signature.OutputValue, ...fields });

function inputs(
    wire: WireRegistration["inputs"],
    more: Partial<WireRegistration> = {},
): Readonly<Record<string, unknown>> {
    return decodeRegistration({
        ...{ urn: "u", type: "t", name: "n", custom: true, remote: false, ignoreChanges: [] },
        ...{
            deleteBeforeReplace: false,
            dependsOn: [],
            propertyDependencies: {},
            aliases: [],
            providers: {},
        },
        inputs: wire,
        ...more,
    }).inputs;
}

describe("values that are not known", () => {
    it("are leaves that say where they are", () => {
        const { spec } = inputs({ spec: { list: [1, UNKNOWN, `arn:${UNKNOWN}:q`] } }) as {
            spec: { list: [number, Unknown, Unknown] };
        };
        expect(spec.list[0]).toBe(1);
        expect(spec.list.slice(1).map((leaf) => (leaf as Unknown).path)).toEqual([
            "spec.list[1]",
            "spec.list[2]",
        ]);
    });

    it("are the same where they come from the same resources, whatever else their property holds", () => {
        const { a, b } = inputs({
            a: { x: output({ dependencies: ["q", "ns"] }), y: output({ dependencies: ["r"] }) },
            b: output({ dependencies: ["ns", "q"] }),
        }) as { a: { x: Unknown; y: Unknown }; b: Unknown };
        expect(sameLeaf(a.x, b)).toBe(true);
        expect(sameLeaf(a.y, b)).toBe(false);
    });

    it("take the resources of their property where they do not say themselves", () => {
        const propertyDependencies = { a: ["q"], b: ["q"], c: [] };
        const { a, b, c } = inputs({ a: UNKNOWN, b: UNKNOWN, c: UNKNOWN }, { propertyDependencies });
        expect(sameLeaf(a, b)).toBe(true);
        expect(sameLeaf(a, c)).toBe(false);
    });

    it("are only equal to themselves where they come from nothing", () => {
        const { a, b } = inputs({ a: UNKNOWN, b: UNKNOWN });
        expect(sameLeaf(a, a)).toBe(true);
        expect(sameLeaf(a, b)).toBe(false);
    });
});

describe("other envelopes", () => {
    it("gives known outputs as their values", () => {
        expect(inputs({ a: output({ value: { b: [output({ value: 1 })] }, dependencies: ["q"] }) })).toEqual({
            a: { b: [1] },
        });
    });

    it("keeps secrets as leaves in their place", () => {
        const { env } = inputs({ env: [{ name: "A", value: { [SIGNATURE]: Signature.Secret } }] }) as {
            env: [{ name: string; value: unknown }];
        };
        expect(env[0].name).toBe("A");
        expect(env[0].value).toBeInstanceOf(Secret);
    });

    it("takes a resource in place of its id as not known, the same wherever it is given", () => {
        const resource = { [SIGNATURE]: Signature.Resource, urn: "urn:q", id: "" };
        const { a, b } = inputs({ a: resource, b: output({ dependencies: ["urn:q"] }) });
        expect(a).toBeInstanceOf(Unknown);
        expect(sameLeaf(a, b)).toBe(true);
    });

    it("hides what may be a credential of a provider", () => {
        const provider = inputs(
            { kubeconfig: "apiVersion: v1", namespace: "agents" },
            { type: "pulumi:providers:kubernetes" },
        );
        expect(provider["kubeconfig"]).toBeInstanceOf(Secret);
        expect(provider["namespace"]).toBe("agents");
    });

    it("reads stack outputs the same way", () => {
        const outputs = decodeOutputs({ a: 1, b: UNKNOWN, c: { [SIGNATURE]: Signature.Secret } });
        expect(outputs["a"]).toBe(1);
        expect(outputs["b"]).toBeInstanceOf(Unknown);
        expect(outputs["c"]).toBeInstanceOf(Secret);
    });
});
