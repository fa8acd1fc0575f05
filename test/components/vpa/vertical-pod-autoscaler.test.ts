import * as pulumi from "@pulumi/pulumi";
import { beforeEach, expect, it } from "vitest";
import { VerticalPodAutoscaler, type VerticalPodAutoscalerArgs } from "../../../components/vpa";

interface Registered {
    type: string;
    name: string;
    inputs: Record<string, unknown>;
    id: string | undefined;
}

let registered: Registered[] = [];

beforeEach(async () => {
    registered = [];
    await pulumi.runtime.setMocks({
        newResource: ({ type, name, inputs, id }) => {
            registered.push({ type, name, inputs: inputs as Record<string, unknown>, id });
            const live = { metadata: { name: "live" }, spec: { updatePolicy: { updateMode: "Initial" } } };
            return { id: "agents/x", state: id === "" || id === undefined ? (inputs as object) : live };
        },
        call: () => ({}),
    });
});

const args: VerticalPodAutoscalerArgs = {
    metadata: { name: "research", namespace: "agents" },
    spec: {
        targetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "research" },
        updatePolicy: { updateMode: "Off" },
        resourcePolicy: { containerPolicies: [{ containerName: "agent", controlledResources: ["memory"] }] },
    },
};

it("is registered under its own type with exactly what it was given", async () => {
    new VerticalPodAutoscaler("x", args);
    await pulumi.runtime.disconnect();
    expect(registered).toEqual([
        {
            type: "kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler",
            name: "x",
            inputs: { apiVersion: "autoscaling.k8s.io/v1", kind: "VerticalPodAutoscaler", ...args },
            id: "",
        },
    ]);
});

it("is read where it exists without anything of its own being sent", async () => {
    const live = VerticalPodAutoscaler.get("x", { id: "agents/live" });
    const mode = await new Promise((resolve) =>
        live.spec.apply(({ updatePolicy }) => {
            resolve(updatePolicy?.updateMode);
        }),
    );
    expect(mode).toBe("Initial");
    await pulumi.runtime.disconnect();
    expect(registered).toMatchObject([{ inputs: {}, id: "agents/live" }]);
});
