import { describe, expect, it } from "vitest";
import { containerResources } from "../../../model/rules/container-resources";
import { findings } from "./support/findings";
import { container, deployment, scaledJob, secret, unknown } from "./support/objects";

describe("container-resources", () => {
    const withResources = (resources: unknown) => deployment({ containers: [container({ resources })] });
    const at = "spec.template.spec.containers[0].resources";

    it("reports what is no quantity, with what was meant", () => {
        expect(findings(containerResources, withResources({ limits: { memory: "8GB" } }))).toMatchObject([
            {
                severity: "error",
                message: '"8GB" is not a quantity',
                fix: 'did you mean "8G" or "8Gi"?',
                path: `${at}.limits.memory`,
            },
        ]);
        for (const bad of ["-1", true, {}, "1 core"]) {
            expect(findings(containerResources, withResources({ requests: { cpu: bad } }))).toHaveLength(1);
        }
    });

    it("reports a request above its limit with both numbers", () => {
        const resources = { requests: { cpu: "2" }, limits: { cpu: "1500m" } };
        expect(findings(containerResources, withResources(resources))).toMatchObject([
            {
                severity: "error",
                message: 'container "agent" requests 2 cpu, above its limit 1500m',
                fix: "request 1500m or less, or raise the limit",
                path: `${at}.requests.cpu`,
            },
        ]);
    });

    it("is quiet about every form that the API server takes", () => {
        for (const resources of [
            { requests: { cpu: "1", memory: "1Gi" }, limits: { cpu: "1000m", memory: "1024Mi" } },
            { requests: { cpu: 2, memory: 1_000_000 } },
            { requests: { cpu: null } },
            { requests: null },
            { requests: { "nvidia.com/gpu": 1 }, limits: { "nvidia.com/gpu": "1" } },
            { limits: { cpu: "1E3" } },
            {},
            undefined,
        ]) {
            expect(findings(containerResources, withResources(resources))).toEqual([]);
        }
    });

    it("reports a list of resources, and looks into init containers", () => {
        expect(findings(containerResources, withResources({ requests: [{ cpu: "1" }] }))).toMatchObject([
            {
                severity: "error",
                message: "requests is no object of resources and amounts",
                path: `${at}.requests`,
            },
        ]);
        const init = deployment({ initContainers: [container({ resources: { limits: { cpu: "x" } } })] });
        expect(findings(containerResources, init)).toMatchObject([
            { path: "spec.template.spec.initContainers[0].resources.limits.cpu" },
        ]);
    });

    it("notes amounts that are not known, and goes on with the others", () => {
        const resources = {
            requests: { cpu: unknown(), memory: "2Gi" },
            limits: { cpu: "1", memory: "1Gi" },
        };
        expect(
            findings(containerResources, withResources(resources)).map(({ severity }) => severity),
        ).toEqual(["error", "note"]);
        expect(findings(containerResources, withResources({ limits: secret() }))).toMatchObject([
            { severity: "note", path: `${at}.limits` },
        ]);
    });

    it("holds for the pods of jobs", () => {
        const resources = { requests: { cpu: "2" }, limits: { cpu: "1" } };
        const pod = { containers: [{ name: "agent", image: "a:1", resources }] };
        expect(findings(containerResources, scaledJob({}, {}, pod))).toMatchObject([
            { path: "spec.jobTargetRef.template.spec.containers[0].resources.requests.cpu" },
        ]);
    });

    describe("of devices and huge pages", () => {
        const amounts = (requests: object, limits?: unknown) =>
            deployment({ containers: [container({ resources: { requests, limits } })] });
        const gpu = (request: unknown, limit?: unknown) =>
            amounts(
                { "nvidia.com/gpu": request },
                limit === undefined ? undefined : { "nvidia.com/gpu": limit },
            );

        it("reports a request without a limit, and one with another", () => {
            expect(findings(containerResources, gpu("1"))).toMatchObject([
                {
                    severity: "error",
                    message:
                        'container "agent" requests nvidia.com/gpu without a limit, and Kubernetes wants the same of both',
                    fix: "set the limit to 1 too",
                    path: 'spec.template.spec.containers[0].resources.requests["nvidia.com/gpu"]',
                },
            ]);
            for (const limit of ["2", "0"]) {
                expect(findings(containerResources, gpu("1", limit))).toMatchObject([
                    {
                        severity: "error",
                        path: 'spec.template.spec.containers[0].resources.limits["nvidia.com/gpu"]',
                    },
                ]);
            }
            const pages = { cpu: "1", "hugepages-2Mi": "4Mi" };
            expect(findings(containerResources, amounts(pages))).toHaveLength(1);
            expect(findings(containerResources, amounts(pages, { "hugepages-2Mi": "4Mi" }))).toEqual([]);
        });

        it("reports a part of a device", () => {
            expect(findings(containerResources, gpu("500m", "500m"))).toMatchObject([
                { message: 'container "agent" requests 500m nvidia.com/gpu, which is given whole' },
            ]);
        });

        it("is quiet where both are the same, where only a limit is given, and for Kubernetes' own", () => {
            expect(findings(containerResources, gpu("1", 1))).toEqual([]);
            expect(findings(containerResources, amounts({}, { "nvidia.com/gpu": "1" }))).toEqual([]);
            expect(findings(containerResources, amounts({ "kubernetes.io/batteries": "1" }))).toEqual([]);
        });

        it("takes a limit that is not known for the same", () => {
            expect(findings(containerResources, gpu("1", unknown()))).toMatchObject([{ severity: "note" }]);
            expect(findings(containerResources, amounts({ "nvidia.com/gpu": "1" }, unknown()))).toMatchObject(
                [{ severity: "note" }],
            );
        });
    });
});
