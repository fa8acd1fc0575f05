import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type CrdSchema, schemaFields } from "../support/schema-fields";
import { ExportedTypes } from "../support/type-fields";

const crds = parse(readFileSync(path.join(__dirname, "crds-v2.20.2.yaml"), "utf8")) as Record<
    string,
    { scope: string; spec: CrdSchema }
>;

/** Where our types differ from the CRD on purpose: what it allows, and what we have in its place. */
const DIFFERENCES: Record<string, { crd: string; ours?: string }[]> = {
    ScaledObject: [
        // The CRD takes any text; KEDA's own type has these three values.
        {
            crd: "spec.triggers[].metricType?: string",
            ours: 'spec.triggers[].metricType?: "AverageValue" | "Utilization" | "Value"',
        },
    ],
    // Cached metrics serve an HPA, which a ScaledJob does not have.
    ScaledJob: [{ crd: "spec.triggers[].useCachedMetrics?: boolean" }],
    // Read for the kind of the whole cluster only.
    TriggerAuthentication: [{ crd: "spec.filePath?: string" }],
    ClusterTriggerAuthentication: [],
};

/** Fields that are typed by the Kubernetes SDK and whose members are not KEDA's to say. */
const OPAQUE = ["spec.jobTargetRef"];

describe("types of KEDA's custom resources and KEDA's CRDs name the same members, required ones and values", () => {
    const types = new ExportedTypes("components/keda/index.ts");

    it.each(Object.entries(DIFFERENCES))("%s", (kind, differences) => {
        const crd = crds[kind];
        if (crd === undefined) throw new Error(`no CRD of ${kind}`);
        const inCrd = schemaFields(crd.spec);
        const removed = differences.map((difference) => difference.crd);
        expect(inCrd).toEqual(expect.arrayContaining(removed));

        const expected = inCrd
            .filter((field) => !removed.includes(field))
            .concat(differences.flatMap(({ ours }) => ours ?? []));
        expect(types.fields(`${kind}Spec`, OPAQUE)).toEqual(expected.sort());
    });
});
