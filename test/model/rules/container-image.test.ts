import { describe, expect, it } from "vitest";
import { containerImage } from "../../../model/rules/container-image";
import { findings } from "./support/findings";
import { container, declared, deployment, scaledJob, unknown } from "./support/objects";

describe("container-image", () => {
    it("reports a container without an image by its name, and a pod without a container", () => {
        const nameless = deployment({ containers: [container(), { name: "sidecar", image: "" }, {}] });
        expect(findings(containerImage, nameless)).toMatchObject([
            {
                severity: "error",
                message: 'container "sidecar" has no image',
                fix: "give an image with a tag or a digest",
                path: "spec.template.spec.containers[1].image",
                resource: { kind: "Deployment", name: "worker" },
            },
            { message: "container #3 has no image", path: "spec.template.spec.containers[2].image" },
        ]);
        for (const containers of [undefined, null, []]) {
            expect(findings(containerImage, deployment({ containers }))).toMatchObject([
                {
                    severity: "error",
                    message: "the pod has no container",
                    path: "spec.template.spec.containers",
                },
            ]);
        }
    });

    it("looks at init containers too", () => {
        expect(findings(containerImage, deployment({ initContainers: [{ name: "setup" }] }))).toMatchObject([
            { message: 'container "setup" has no image', path: "spec.template.spec.initContainers[0].image" },
        ]);
    });

    it("is quiet about images of any form, and about a Rollout that has its template elsewhere", () => {
        expect(findings(containerImage, deployment())).toEqual([]);
        expect(
            findings(containerImage, deployment({ containers: [container({ image: unknown() })] })),
        ).toEqual([]);
        const rollout = declared({
            apiVersion: "argoproj.io/v1alpha1",
            kind: "Rollout",
            metadata: { name: "worker" },
            spec: { workloadRef: { kind: "Deployment", name: "worker" } },
        });
        expect(findings(containerImage, rollout)).toEqual([]);
    });

    it("notes a pod that is not known, rather than missing its containers", () => {
        for (const spec of [{ template: unknown() }, { template: { spec: { containers: unknown() } } }]) {
            expect(findings(containerImage, deployment({}, { spec }))).toMatchObject([
                {
                    severity: "note",
                    message: "what the pod runs is known only after apply, so it is not checked",
                    path: "spec.template.spec.containers",
                },
            ]);
        }
    });

    it("takes a container that is no object for one without an image", () => {
        expect(findings(containerImage, deployment({ containers: ["agent", null] }))).toHaveLength(2);
    });

    it("holds for the pods of jobs", () => {
        expect(
            findings(containerImage, scaledJob({}, {}, { containers: [{ name: "agent" }] })),
        ).toMatchObject([{ path: "spec.jobTargetRef.template.spec.containers[0].image" }]);
        expect(findings(containerImage, scaledJob({ jobTargetRef: undefined }))).toMatchObject([
            { message: "the pod has no container" },
        ]);
        expect(findings(containerImage, scaledJob())).toEqual([]);
    });
});
