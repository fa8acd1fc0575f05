import { describe, expect, it } from "vitest";
import type { Registration } from "../../../cli/offline";
import { toDeclared } from "../../../cli/offline";
import { Unknown } from "../../../model/declared";

function registration(fields: Partial<Registration>): Registration {
    return {
        ...{
            urn: "urn",
            type: "kubernetes:core/v1:Service",
            name: "n",
            custom: true,
            remote: false,
            inputs: {},
        },
        ...{ ignoreChanges: [], deleteBeforeReplace: false, dependsOn: [], propertyDependencies: {} },
        ...{ aliases: [], providers: {} },
        ...fields,
    };
}

describe("toDeclared", () => {
    it("takes apiVersion and kind from the inputs, or else from the type", () => {
        const objects = toDeclared({
            registrations: [
                registration({ type: "kubernetes:core/v1:Service" }),
                registration({ type: "kubernetes:apps/v1:Deployment", inputs: { spec: { replicas: 1 } } }),
                registration({
                    type: "kubernetes:keda.sh/v1alpha1:ScaledObject",
                    inputs: { apiVersion: "keda.sh/v1", kind: "ScaledObject", metadata: { name: "a" } },
                }),
            ],
        }).map((declared) => declared.object);
        expect(objects).toEqual([
            { apiVersion: "v1", kind: "Service", metadata: {} },
            { apiVersion: "apps/v1", kind: "Deployment", metadata: {}, spec: { replicas: 1 } },
            { apiVersion: "keda.sh/v1", kind: "ScaledObject", metadata: { name: "a" } },
        ]);
    });

    it("leaves out what is no object of its own", () => {
        const types = [
            ["kubernetes:core/v1:ConfigMap", true],
            ["kubernetes:apps/v1:DeploymentPatch", true],
            ["kubernetes:helm.sh/v3:Release", true],
            ["kubernetes:helm.sh/v4:Chart", false],
            ["kubernetes:yaml:ConfigGroup", false],
            ["kubernetes:yaml/v2:ConfigFile", false],
            ["pulumi:providers:kubernetes", true],
            ["pulumi:pulumi:Stack", false],
            ["aws:sqs/queue:Queue", true],
        ] as const;
        const registrations = types.map(([type, custom]) => registration({ type, custom }));
        expect(toDeclared({ registrations }).map((declared) => declared.type)).toEqual([
            "kubernetes:core/v1:ConfigMap",
        ]);
    });

    it("takes the cloud's node pools under their own names, with their inputs", () => {
        const type = "aws:eks/nodeGroup:NodeGroup";
        const inputs = { capacityType: "SPOT", scalingConfig: { minSize: 0 } };
        const [declared] = toDeclared({ registrations: [registration({ type, name: "spot", inputs })] });
        expect(declared).toMatchObject({
            type,
            object: { ...inputs, apiVersion: "aws", kind: "NodeGroup", metadata: { name: "spot" } },
        });
    });

    it("keeps the options, the URN and the place in the program", () => {
        const [declared] = toDeclared({
            registrations: [
                registration({
                    urn: "urn:x",
                    ignoreChanges: ["spec.replicas"],
                    deleteBeforeReplace: true,
                    dependsOn: ["urn:y"],
                    source: { file: "index.ts", line: 3, column: 1 },
                }),
            ],
        });
        expect(declared?.urn).toBe("urn:x");
        expect(declared?.options).toEqual({
            ignoreChanges: ["spec.replicas"],
            deleteBeforeReplace: true,
            dependsOn: ["urn:y"],
        });
        expect(declared?.origin(["spec", "triggers", 0])).toEqual({
            argument: "spec.triggers[0]",
            file: "index.ts",
            line: 3,
            column: 1,
        });
    });

    it("does not let metadata that is not known look like an object without a name", () => {
        const [declared] = toDeclared({
            registrations: [registration({ inputs: { metadata: new Unknown("metadata", "q") } })],
        });
        expect(declared?.object.metadata["name"]).toBeInstanceOf(Unknown);
        expect(declared?.object.metadata["namespace"]).toBeInstanceOf(Unknown);
    });
});
