import { describe, expect, it } from "vitest";
import { probeValues } from "../../../model/rules/probe-values";
import { findings } from "./support/findings";
import { container, deployment, secret, unknown } from "./support/objects";

describe("probe-values", () => {
    const tcp = { tcpSocket: { port: 80 } };
    const probed = (probes: object, more: object = {}) =>
        findings(probeValues, deployment({ containers: [container({ ...probes, ...more })] }));
    const at = "spec.template.spec.containers[0]";

    it("reports a probe that asks nothing, and one that asks two things", () => {
        for (const probe of [{}, { periodSeconds: 5 }, { exec: null }]) {
            expect(probed({ livenessProbe: probe })).toMatchObject([
                {
                    severity: "error",
                    message: "the livenessProbe asks nothing",
                    fix: "give it one of exec, grpc, httpGet, tcpSocket",
                    path: `${at}.livenessProbe`,
                },
            ]);
        }
        expect(probed({ startupProbe: { ...tcp, exec: { command: ["true"] } } })).toMatchObject([
            { message: "the startupProbe asks exec and tcpSocket" },
        ]);
    });

    it("reports numbers that the API server refuses", () => {
        for (const value of [-1, 1.5, "5"]) {
            expect(probed({ readinessProbe: { ...tcp, periodSeconds: value } })).toMatchObject([
                {
                    severity: "error",
                    message: `periodSeconds of the readinessProbe is ${JSON.stringify(value)}`,
                    path: `${at}.readinessProbe.periodSeconds`,
                },
            ]);
        }
        for (const name of ["livenessProbe", "startupProbe"]) {
            expect(probed({ [name]: { ...tcp, successThreshold: 2 } })).toMatchObject([
                { message: `successThreshold of the ${name} is 2, and only 1 is accepted` },
            ]);
        }
        const grace = { ...tcp, terminationGracePeriodSeconds: 5 };
        expect(probed({ readinessProbe: grace })).toMatchObject([
            { path: `${at}.readinessProbe.terminationGracePeriodSeconds` },
        ]);
        expect(probed({ livenessProbe: grace })).toEqual([]);
    });

    it("reports ports that cannot be asked, and names that no port has", () => {
        for (const port of [0, 65_536, "80", -1, 8.5]) {
            expect(probed({ livenessProbe: { tcpSocket: { port } } })).toMatchObject([
                { severity: "error", path: `${at}.livenessProbe.tcpSocket.port` },
            ]);
        }
        const asks = { readinessProbe: { httpGet: { port: "web" } } };
        expect(probed(asks, { ports: [{ name: "http", containerPort: 80 }] })).toMatchObject([
            {
                severity: "warning",
                message:
                    'the readinessProbe asks the port "web", and container "agent" has none of that name',
            },
        ]);
        expect(probed(asks, { ports: [{ name: "web", containerPort: 80 }] })).toEqual([]);
    });

    it("is quiet at the bounds, about 0, which is the default, and about other workloads' probes", () => {
        for (const port of [1, 65_535])
            expect(probed({ livenessProbe: { tcpSocket: { port } } })).toEqual([]);
        expect(probed({ readinessProbe: { ...tcp, periodSeconds: 0, successThreshold: 3 } })).toEqual([]);
        expect(probed({ startupProbe: { grpc: { port: 80 }, successThreshold: 1 } })).toEqual([]);
        expect(probed({})).toEqual([]);
    });

    it("looks at sidecars too", () => {
        const sidecar = container({ name: "proxy", restartPolicy: "Always", livenessProbe: {} });
        expect(findings(probeValues, deployment({ initContainers: [sidecar] }))).toMatchObject([
            { path: "spec.template.spec.initContainers[0].livenessProbe" },
        ]);
    });

    it("notes a probe that is not known, and takes parts that are not as given", () => {
        for (const probe of [unknown(), secret()]) {
            expect(probed({ livenessProbe: probe })).toMatchObject([
                { severity: "note", path: `${at}.livenessProbe` },
            ]);
        }
        const later = { httpGet: { port: unknown() }, periodSeconds: unknown() };
        expect(probed({ livenessProbe: later })).toEqual([]);
        expect(probed({ livenessProbe: { httpGet: { port: "web" } } }, { ports: unknown() })).toEqual([]);
    });
});
