import { describe, expect, it } from "vitest";
import { startupCoversColdStart } from "../../../model/rules/startup-covers-cold-start";
import { findings } from "./support/findings";
import { container, deployment, intent, scaledObject, unknown } from "./support/objects";

describe("startup-covers-cold-start", () => {
    const pool = (startupProbe: unknown, coldStartSeconds: number, ...more: object[]) =>
        [
            scaledObject(),
            deployment(
                { containers: [container({ startupProbe }), ...more] },
                { metadata: intent({ task: { coldStartSeconds } }) },
            ),
        ] as const;

    it("reports a probe that gives up too early, with the threshold that would do", () => {
        const probe = { initialDelaySeconds: 5, periodSeconds: 10, failureThreshold: 6 };
        expect(findings(startupCoversColdStart, ...pool(probe, 90))).toMatchObject([
            {
                severity: "warning",
                message: "the startup probe gives up after 65 s, and a cold start takes 90 s",
                fix: "use a failureThreshold of 9 or more",
                path: "spec.template.spec.containers[0].startupProbe",
                resource: { kind: "Deployment" },
            },
        ]);
    });

    it("counts with Kubernetes' 10 s and 3 failures, for 0 too", () => {
        for (const probe of [{}, { periodSeconds: 0, failureThreshold: 0 }]) {
            expect(findings(startupCoversColdStart, ...pool(probe, 31))[0]?.message).toContain("after 30 s");
            expect(findings(startupCoversColdStart, ...pool(probe, 30))).toEqual([]);
        }
    });

    it("counts with the liveness probe where there is no startup probe", () => {
        const alive = (startupProbe: unknown, livenessProbe: unknown) =>
            [
                scaledObject(),
                deployment(
                    { containers: [container({ startupProbe, livenessProbe })] },
                    { metadata: intent({ task: { coldStartSeconds: 31 } }) },
                ),
            ] as const;
        expect(findings(startupCoversColdStart, ...alive(undefined, {}))).toMatchObject([
            {
                severity: "warning",
                message: "the liveness probe gives up after 30 s, and a cold start takes 31 s",
                fix: "add a startupProbe that waits 31 s or more",
                path: "spec.template.spec.containers[0].livenessProbe",
            },
        ]);
        expect(findings(startupCoversColdStart, ...alive(null, { initialDelaySeconds: 1 }))).toEqual([]);
        expect(findings(startupCoversColdStart, ...alive({ failureThreshold: 4 }, {}))).toEqual([]);
        expect(findings(startupCoversColdStart, ...alive(undefined, unknown()))).toMatchObject([
            {
                severity: "note",
                message: expect.stringContaining("how long the liveness probe waits") as string,
            },
        ]);
    });

    it("is quiet without a probe, without a cold start, and about sidecars", () => {
        expect(findings(startupCoversColdStart, ...pool(undefined, 600))).toEqual([]);
        expect(findings(startupCoversColdStart, scaledObject(), deployment())).toEqual([]);
        const elsewhere = scaledObject({}, intent({ task: { coldStartSeconds: 600 } }));
        expect(findings(startupCoversColdStart, elsewhere)).toEqual([]);
        const sidecar = container({ name: "proxy", startupProbe: { failureThreshold: 1 } });
        expect(findings(startupCoversColdStart, ...pool(undefined, 600, sidecar))).toEqual([]);
    });

    it("notes a probe that is not known, rather than counting with defaults", () => {
        for (const probe of [unknown(), { failureThreshold: unknown() }]) {
            expect(findings(startupCoversColdStart, ...pool(probe, 600))).toMatchObject([
                {
                    severity: "note",
                    message: expect.stringContaining("how long the startup probe waits") as string,
                },
            ]);
        }
        expect(findings(startupCoversColdStart, ...pool("yes", 600))).toEqual([]);
    });
});
