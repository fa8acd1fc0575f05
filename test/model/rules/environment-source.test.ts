import { describe, expect, it } from "vitest";
import { environmentSource } from "../../../model/rules/environment-source";
import { allFindings, findings } from "./support/findings";
import { container, deployment, scaledJob, scaledObject, secret, unknown } from "./support/objects";

describe("environment-source", () => {
    const reads = (envSourceContainerName: unknown) =>
        scaledObject({ scaleTargetRef: { name: "worker", envSourceContainerName } });
    const path = "spec.scaleTargetRef.envSourceContainerName";

    it("reports a container that the pod does not have", () => {
        expect(findings(environmentSource, reads("worker"), deployment())).toMatchObject([
            {
                severity: "error",
                message:
                    'the triggers read the variables of container "worker", and the pod has none of that name',
                fix: "name agent",
                path,
                resource: { kind: "ScaledObject" },
            },
        ]);
        const sidecar = deployment({
            initContainers: [container({ name: "proxy", restartPolicy: "Always" })],
        });
        expect(findings(environmentSource, reads("proxy"), sidecar)).toHaveLength(1);
    });

    it("is quiet for one that it has, for none, and for an empty one, which KEDA takes for none", () => {
        expect(findings(environmentSource, reads("agent"), deployment())).toEqual([]);
        expect(findings(environmentSource, reads(""), deployment())).toEqual([]);
        expect(findings(environmentSource, scaledObject(), deployment())).toEqual([]);
        expect(findings(environmentSource, reads("worker"))).toEqual([]);
    });

    it("notes a name that is not known, and does not judge containers that are not", () => {
        for (const name of [unknown(), secret()]) {
            expect(findings(environmentSource, reads(name), deployment())).toMatchObject([
                { severity: "note", path },
            ]);
        }
        for (const podSpec of [{ containers: unknown() }, { containers: [container({ name: unknown() })] }]) {
            expect(findings(environmentSource, reads("worker"), deployment(podSpec))).toEqual([]);
        }
    });

    it("leaves a wrong type to reading, and offers nothing where no container has a name", () => {
        expect(allFindings(reads(5), deployment()).map(({ id }) => id)).toContain("field-type");
        expect(
            findings(environmentSource, reads("worker"), deployment({ containers: [{ name: 5 }] }))[0]?.fix,
        ).toBe("remove it: KEDA then takes the first");
    });

    it("judges a ScaledJob by the container that its jobs run", () => {
        expect(findings(environmentSource, scaledJob({ envSourceContainerName: "worker" }))).toMatchObject([
            { path: "spec.envSourceContainerName", fix: "name agent" },
        ]);
        expect(findings(environmentSource, scaledJob({ envSourceContainerName: "agent" }))).toEqual([]);
    });
});
