import { describe, expect, it } from "vitest";
import { parseQuantity } from "../../../model/capacity";
import type { Declared } from "../../../model/declared";
import { Unknown } from "../../../model/declared";
import type { FleetVertical } from "../../../model/fleet";
import { policyOf, readFleet, sizableContainers, sizedResources } from "../../../model/fleet";
import {
    LEAVE_OTHERS,
    container,
    containerPolicy,
    declared,
    deployment,
    horizontalPodAutoscaler,
    intent,
    scaledObject,
    secret,
    unknown,
    verticalPodAutoscaler,
} from "../rules/support/objects";

const verticalOf = (...objects: readonly Declared[]): FleetVertical => {
    const [vertical] = readFleet(objects).verticals;
    if (vertical === undefined) throw new Error("there is no VerticalPodAutoscaler");
    return vertical;
};

const policies = (...containerPolicies: readonly unknown[]): object => ({
    resourcePolicy: { containerPolicies },
});

describe("a VerticalPodAutoscaler", () => {
    it("is read with its target, its mode and what it may do with each container", () => {
        const vertical = verticalOf(
            verticalPodAutoscaler({
                updatePolicy: { updateMode: "Initial", minReplicas: 3 },
                ...policies(
                    containerPolicy({ minAllowed: { memory: "1Gi" }, controlledValues: "RequestsOnly" }),
                    LEAVE_OTHERS,
                ),
            }),
        );
        expect(vertical).toMatchObject({
            name: "worker",
            namespace: "agents",
            target: { apiVersion: "apps/v1", kind: "Deployment", name: "worker" },
            mode: { value: "Initial", path: ["spec", "updatePolicy", "updateMode"] },
            minReplicas: { value: 3 },
            arePoliciesUnknown: false,
        });
        const [own, others] = vertical.policies;
        expect(own).toMatchObject({
            container: { value: "agent" },
            mode: { value: "Auto" },
            resources: { value: ["memory"] },
            values: { value: "RequestsOnly" },
        });
        expect(own?.minAllowed.amounts.get("memory")?.value).toEqual(parseQuantity("1Gi"));
        expect(own?.maxAllowed.amounts.get("memory")?.value).toEqual(parseQuantity("4Gi"));
        expect(others).toMatchObject({ container: { value: "*" }, mode: { value: "Off" } });
    });

    it("has VPA's defaults where its author says nothing", () => {
        const vertical = verticalOf(
            verticalPodAutoscaler({
                updatePolicy: undefined,
                targetRef: { kind: "Deployment", name: "worker" },
                ...policies({ containerName: "agent" }),
            }),
        );
        expect(vertical.mode.value).toBe("Recreate");
        expect(vertical.minReplicas.value).toBeUndefined();
        expect(vertical.policies).toMatchObject([
            {
                mode: { value: "Auto" },
                resources: { value: ["cpu", "memory"] },
                values: { value: "RequestsAndLimits" },
            },
        ]);
        expect(verticalOf(verticalPodAutoscaler({ resourcePolicy: undefined })).policies).toEqual([]);
    });

    it("is read of the older API too", () => {
        const old = { ...verticalPodAutoscaler().object, apiVersion: "autoscaling.k8s.io/v1beta2" };
        expect(readFleet([declared(old)]).verticals).toHaveLength(1);
    });

    it("is joined with its workload and with the scaler of the same target, and with no other", () => {
        const objects = [deployment(), horizontalPodAutoscaler(), verticalPodAutoscaler()];
        const vertical = verticalOf(...objects);
        expect(vertical.workload?.declared).toBe(objects[0]);
        expect(vertical.scaler?.declared).toBe(objects[1]);
        for (const other of [
            scaledObject({ scaleTargetRef: { name: "other" } }),
            scaledObject({ scaleTargetRef: { name: "worker", kind: "StatefulSet" } }),
            scaledObject({}, { namespace: "staging" }),
            scaledObject({ scaleTargetRef: { name: unknown("worker") } }),
        ]) {
            const alone = verticalOf(other, verticalPodAutoscaler());
            expect([alone.scaler, alone.workload]).toEqual([undefined, undefined]);
        }
        const name = unknown("name");
        const same = verticalOf(
            scaledObject({ scaleTargetRef: { name } }),
            verticalPodAutoscaler({ targetRef: { kind: "Deployment", name: unknown("name") } }),
        );
        expect(same.scaler).toBeDefined();
    });

    it("has the intent of what it sizes, of the workload or of its scaler", () => {
        const mine = intent({ task: { p99Seconds: 10 } });
        expect(verticalOf(deployment({}, { metadata: mine }), verticalPodAutoscaler()).intent?.task).toEqual({
            p99Seconds: 10,
        });
        expect(verticalOf(scaledObject({}, mine), verticalPodAutoscaler()).intent?.task).toEqual({
            p99Seconds: 10,
        });
    });

    it("knows which of its fields are known only after apply", () => {
        expect(verticalOf(verticalPodAutoscaler({ resourcePolicy: unknown() }))).toMatchObject({
            policies: [],
            arePoliciesUnknown: true,
        });
        const [policy] = verticalOf(
            verticalPodAutoscaler(
                policies({
                    containerName: secret(),
                    mode: unknown(),
                    controlledResources: ["cpu", unknown()],
                    minAllowed: unknown(),
                    maxAllowed: { cpu: unknown() },
                }),
            ),
        ).policies;
        for (const field of [
            policy?.container,
            policy?.mode,
            policy?.resources,
            policy?.maxAllowed.amounts.get("cpu"),
        ]) {
            expect(field?.value).toBeInstanceOf(Unknown);
        }
        expect(policy?.minAllowed).toMatchObject({ isUnknown: true, amounts: new Map() });
    });

    it("reports what has the wrong type, and reads it as absent", () => {
        const { problems, verticals } = readFleet([
            verticalPodAutoscaler({
                updatePolicy: { updateMode: 1 },
                ...policies({
                    containerName: ["agent"],
                    controlledResources: "memory",
                    maxAllowed: { memory: "lots", cpu: [] },
                    minAllowed: 5,
                }),
            }),
        ]);
        expect(problems.map(({ path }) => path)).toEqual([
            "spec.updatePolicy.updateMode",
            "spec.resourcePolicy.containerPolicies[0].containerName",
            "spec.resourcePolicy.containerPolicies[0].controlledResources",
            "spec.resourcePolicy.containerPolicies[0].minAllowed",
            "spec.resourcePolicy.containerPolicies[0].maxAllowed.memory",
            "spec.resourcePolicy.containerPolicies[0].maxAllowed.cpu",
        ]);
        expect(problems[4]?.message).toContain('is "lots", not an amount such as 500m or 6Gi');
        expect(verticals[0]?.policies[0]?.maxAllowed.amounts.get("memory")?.value).toBeUndefined();
    });
});

describe("the policy of a container", () => {
    const vertical = verticalOf(
        verticalPodAutoscaler(policies(LEAVE_OTHERS, containerPolicy(), { containerName: "proxy" })),
    );

    it("is its own, or else that of all others, wherever they stand", () => {
        expect(policyOf(vertical, "agent")?.path.at(-1)).toBe(1);
        expect(policyOf(vertical, "proxy")?.path.at(-1)).toBe(2);
        expect(policyOf(vertical, "log")?.path.at(-1)).toBe(0);
        expect(policyOf(verticalOf(verticalPodAutoscaler(policies())), "agent")).toBeUndefined();
        // Of several for all others VPA takes the last.
        const twice = verticalOf(verticalPodAutoscaler(policies({ containerName: "*" }, LEAVE_OTHERS)));
        expect(policyOf(twice, "agent")?.mode.value).toBe("Off");
    });

    it("sizes CPU and memory where none says otherwise, nothing where it is Off, and no other resource", () => {
        expect(sizedResources(undefined)).toEqual(["cpu", "memory"]);
        expect(sizedResources(policyOf(vertical, "agent"))).toEqual(["memory"]);
        expect(sizedResources(policyOf(vertical, "proxy"))).toEqual(["cpu", "memory"]);
        expect(sizedResources(policyOf(vertical, "log"))).toEqual([]);
        const sized = (resources: unknown): readonly string[] =>
            sizedResources(
                verticalOf(
                    verticalPodAutoscaler(policies(containerPolicy({ controlledResources: resources }))),
                ).policies[0],
            );
        expect([sized([]), sized(["nvidia.com/gpu", "cpu"]), sized(unknown())]).toEqual([[], ["cpu"], []]);
    });
});

describe("the containers that VPA can size", () => {
    const containersOf = (podSpec: object) => {
        const { workload } = verticalOf(deployment(podSpec), verticalPodAutoscaler());
        return workload === undefined ? [] : sizableContainers(workload);
    };

    it("are the pod's own, without sidecars and init containers", () => {
        const initContainers = [container({ name: "proxy", restartPolicy: "Always" })];
        expect(containersOf({ initContainers })).toEqual(["agent"]);
        expect(containersOf({ containers: [container(), container({ name: "log" })] })).toEqual([
            "agent",
            "log",
        ]);
    });

    it("are not known where one of them is not", () => {
        expect(containersOf({ containers: [container({ name: unknown() })] })).toBeUndefined();
        expect(containersOf({ containers: unknown() })).toBeUndefined();
    });
});
