import { describe, expect, it } from "vitest";
import { jobRestartPolicy } from "../../../model/rules/job-restart-policy";
import { findings } from "./support/findings";
import { deployment, scaledJob, scaledObject, secret, unknown } from "./support/objects";

describe("job-restart-policy", () => {
    const policy = (restartPolicy: unknown) => scaledJob({}, {}, { restartPolicy });
    const path = "spec.jobTargetRef.template.spec.restartPolicy";

    it("reports Always and anything else that a Job refuses", () => {
        expect(findings(jobRestartPolicy, policy("Always"))).toMatchObject([
            {
                severity: "error",
                message:
                    'restartPolicy is "Always", and a Job accepts only OnFailure and Never: no job is made',
                path,
            },
        ]);
        for (const wrong of ["never", 5, []]) {
            expect(findings(jobRestartPolicy, policy(wrong))).toHaveLength(1);
        }
    });

    it("is quiet about what a Job takes, and about none, for which KEDA writes OnFailure", () => {
        for (const fine of ["OnFailure", "Never", "", undefined, null]) {
            expect(findings(jobRestartPolicy, policy(fine))).toEqual([]);
        }
    });

    it("is quiet about a sidecar, which is always restarted, and about other workloads", () => {
        const sidecar = { name: "proxy", image: "proxy:1", restartPolicy: "Always" };
        expect(findings(jobRestartPolicy, scaledJob({}, {}, { initContainers: [sidecar] }))).toEqual([]);
        expect(findings(jobRestartPolicy, scaledObject(), deployment({ restartPolicy: "Always" }))).toEqual(
            [],
        );
    });

    it("notes a policy that is not known, and leaves a pod that is not to container-image", () => {
        for (const hidden of [unknown(), secret()]) {
            expect(findings(jobRestartPolicy, policy(hidden))).toMatchObject([{ severity: "note", path }]);
        }
        expect(findings(jobRestartPolicy, scaledJob({ jobTargetRef: unknown() }))).toEqual([]);
    });
});
