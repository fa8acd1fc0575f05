import { describe, expect, it } from "vitest";
import { probesDiffer } from "../../../model/rules/probes-differ";
import { findings } from "./support/findings";
import { container, deployment, scaledObject, unknown } from "./support/objects";

describe("probes-differ", () => {
    const http = (path = "/healthz", more: object = {}) => ({ httpGet: { path, port: 80 }, ...more });
    const probed = (livenessProbe: unknown, readinessProbe: unknown) =>
        findings(
            probesDiffer,
            scaledObject(),
            deployment({ containers: [container({ livenessProbe, readinessProbe })] }),
        );
    const path = "spec.template.spec.containers[0].livenessProbe";

    it("reports a liveness probe that asks what readiness asks, and no longer", () => {
        expect(probed(http(), http())).toMatchObject([
            {
                severity: "warning",
                message:
                    'container "agent" is restarted when it does not answer for 30 s, by the same question that only keeps work away from it after 30 s',
                path,
            },
        ]);
        const swapped = { httpGet: { port: 80, path: "/healthz" } };
        expect(probed(http("/healthz", { periodSeconds: 5 }), swapped)).toHaveLength(1);
    });

    it("is quiet where liveness is more patient, by one failure, or asks something else", () => {
        expect(probed(http("/healthz", { failureThreshold: 4 }), http())).toEqual([]);
        expect(probed(http("/livez"), http("/readyz"))).toEqual([]);
        expect(probed({ tcpSocket: { port: 80 } }, http())).toEqual([]);
        expect(probed(undefined, http())).toEqual([]);
        expect(probed(http(), undefined)).toEqual([]);
        expect(probed({}, {})).toEqual([]);
    });

    it("is quiet about workloads that nobody scales, and compares each container with itself", () => {
        const probes = { livenessProbe: http(), readinessProbe: http() };
        expect(findings(probesDiffer, deployment({ containers: [container(probes)] }))).toEqual([]);
        const two = deployment({
            containers: [
                container({ livenessProbe: http() }),
                container({ name: "proxy", readinessProbe: http() }),
            ],
        });
        expect(findings(probesDiffer, scaledObject(), two)).toEqual([]);
    });

    it("notes patience that is not known, and does not take two values that are not for equal", () => {
        expect(probed(http("/", { periodSeconds: unknown() }), http("/"))).toMatchObject([
            { severity: "note", path },
        ]);
        const at = (port: unknown) => ({ httpGet: { port } });
        expect(probed(at(unknown("a")), at(unknown("b")))).toEqual([]);
        expect(probed(at(unknown("a")), at(unknown("a")))).toHaveLength(1);
    });
});
