import { describe, expect, it } from "vitest";
import { guardrails } from "../../policy";
import { resource, UNKNOWN, violations } from "./support/stack";
import { deployment, scaledObject } from "./support/worker";

const said = (found: readonly { message: string }[]): string[] => found.map(({ message }) => message);

describe("guardrails", () => {
    it("report nothing about a stack that keeps the rules", () => {
        expect(violations(guardrails(), [deployment("research"), scaledObject("research")])).toEqual([]);
    });

    it("say what is wrong, where, and what to do, at the resource that must change", () => {
        const scaler = scaledObject("research", { minReplicaCount: 9 });
        expect(violations(guardrails(), [deployment("research"), scaler])).toContainEqual({
            message: [
                "research-scaler: the floor 9 is above the ceiling 8 [scale-bounds]",
                "    in ScaledObject agents/research, spec.minReplicaCount",
                "    fix: use a floor of 8 or less, or a ceiling of 9 or more",
            ].join("\n"),
            urn: scaler.urn,
            enforcementLevel: "mandatory",
            severity: "high",
        });
    });

    it("give each finding the level of its rule in the profile", () => {
        const stack = [deployment("research", { replicas: 3 }), scaledObject("research")];
        const levels = (profile: "dev" | "standard"): string[] =>
            violations(guardrails({ profile }), stack).map((each) => each.enforcementLevel);
        expect(levels("standard")).toEqual(["mandatory"]);
        expect(levels("dev")).toEqual(["advisory"]);
    });

    it("judge a bound that is not known at the level of its rule, and every other scaler as well", () => {
        const stack = [
            ...["first", "unknown", "last"].map((name) => deployment(name)),
            scaledObject("first", { minReplicaCount: 9 }),
            scaledObject("unknown", { maxReplicaCount: UNKNOWN }),
            scaledObject("last", { minReplicaCount: 10 }),
        ];
        const refused = violations(guardrails(), stack).filter(
            ({ enforcementLevel }) => enforcementLevel === "mandatory",
        );
        expect(said(refused)).toEqual([
            expect.stringContaining("first-scaler: the floor 9 is above"),
            expect.stringContaining("last-scaler: the floor 10 is above"),
            expect.stringContaining("unknown-scaler: the ceiling is known only after apply"),
        ]);
    });

    it.each([
        ["advisory", ["advisory"]],
        ["skip", []],
    ] as const)("count what is not known as %s where the settings say so", (onUnknown, levels) => {
        const stack = [deployment("research"), scaledObject("research", { maxReplicaCount: UNKNOWN })];
        const found = violations(guardrails({ onUnknown }), stack);
        expect(found.map((each) => each.enforcementLevel)).toEqual(levels);
    });

    it("read a stack in which everything is unknown", () => {
        const stack = [
            resource("kubernetes:apps/v1:Deployment", "a", { metadata: UNKNOWN, spec: UNKNOWN }),
            resource("kubernetes:keda.sh/v1alpha1:ScaledObject", "b", { metadata: UNKNOWN, spec: UNKNOWN }),
        ];
        const found = violations(guardrails(), stack);
        expect(said(found).filter((message) => message.includes("known only after apply"))).not.toEqual([]);
    });

    it("report a value of the wrong type, and never fail over it", () => {
        const stack = [deployment("research"), scaledObject("research", { maxReplicaCount: "eight" })];
        expect(violations(guardrails(), stack)).toContainEqual(
            expect.objectContaining({
                message: expect.stringContaining("[field-type]") as unknown,
                enforcementLevel: "mandatory",
                severity: "high",
            }),
        );
    });

    it("are silent about what is exempt with a reason", () => {
        const exempt = JSON.stringify([{ rule: "replicas-owned", reason: "moves to KEDA next week" }]);
        const worker = deployment("research", { replicas: 3 });
        const annotated = resource(worker.type, worker.name, {
            ...worker.props,
            metadata: {
                name: "research",
                namespace: "agents",
                annotations: { "agent-autoscaling/exempt": exempt },
            },
        });
        expect(violations(guardrails(), [annotated, scaledObject("research")])).toEqual([]);
    });

    it("take the configuration of the pack over the settings of its code", () => {
        const stack = [deployment("research", { replicas: 3 }), scaledObject("research")];
        const policy = guardrails({ rules: { "replicas-owned": "off" } });
        expect(violations(policy, stack)).toEqual([]);
        expect(violations(policy, stack, { rules: { "replicas-owned": "advisory" } })).toEqual([
            expect.objectContaining({ enforcementLevel: "advisory" }),
        ]);
    });

    it("judge by the facts of the cluster, those of the configuration over those of the code", () => {
        const stack = [deployment("research"), scaledObject("research")];
        const policy = guardrails({ platform: { keda: false, region: "eu-west-1" } });
        expect(said(violations(policy, stack))).toEqual([
            expect.stringContaining("[platform-component-missing]"),
        ]);
        expect(violations(policy, stack, { platform: { keda: true } })).toEqual([]);
    });

    it("refuse settings that are wrong, each with the nearest name, and check nothing by them", () => {
        const stack = [deployment("research"), scaledObject("research", { minReplicaCount: 9 })];
        const config = { profil: "dev", rules: { "image-tags": "off" } };
        const found = violations(guardrails(), stack, config);
        expect(said(found)).toEqual([
            expect.stringMatching(/^the settings of the pack are wrong.*did you mean profile\?/s),
            expect.stringMatching(/^the settings of the pack are wrong.*did you mean image-tag\?/s),
        ]);
        expect(found.map(({ enforcementLevel, urn }) => [enforcementLevel, urn])).toEqual([
            ["mandatory", undefined],
            ["mandatory", undefined],
        ]);
        expect(said(violations(guardrails({ profile: "standart" as never }), stack))).toEqual([
            expect.stringContaining("did you mean standard?"),
        ]);
    });

    it("do not join objects of two clusters", () => {
        const at = (kubeconfig: string) => ({
            provider: {
                type: "pulumi:providers:kubernetes",
                name: kubeconfig,
                urn: `urn:${kubeconfig}`,
                props: resource("pulumi:providers:kubernetes", kubeconfig, { kubeconfig }).props,
            },
        });
        const twice = (first: string, second: string) => [
            deployment("research", {}, at(first)),
            scaledObject("research", {}, at(first)),
            scaledObject("other", { scaleTargetRef: { name: "research" } }, at(second)),
        ];
        expect(said(violations(guardrails(), twice("a", "a")))).toContainEqual(
            expect.stringContaining("[one-scaler-per-target]"),
        );
        expect(said(violations(guardrails(), twice("a", "b"))).join()).not.toContain(
            "[one-scaler-per-target]",
        );
    });
});
