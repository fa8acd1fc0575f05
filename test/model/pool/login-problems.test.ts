import { describe, expect, it } from "vitest";
import { manifests } from "../../../model/manifests";
import { resolve } from "../../../model/pool";
import type { AuthenticationArgs, TriggerArgs } from "../../../model/triggers";

function resolved(trigger: TriggerArgs): ReturnType<typeof resolve> {
    return resolve("worker", {
        archetype: "QueueWorker",
        namespace: "agents",
        workload: { container: { image: "agent:1", resources: { requests: { cpu: "1", memory: "1Gi" } } } },
        scale: { minReplicas: 0, maxReplicas: 5, triggers: [trigger] },
    });
}

const redis = { address: "redis:6379", listName: "tasks" };
const refusals = (trigger: TriggerArgs): [string, string][] =>
    resolved(trigger).findings.map(({ message, fix }) => [message, fix]);

describe("the login of a trigger", () => {
    it("has only parameters that its scaler reads", () => {
        const secret = (name: string): AuthenticationArgs => ({
            secret: { name: "login", parameters: { [name]: "key" } },
        });
        expect(refusals({ redis, authentication: secret("password") })).toEqual([]);
        expect(refusals({ redis, authentication: secret("pasword") })).toEqual([
            [
                "scale.triggers[0].authentication.secret.parameters.pasword is no parameter of redis",
                "did you mean password?",
            ],
        ]);
    });

    it("is an identity only where its scaler takes it", () => {
        expect(refusals({ redis, authentication: { awsPodIdentity: {} } })).toEqual([
            [
                "scale.triggers[0].authentication.awsPodIdentity has no effect: redis cannot log in with it",
                expect.stringContaining("give parameters from a secret: ") as string,
            ],
        ]);
    });

    it("is not an identity that is switched off", () => {
        const gcpStorage = { bucketName: "b" };
        expect(refusals({ gcpStorage, authentication: { gcpPodIdentity: true } })).toEqual([]);
        expect(refusals({ gcpStorage, authentication: { gcpPodIdentity: false } })).toMatchObject([
            ["scale.triggers[0].authentication.gcpPodIdentity is false", "set it to true, or leave it out"],
        ]);
    });

    it.each([
        [
            { azureQueue: { queueName: "q", accountName: "a" } },
            { azureWorkload: { identityId: "id", tenantId: "tenant" } },
            { provider: "azure-workload", identityId: "id", identityTenantId: "tenant" },
        ],
        [{ azureQueue: { queueName: "q" } }, { azureWorkload: {} }, { provider: "azure-workload" }],
        [{ gcpStorage: { bucketName: "b" } }, { gcpPodIdentity: true }, { provider: "gcp" }],
    ] as [TriggerArgs, AuthenticationArgs, object][])(
        "becomes the identity of a TriggerAuthentication: %j %j",
        (trigger, authentication, podIdentity) => {
            const { pool } = resolved({ ...trigger, authentication });
            const objects = pool === undefined ? [] : manifests(pool);
            const made = objects.find(({ object }) => object.kind === "TriggerAuthentication");
            expect(made?.object["spec"]).toEqual({ podIdentity });
        },
    );
});
