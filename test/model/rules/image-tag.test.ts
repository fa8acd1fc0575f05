import { describe, expect, it } from "vitest";
import { imageTag } from "../../../model/rules/image-tag";
import { findings } from "./support/findings";
import { container, deployment, scaledObject, secret, unknown } from "./support/objects";

describe("image-tag", () => {
    const runs = (image: unknown) => deployment({ containers: [container({ image })] });

    it("reports an image without a tag, and latest", () => {
        for (const image of ["worker", "ghcr.io/acme/worker:latest", "registry:5000/worker"]) {
            expect(findings(imageTag, scaledObject(), runs(image))).toMatchObject([
                {
                    severity: "warning",
                    message: `container "agent" has the image ${JSON.stringify(image)}, which is whatever was pushed last`,
                    fix: "name a version or a digest",
                    path: "spec.template.spec.containers[0].image",
                },
            ]);
        }
        const prepares = deployment({ initContainers: [container({ name: "prepare", image: "tools" })] });
        expect(findings(imageTag, scaledObject(), prepares)).toMatchObject([
            { path: "spec.template.spec.initContainers[0].image" },
        ]);
    });

    it("is quiet about versions and digests, and about workloads that nobody scales", () => {
        for (const image of [
            "worker:1.4",
            "registry:5000/acme/worker:latest-2",
            "worker@sha256:abc",
            "worker:latest@sha256:abc",
        ]) {
            expect(findings(imageTag, scaledObject(), runs(image))).toEqual([]);
        }
        expect(findings(imageTag, runs("worker"))).toEqual([]);
    });

    it("takes an image that is not known for one that a build names, and leaves none to container-image", () => {
        for (const image of [unknown(), secret(), "", undefined, 5]) {
            expect(findings(imageTag, scaledObject(), runs(image))).toEqual([]);
        }
        expect(findings(imageTag, scaledObject(), deployment({ containers: unknown() }))).toEqual([]);
    });

    it("says it once for a workload with two scalers", () => {
        const scalers = [scaledObject(), scaledObject({}, { name: "second" })];
        expect(findings(imageTag, ...scalers, runs("worker"))).toHaveLength(1);
    });
});
