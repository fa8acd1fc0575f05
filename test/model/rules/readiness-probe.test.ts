import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { readinessProbe } from "../../../model/rules/readiness-probe";
import { findings, findingsUnder } from "./support/findings";
import {
    container,
    deployment,
    intent,
    scaledJob,
    scaledObject,
    secret,
    service,
    unknown,
} from "./support/objects";

describe("readiness-probe", () => {
    const found = (objects: readonly Declared[], values: Readonly<Record<string, unknown>> = {}) =>
        findingsUnder({ profile: "standard", values }, readinessProbe, ...objects);
    const pool = (containers: unknown, ...services: readonly Declared[]) => [
        scaledObject(),
        deployment({ containers }),
        ...services,
    ];
    const probe = { httpGet: { path: "/ready", port: 80 } };

    it("asks for a probe of what a Service sends requests to", () => {
        expect(found(pool([container()], service()))).toMatchObject([
            {
                severity: "warning",
                message:
                    'container "agent" gets requests from Service worker as soon as it runs, ready or not',
                fix: "give it a readinessProbe that answers once it can take work",
                path: "spec.template.spec.containers[0].readinessProbe",
                resource: { kind: "Deployment" },
            },
        ]);
        expect(found(pool([container({ readinessProbe: probe })], service()))).toEqual([]);
    });

    it("looks at the container that has the port, by number or name, and else at the first", () => {
        const ports = [{ name: "http", containerPort: 8080 }, { containerPort: 9090 }];
        const containers = [container(), container({ name: "proxy", ports })];
        for (const port of [
            { port: 80, targetPort: 8080 },
            { port: 80, targetPort: "http" },
            { port: 8080 },
        ]) {
            expect(found(pool(containers, service({ ports: [port] })))).toMatchObject([
                { path: "spec.template.spec.containers[1].readinessProbe" },
            ]);
        }
        for (const given of [[{ port: 80 }], [{}], unknown(), undefined, "80"]) {
            expect(found(pool(containers, service({ ports: given })))).toMatchObject([
                { path: "spec.template.spec.containers[0].readinessProbe" },
            ]);
        }
    });

    it("says it once where two Services send requests to one container", () => {
        const two = pool([container()], service(), service({}, { name: "internal" }));
        expect(found(two)).toHaveLength(1);
    });

    it("asks for one where the author says that the pool answers requests", () => {
        const pods = deployment({}, { metadata: intent({ archetype: "Service" }) });
        expect(found([scaledObject(), pods])).toMatchObject([
            { message: expect.stringContaining("from its callers") as string },
        ]);
    });

    it("asks for a probe of a slow start where nobody sends requests", () => {
        const slow = (coldStartSeconds: number, probes: object = {}) => [
            scaledObject(),
            deployment(
                { containers: [container(probes)] },
                { metadata: intent({ task: { coldStartSeconds } }) },
            ),
        ];
        expect(found(slow(31))).toMatchObject([
            {
                message:
                    'a cold start takes 31 s, and container "agent" counts as ready at once: a rollout ends the old pods before the new ones can work',
                fix: "give it a startupProbe that succeeds once it can take work",
                path: "spec.template.spec.containers[0].startupProbe",
            },
        ]);
        expect(found(slow(30))).toEqual([]);
        expect(found(slow(90), { coldStartSeconds: 90 })).toEqual([]);
        expect(found(slow(90, { startupProbe: probe }))).toEqual([]);
        expect(found(slow(90, { readinessProbe: probe }))).toEqual([]);
        const jobs = scaledJob({}, intent({ task: { coldStartSeconds: 90 } }));
        expect(found([jobs])).toEqual([]);
    });

    it("is quiet about Services of other pods, about pods that no autoscaler scales, and in the profile dev", () => {
        expect(found(pool([container()], service({ selector: { app: "other" } })))).toEqual([]);
        expect(found(pool([container()], service()).slice(1))).toEqual([]);
        expect(findings(readinessProbe, ...pool([container()], service()))).toEqual([]);
    });

    it("leaves a probe and a pod that are not known to other rules, and is not misled by wrong types", () => {
        for (const readiness of [unknown(), secret(), "yes"]) {
            expect(found(pool([container({ readinessProbe: readiness })], service()))).toEqual([]);
        }
        expect(found(pool(unknown(), service()))).toEqual([]);
        expect(found(pool([container({ ports: "80" })], service()))).toHaveLength(1);
        expect(found(pool(["agent"], service()))).toHaveLength(1);
    });
});
