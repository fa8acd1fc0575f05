import { describe, expect, it } from "vitest";
import { nodeImagePinned } from "../../../model/rules/node-image-pinned";
import { findings } from "./support/findings";
import { declared, secret, unknown } from "./support/objects";

const of = (amiSelectorTerms: unknown) =>
    findings(
        nodeImagePinned,
        declared({
            apiVersion: "karpenter.k8s.aws/v1",
            kind: "EC2NodeClass",
            metadata: { name: "agents" },
            spec: { amiSelectorTerms },
        }),
    );

describe("node-image-pinned", () => {
    it("fires for the latest image", () => {
        expect(of([{ id: "ami-1" }, { alias: "al2023@latest" }])).toMatchObject([
            {
                severity: "warning",
                message: "the image is al2023@latest, which changes whenever AWS publishes one",
                path: "spec.amiSelectorTerms[1].alias",
            },
        ]);
    });

    it("is quiet for a version, and for images found otherwise", () => {
        expect(of([{ alias: "al2023@v20261101" }, { tags: { team: "agents@latest" } }])).toEqual([]);
        expect(of(undefined)).toEqual([]);
    });

    it("notes what is not known yet, and never shows a secret", () => {
        expect(of(unknown())).toMatchObject([{ severity: "note" }]);
        const found = of([{ alias: secret("al2023@latest") }]);
        expect(found).toMatchObject([{ severity: "note" }]);
        expect(JSON.stringify(found)).not.toContain("al2023");
    });

    it("survives terms of another type", () => {
        for (const wrong of ["al2023@latest", 1, { alias: "al2023@latest" }, [null, 3, { alias: 4 }]])
            expect(of(wrong)).toEqual([]);
    });
});
