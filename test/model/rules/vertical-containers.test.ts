import { describe, expect, it } from "vitest";
import { verticalContainers } from "../../../model/rules/vertical-containers";
import { findings } from "./support/findings";
import {
    LEAVE_OTHERS,
    container,
    containerPolicy,
    deployment,
    unknown,
    verticalPodAutoscaler,
} from "./support/objects";

describe("vertical-containers", () => {
    const with_ = (mode: string, ...containerPolicies: readonly unknown[]) =>
        verticalPodAutoscaler({ updatePolicy: { updateMode: mode }, resourcePolicy: { containerPolicies } });
    const pod = (...names: readonly unknown[]) =>
        deployment({ containers: ["agent", ...names].map((name) => container({ name })) });

    it("reports containers that no policy names, beside one that is named", () => {
        expect(
            findings(verticalContainers, pod("proxy"), with_("Recreate", containerPolicy())),
        ).toMatchObject([
            {
                severity: "warning",
                message: '"proxy" has no policy, and so is resized without bounds',
                fix: 'add a policy for containerName "*" with mode "Off"',
                path: "spec.resourcePolicy.containerPolicies",
            },
        ]);
        expect(
            findings(verticalContainers, pod("proxy", "log"), with_("Initial", containerPolicy())),
        ).toMatchObject([{ message: '"proxy" and "log" have no policy, and so are resized without bounds' }]);
    });

    it("is quiet where all are named, all others are, nothing is, or nothing is changed", () => {
        const proxy = { containerName: "proxy", mode: "Off" };
        expect(
            findings(verticalContainers, pod("proxy"), with_("Recreate", containerPolicy(), LEAVE_OTHERS)),
        ).toEqual([]);
        expect(
            findings(verticalContainers, pod("proxy"), with_("Recreate", containerPolicy(), proxy)),
        ).toEqual([]);
        expect(findings(verticalContainers, pod("proxy"), with_("Recreate"))).toEqual([]);
        expect(findings(verticalContainers, pod("proxy"), with_("Off", containerPolicy()))).toEqual([]);
        expect(findings(verticalContainers, pod(), with_("Recreate", containerPolicy()))).toEqual([]);
        // A pod of somebody else.
        expect(findings(verticalContainers, with_("Recreate", containerPolicy()))).toEqual([]);
    });

    it("reports a policy for a container that VPA does not find", () => {
        const policy = containerPolicy({ containerName: "agnet" });
        expect(findings(verticalContainers, pod(), with_("Off", policy, LEAVE_OTHERS))).toMatchObject([
            {
                severity: "warning",
                message:
                    'the pod has no container "agnet" that VPA sizes; it leaves init containers and sidecars alone',
                fix: "name agent",
                path: "spec.resourcePolicy.containerPolicies[0].containerName",
            },
        ]);
        const sidecar = deployment({
            initContainers: [container({ name: "proxy", restartPolicy: "Always" })],
        });
        const both = with_("Off", containerPolicy(), { containerName: "proxy" });
        expect(findings(verticalContainers, sidecar, both)).toHaveLength(1);
        const off = with_("Off", containerPolicy(), { containerName: "istio-proxy", mode: "Off" });
        expect(findings(verticalContainers, pod(), off)).toEqual([]);
    });

    it("refuses a policy without a name", () => {
        for (const containerName of [undefined, ""]) {
            expect(
                findings(verticalContainers, pod(), with_("Off", containerPolicy({ containerName }))),
            ).toMatchObject([
                {
                    severity: "error",
                    message: "the policy names no container",
                    path: "spec.resourcePolicy.containerPolicies[0].containerName",
                },
            ]);
        }
    });

    it("notes names that are not known, once, and does not guess beside them", () => {
        const hidden = with_("Recreate", containerPolicy({ containerName: unknown() }));
        expect(findings(verticalContainers, pod("proxy"), hidden)).toMatchObject([
            {
                severity: "note",
                message: "which container is sized is known only after apply, so it is not checked",
            },
        ]);
        const nothing = verticalPodAutoscaler({ resourcePolicy: { containerPolicies: unknown() } });
        expect(findings(verticalContainers, pod("proxy"), nothing)).toMatchObject([
            {
                severity: "note",
                message: "which containers are sized is known only after apply, so it is not checked",
            },
        ]);
        expect(findings(verticalContainers, pod(unknown()), with_("Recreate", containerPolicy()))).toEqual(
            [],
        );
    });
});
