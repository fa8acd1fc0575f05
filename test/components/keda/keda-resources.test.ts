import * as pulumi from "@pulumi/pulumi";
import { beforeEach, describe, expect, it } from "vitest";
import {
    ClusterTriggerAuthentication,
    ScaledJob,
    type ScaledJobArgs,
    ScaledObject,
    type ScaledObjectArgs,
    TriggerAuthentication,
    type TriggerAuthenticationArgs,
} from "../../../components/keda";

const SECRET_KEY = "4dabf18193072939515e22adb298388d";

interface Registered {
    type: string;
    name: string;
    inputs: Record<string, unknown>;
    id: string | undefined;
}

let registered: Registered[] = [];

/** What was registered, once every registration has been answered. */
async function registrations(): Promise<Registered[]> {
    await pulumi.runtime.disconnect();
    return registered;
}

beforeEach(async () => {
    registered = [];
    await pulumi.runtime.setMocks({
        newResource: ({ type, name, inputs, id }) => {
            registered.push({ type, name, inputs: inputs as Record<string, unknown>, id });
            const live = { metadata: { name: "live" }, spec: { maxReplicaCount: 7 } };
            return { id: "agents/x", state: id === "" || id === undefined ? (inputs as object) : live };
        },
        call: () => ({}),
    });
});

const trigger = { type: "redis", metadata: { listName: "jobs", listLength: "5" } };

const scaledObject: ScaledObjectArgs = {
    metadata: {
        name: "research",
        namespace: "agents",
        annotations: { "autoscaling.keda.sh/paused": "true" },
    },
    spec: {
        scaleTargetRef: { name: "research", kind: "StatefulSet" },
        pollingInterval: 15,
        cooldownPeriod: 600,
        minReplicaCount: 0,
        maxReplicaCount: 40,
        fallback: { failureThreshold: 3, replicas: 4, behavior: "currentReplicasIfHigher" },
        advanced: {
            horizontalPodAutoscalerConfig: {
                behavior: { scaleDown: { stabilizationWindowSeconds: 300, policies: [] } },
            },
        },
        triggers: [
            { ...trigger, name: "jobs", metricType: "AverageValue", authenticationRef: { name: "redis" } },
        ],
    },
};

const scaledJob: ScaledJobArgs = {
    metadata: { name: "digest", namespace: "agents" },
    spec: {
        jobTargetRef: { template: { spec: { containers: [{ name: "agent", image: "digest:1" }] } } },
        rollout: { strategy: "gradual" },
        scalingStrategy: { strategy: "accurate", pendingPodConditions: ["Ready"] },
        triggers: [trigger],
    },
};

const authentication: TriggerAuthenticationArgs = {
    metadata: { name: "redis", namespace: "agents" },
    spec: { secretTargetRef: [{ parameter: "password", name: "redis", key: "password" }] },
};

describe("KEDA's custom resources", () => {
    it.each([
        {
            kind: "ScaledObject",
            inputs: scaledObject,
            create: () => new ScaledObject("x", scaledObject),
        },
        { kind: "ScaledJob", inputs: scaledJob, create: () => new ScaledJob("x", scaledJob) },
        {
            kind: "TriggerAuthentication",
            inputs: authentication,
            create: () => new TriggerAuthentication("x", authentication),
        },
        {
            kind: "ClusterTriggerAuthentication",
            inputs: { metadata: { name: "redis" }, spec: { filePath: "/mnt/auth.json" } },
            create: () =>
                new ClusterTriggerAuthentication("x", {
                    metadata: { name: "redis" },
                    spec: { filePath: "/mnt/auth.json" },
                }),
        },
    ])(
        "$kind is registered under its own type with exactly what it was given",
        async ({ kind, inputs, create }) => {
            create();
            expect(await registrations()).toEqual([
                {
                    type: `kubernetes:keda.sh/v1alpha1:${kind}`,
                    name: "x",
                    inputs: { apiVersion: "keda.sh/v1alpha1", kind, ...inputs },
                    id: "",
                },
            ]);
        },
    );

    it("gives Outputs of metadata and spec, also where no metadata was given", async () => {
        const scaler = new ScaledObject("x", {
            spec: {
                scaleTargetRef: { name: pulumi.output("research") },
                maxReplicaCount: 40,
                triggers: [trigger],
            },
        });
        expect(pulumi.Output.isInstance(scaler.metadata)).toBe(true);
        const spec = await new Promise((resolve) => scaler.spec.apply(resolve));
        expect(spec).toMatchObject({ scaleTargetRef: { name: "research" }, maxReplicaCount: 40 });
    });

    it("keeps a secret a secret", async () => {
        new TriggerAuthentication("x", {
            metadata: { namespace: "agents" },
            spec: {
                hashiCorpVault: {
                    address: "https://vault",
                    authentication: "token",
                    credential: { token: pulumi.secret("s.1") },
                    secrets: [{ parameter: "password", path: "kv/redis", key: "password" }],
                },
            },
        });
        const [resource] = await registrations();
        expect(JSON.stringify(resource?.inputs["spec"])).toContain(SECRET_KEY);
        expect(resource?.inputs["metadata"]).toEqual({ namespace: "agents" });
    });

    it("reads an object that exists without sending anything of its own", async () => {
        const scaler = ScaledObject.get("x", { id: "agents/live" });
        const max = await new Promise((resolve) =>
            scaler.spec.apply((spec) => {
                resolve(spec.maxReplicaCount);
            }),
        );
        expect(max).toBe(7);
        expect(await registrations()).toEqual([
            { type: "kubernetes:keda.sh/v1alpha1:ScaledObject", name: "x", inputs: {}, id: "agents/live" },
        ]);
    });

    it("asks for the version of the provider that the SDK is of", async () => {
        const options: pulumi.CustomResourceOptions[] = [];
        new ScaledObject(
            "x",
            { spec: { scaleTargetRef: { name: "a" }, triggers: [trigger] } },
            { transformations: [({ opts }) => void options.push(opts)] },
        );
        await registrations();
        expect(options).toHaveLength(1);
        expect(options[0]?.version).toMatch(/^4\./);
    });
});
