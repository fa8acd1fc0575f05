import { describe, expect, it } from "vitest";
import { clientIpAffinity } from "../../../model/rules/client-ip-affinity";
import { findings } from "./support/findings";
import { deployment, scaledJob, scaledObject, secret, service, unknown } from "./support/objects";

describe("client-ip-affinity", () => {
    const sticky = (spec: object = {}, metadata: object = {}) =>
        service({ sessionAffinity: "ClientIP", ...spec }, metadata);

    it("reports a Service that sticks to addresses in front of an autoscaled workload", () => {
        expect(findings(clientIpAffinity, scaledObject(), deployment(), sticky())).toMatchObject([
            {
                severity: "warning",
                message:
                    "each client address stays with one pod of Deployment worker, however many the autoscaler adds",
                path: "spec.sessionAffinity",
                resource: { kind: "Service" },
            },
        ]);
    });

    it("is quiet about other Services, other pods and workloads that nobody scales", () => {
        const pool = [scaledObject(), deployment()] as const;
        expect(findings(clientIpAffinity, ...pool, service({ sessionAffinity: "None" }), service())).toEqual(
            [],
        );
        for (const selector of [{ app: "other" }, { app: "worker", tier: "front" }, {}, undefined]) {
            expect(findings(clientIpAffinity, ...pool, sticky({ selector }))).toEqual([]);
        }
        expect(findings(clientIpAffinity, ...pool, sticky({}, { namespace: "elsewhere" }))).toEqual([]);
        expect(findings(clientIpAffinity, deployment(), sticky())).toEqual([]);
    });

    it("notes an affinity that is not known, and joins labels that are not by identity", () => {
        for (const sessionAffinity of [unknown(), secret()]) {
            expect(
                findings(clientIpAffinity, scaledObject(), deployment(), sticky({ sessionAffinity })),
            ).toMatchObject([{ severity: "note", path: "spec.sessionAffinity" }]);
        }
        expect(
            findings(
                clientIpAffinity,
                scaledObject(),
                deployment(),
                sticky({ selector: { app: unknown() } }),
            ),
        ).toEqual([]);
    });

    it("names the ScaledJob where the pods are those of jobs", () => {
        expect(findings(clientIpAffinity, scaledJob(), sticky())[0]?.message).toContain(
            "one pod of ScaledJob worker",
        );
    });
});
