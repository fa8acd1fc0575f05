import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import type { CrdSchema } from "../support/schema-fields";
import { schemaFields } from "../support/schema-fields";
import { ExportedTypes } from "../support/type-fields";

const crd = parse(readFileSync(path.join(__dirname, "crd-v1.7.3.yaml"), "utf8")) as {
    VerticalPodAutoscaler: { spec: CrdSchema };
};

it("types of the VerticalPodAutoscaler and its CRD name the same members, required ones and values", () => {
    const types = new ExportedTypes("components/vpa/index.ts");
    expect(types.fields("VerticalPodAutoscalerSpec", [])).toEqual(
        schemaFields(crd.VerticalPodAutoscaler.spec),
    );
});
