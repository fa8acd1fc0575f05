import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { manifests } from "../../../model/manifests";
import type { AutoscaledAgentPoolArgs } from "../../../model/pool";
import { readFleet } from "../../../model/fleet";
import { check } from "../../../model/rules";
import { GATEWAY, TAKEN_OVER, TEMPLATED, WORKER, changed, resolved } from "../pool/support/pools";

const beside = (args: AutoscaledAgentPoolArgs, vertical: object): AutoscaledAgentPoolArgs =>
    changed(args, ["vertical"], vertical);

function verticalOf(args: AutoscaledAgentPoolArgs): Declared {
    const found = manifests(resolved(args)).find(({ role }) => role === "vertical");
    if (found === undefined) throw new Error("no VerticalPodAutoscaler");
    return found;
}

const SIZING = {
    mode: "Recreate",
    minAllowed: { memory: "256Mi" },
    maxAllowed: { memory: "2Gi" },
    minReplicas: 3,
};

describe("the VerticalPodAutoscaler of a pool", () => {
    it("sizes one container within its bounds and leaves all others alone", () => {
        const { type, object, options } = verticalOf(beside(GATEWAY, SIZING));
        expect(type).toBe("kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler");
        expect(object.metadata).toMatchObject({ name: "research", namespace: "agents" });
        expect(object["spec"]).toEqual({
            targetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "research" },
            updatePolicy: { updateMode: "Recreate", minReplicas: 3 },
            resourcePolicy: {
                containerPolicies: [
                    {
                        containerName: "agent",
                        controlledResources: ["memory"],
                        minAllowed: { memory: "256Mi" },
                        maxAllowed: { memory: "2Gi" },
                    },
                    { containerName: "*", mode: "Off" },
                ],
            },
        });
        expect(options).toEqual({ deleteBeforeReplace: true, dependsOn: ["deployment"] });
    });

    it("has no bounds and no number of replicas that nobody needs", () => {
        expect(verticalOf(beside(WORKER, {})).object["spec"]).toMatchObject({
            updatePolicy: { updateMode: "Off" },
            resourcePolicy: {
                containerPolicies: [
                    { containerName: "agent", controlledResources: ["cpu", "memory"] },
                    { containerName: "*", mode: "Off" },
                ],
            },
        });
    });

    it.each([
        ["a StatefulSet", changed(WORKER, ["workload", "kind"], "StatefulSet"), "StatefulSet", "research"],
        ["an existing target", TAKEN_OVER, "StatefulSet", "old-worker"],
        ["a pod template", TEMPLATED, "Deployment", "research"],
    ])("sizes %s", (_what, args, kind, name) => {
        const { object } = verticalOf(beside(args, { container: "agent" }));
        expect(object["spec"]).toMatchObject({ targetRef: { apiVersion: "apps/v1", kind, name } });
    });

    it("comes after the scaler, and is none where nobody asked for it", () => {
        const roles = (args: AutoscaledAgentPoolArgs): unknown[] =>
            manifests(resolved(args)).map(({ role }) => role);
        expect(roles(beside(GATEWAY, {}))).toEqual(["deployment", "disruption-budget", "scaler", "vertical"]);
        expect(roles(GATEWAY)).not.toContain("vertical");
    });

    it("leads each place back to the argument that decides it", () => {
        const { origin } = verticalOf(beside(GATEWAY, SIZING));
        const policy = ["spec", "resourcePolicy", "containerPolicies", 0];
        const places: readonly (readonly [readonly (string | number)[], string])[] = [
            [["spec", "targetRef"], "workload"],
            [["spec", "updatePolicy", "updateMode"], "vertical.mode"],
            [["spec", "updatePolicy", "minReplicas"], "vertical.minReplicas"],
            [[...policy, "containerName"], "vertical.container"],
            [[...policy, "controlledResources"], "vertical.resources"],
            [[...policy, "minAllowed", "memory"], "vertical.minAllowed.memory"],
            [[...policy, "maxAllowed"], "vertical.maxAllowed"],
            [["spec", "resourcePolicy"], "vertical"],
        ];
        for (const [path, argument] of places) expect(origin(path)).toEqual({ argument });
    });

    it("passes its own rules by default, and those of its arguments that it does not are named", () => {
        const found = (args: AutoscaledAgentPoolArgs): string[] =>
            check(readFleet(manifests(resolved(args)), args.platform)).map(
                ({ id, severity, origin }) => `${severity} ${id} ${origin.argument ?? ""}`,
            );
        expect(found(beside(GATEWAY, {}))).toEqual([]);
        expect(found(beside(WORKER, {}))).toEqual([]);
        expect(found(beside(GATEWAY, SIZING))).toEqual([]);
        const cpu = { ...SIZING, resources: ["cpu"], minAllowed: undefined, maxAllowed: { cpu: "2" } };
        expect(found(beside(GATEWAY, cpu))).toEqual(["error vertical-same-resource vertical.resources"]);
        expect(found(beside(WORKER, cpu))).toEqual([]);
        expect(found(beside(GATEWAY, { mode: "Recreate" }))).toEqual([
            "warning vertical-bounds vertical.maxAllowed",
        ]);
        expect(found(beside(GATEWAY, { ...SIZING, minAllowed: { memory: "3Gi" } }))).toEqual([
            "error vertical-bounds vertical.minAllowed.memory",
        ]);
        expect(
            found(
                beside(GATEWAY, {
                    ...SIZING,
                    resources: ["cpu", "memory"],
                    maxAllowed: undefined,
                    minAllowed: undefined,
                    mode: "Initial",
                    minReplicas: undefined,
                }),
            ),
        ).toEqual([
            "warning vertical-same-resource vertical.resources",
            "warning vertical-bounds vertical.maxAllowed",
        ]);
    });
});
