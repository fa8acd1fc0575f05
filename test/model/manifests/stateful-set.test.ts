import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { explain } from "../../../model/explain";
import { readFleet } from "../../../model/fleet";
import { manifests } from "../../../model/manifests";
import type { AutoscaledAgentPoolArgs } from "../../../model/pool";
import { check } from "../../../model/rules";
import { TEMPLATED, TAKEN_OVER, WORKER, changed, refusals, resolved } from "../pool/support/pools";

const CLAIM = { name: "data", storage: "10Gi", mountPath: "/data" };
const STATEFUL = changed(changed(WORKER, ["workload", "kind"], "StatefulSet"), ["workload", "statefulSet"], {
    claimTemplates: [CLAIM],
});

const declaredBy = (args: AutoscaledAgentPoolArgs): Declared[] => manifests(resolved(args));
const spec = (args: AutoscaledAgentPoolArgs, role: string): unknown =>
    declaredBy(args).find((declared) => declared.role === role)?.object["spec"];
const sentences = (args: AutoscaledAgentPoolArgs): string =>
    explain(readFleet(declaredBy(args)))
        .flatMap((explanation) => explanation.sentences.map(({ text }) => text))
        .join("\n");

describe("a pool that is a StatefulSet", () => {
    it("consists of exactly these objects", () => {
        expect(
            declaredBy(STATEFUL).map(({ role, type, object, options }) => ({ role, type, object, options })),
        ).toMatchSnapshot();
    });

    it("breaks no rule, and is scaled by its kind without replicas of its own", () => {
        expect(check(readFleet(declaredBy(STATEFUL)))).toEqual([]);
        expect(spec(STATEFUL, "stateful-set")).not.toHaveProperty("replicas");
        expect(spec(STATEFUL, "scaler")).toMatchObject({
            scaleTargetRef: { apiVersion: "apps/v1", kind: "StatefulSet", name: "research" },
        });
    });

    it("keeps its claims unless told otherwise, and says so", () => {
        const retention = (whenScaled: string, whenDeleted: string) => ({
            persistentVolumeClaimRetentionPolicy: { whenScaled, whenDeleted },
        });
        expect(spec(STATEFUL, "stateful-set")).toMatchObject(retention("Retain", "Retain"));
        expect(sentences(STATEFUL)).toContain("highest numbers");
        expect(sentences(STATEFUL)).toContain("volumes are kept");
        const dropped = changed(STATEFUL, ["workload", "statefulSet", "retainClaimsWhenScaled"], false);
        expect(spec(dropped, "stateful-set")).toMatchObject(retention("Delete", "Retain"));
        expect(sentences(dropped)).toContain("volumes are deleted");
        expect(sentences(WORKER)).not.toContain("highest numbers");
    });

    it("takes what is given: the first number, the order, the class and modes of a claim, the group", () => {
        const claim = { ...CLAIM, storageClassName: "fast", accessModes: ["ReadWriteMany"] };
        const settings = { claimTemplates: [claim], ordinalsStart: 5, podManagement: "OrderedReady" };
        const given = changed(
            changed(STATEFUL, ["workload", "statefulSet"], settings),
            ["workload", "fsGroup"],
            7,
        );
        expect(spec(given, "stateful-set")).toMatchObject({
            ordinals: { start: 5 },
            podManagementPolicy: "OrderedReady",
            template: { spec: { securityContext: { fsGroup: 7, runAsNonRoot: true } } },
            volumeClaimTemplates: [{ spec: { storageClassName: "fast", accessModes: ["ReadWriteMany"] } }],
        });
    });

    it("is waited for, and so is its Service, only where it is never empty", () => {
        const skips = (args: AutoscaledAgentPoolArgs): unknown[] =>
            declaredBy(args)
                .filter(({ role }) => role === "service" || role === "stateful-set")
                .map(({ object: { metadata } }) => JSON.stringify(metadata).includes("skipAwait"));
        expect(skips(STATEFUL)).toEqual([true, true]);
        expect(skips(changed(STATEFUL, ["scale", "minReplicas"], 1))).toEqual([false, false]);
    });

    it("names the ports of its Service, which Kubernetes wants where there are several", () => {
        const ports = [{ containerPort: 80, name: "http" }, { containerPort: 9000 }];
        expect(spec(changed(STATEFUL, ["workload", "container", "ports"], ports), "service")).toMatchObject({
            ports: [
                { name: "http", port: 80 },
                { name: "port-9000", port: 9000 },
            ],
        });
    });

    it("leads a finding about a claim to its argument", () => {
        const declared = declaredBy(STATEFUL).find(({ role }) => role === "stateful-set");
        expect(declared?.origin(["spec", "volumeClaimTemplates", 0, "spec", "resources"])).toEqual({
            argument: "workload.statefulSet.claimTemplates[0]",
        });
    });

    it("has no group of its own where nothing is locked down or nothing is mounted", () => {
        const relaxed = changed(STATEFUL, ["workload", "security"], "Relaxed");
        const bare = changed(STATEFUL, ["workload", "statefulSet"], {});
        for (const args of [relaxed, bare]) {
            expect(JSON.stringify(spec(args, "stateful-set"))).not.toContain("fsGroup");
        }
        expect(JSON.stringify(spec(relaxed, "stateful-set"))).toContain("/data");
    });

    it("may have a template that mounts its claims itself", () => {
        const workload = {
            ...TEMPLATED.workload,
            kind: "StatefulSet" as const,
            statefulSet: { claimTemplates: [{ name: "data", storage: "1Gi" }] },
        };
        expect(spec({ ...TEMPLATED, workload }, "stateful-set")).toMatchObject({
            volumeClaimTemplates: [{ metadata: { name: "data" } }],
        });
    });
});

describe("arguments of a StatefulSet that cannot be", () => {
    const claims = (...claimTemplates: object[]): AutoscaledAgentPoolArgs =>
        changed(STATEFUL, ["workload", "statefulSet"], { claimTemplates });

    it.each<[string, AutoscaledAgentPoolArgs, string]>([
        ["of a Deployment", changed(STATEFUL, ["workload", "kind"], undefined), "workload.statefulSet"],
        [
            "beside an adopted Deployment",
            { ...STATEFUL, adopt: { deployment: { deploymentUrn: "urn:x", matchLabels: { app: "x" } } } },
            "adopt.deployment",
        ],
        [
            "of a target of somebody else",
            changed(TAKEN_OVER, ["workload", "kind"], "StatefulSet"),
            "workload.kind",
        ],
        [
            "without a place for the volume",
            claims({ name: "data", storage: "1Gi" }),
            "workload.statefulSet.claimTemplates[0].mountPath",
        ],
        [
            "with a relative place",
            claims({ ...CLAIM, mountPath: "data" }),
            "workload.statefulSet.claimTemplates[0].mountPath",
        ],
        [
            "in the place of the pod's own volume",
            claims({ ...CLAIM, mountPath: "/tmp" }),
            "workload.statefulSet.claimTemplates[0].mountPath",
        ],
        [
            "with a name twice",
            claims(CLAIM, { ...CLAIM, mountPath: "/more" }),
            "workload.statefulSet.claimTemplates[1].name",
        ],
        [
            "without a size",
            claims({ ...CLAIM, storage: "0" }),
            "workload.statefulSet.claimTemplates[0].storage",
        ],
        [
            "beside a template",
            {
                ...TEMPLATED,
                workload: {
                    ...TEMPLATED.workload,
                    kind: "StatefulSet",
                    statefulSet: { claimTemplates: [CLAIM] },
                },
            },
            "workload.statefulSet.claimTemplates[0].mountPath",
        ],
    ])("are refused %s", (_what, args, path) => {
        expect(refusals(args).map((refusal) => refusal.path)).toEqual([path]);
    });
});
