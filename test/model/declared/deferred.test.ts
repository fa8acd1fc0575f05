import { output, secret } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { Secret, Unknown, isDeferred, isOpaque, kubernetesType, withUnknowns } from "../../../model/declared";

describe("withUnknowns", () => {
    it("puts a leaf with its place for every Output and promise, and leaves the rest", () => {
        const image = output("image");
        const later = Promise.resolve(1);
        const known = new Unknown("elsewhere", 1);
        const given = { spec: { containers: [{ image, ports: [80, later] }], known, gone: undefined } };
        expect(withUnknowns(given, ["workload", "podTemplate"])).toEqual({
            spec: {
                containers: [
                    {
                        image: new Unknown("workload.podTemplate.spec.containers[0].image", image),
                        ports: [80, new Unknown("workload.podTemplate.spec.containers[0].ports[1]", later)],
                    },
                ],
                known,
            },
        });
    });

    it("drops members that are undefined, as JSON does", () => {
        expect(Object.keys(withUnknowns({ a: undefined, b: null }, []) as object)).toEqual(["b"]);
    });
});

it("knows an Output and a promise by their own marks", () => {
    expect([output(1), secret(1), Promise.resolve(), { then: () => 1 }].map(isDeferred)).toEqual([
        true,
        true,
        true,
        true,
    ]);
    expect([null, undefined, 1, "then", {}, { then: 1 }, () => 1].some(isDeferred)).toBe(false);
    expect([new Unknown("a", 1), new Secret(1), output(1)].every(isOpaque)).toBe(true);
});

it("names kinds as Pulumi does", () => {
    expect(kubernetesType("v1", "Service")).toBe("kubernetes:core/v1:Service");
    expect(kubernetesType("apps/v1", "Deployment")).toBe("kubernetes:apps/v1:Deployment");
});
