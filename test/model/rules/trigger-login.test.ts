import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { triggerMetadata } from "../../../model/rules/trigger-metadata";
import { findings } from "./support/findings";
import { declared, scaledObject, unknown } from "./support/objects";

const datadog = {
    type: "datadog",
    metadata: { query: "avg:m{*}", targetValue: "5" },
    authenticationRef: { name: "login" },
};

function login(spec: object, name: unknown = "login", kind = "TriggerAuthentication"): Declared {
    const metadata = kind === "TriggerAuthentication" ? { name, namespace: "agents" } : { name };
    return declared({ apiVersion: "keda.sh/v1alpha1", kind, metadata, spec });
}

const secrets = (...parameters: unknown[]): object => ({
    secretTargetRef: parameters.map((parameter) => ({ parameter, name: "s", key: "k" })),
});

const judge = (trigger: object, ...objects: Declared[]): string[] =>
    findings(triggerMetadata, scaledObject({ triggers: [trigger] }), ...objects).map(
        ({ message }) => message,
    );

describe("what a trigger's login brings", () => {
    it("is read from the TriggerAuthentication that is declared with it", () => {
        expect(judge(datadog, login(secrets("apiKey", "appKey")))).toEqual([]);
        expect(judge(datadog, login(secrets("apiKey")))).toEqual([
            "datadog with useClusterAgentProxy other than true needs appKey, which comes from an authentication",
        ]);
        const split = { ...secrets("apiKey"), configMapTargetRef: [{ parameter: "appKey" }] };
        expect(judge(datadog, login(split))).toEqual([]);
    });

    it("may be that of the whole cluster", () => {
        const authenticationRef = { name: "login", kind: "ClusterTriggerAuthentication" };
        const trigger = { ...datadog, authenticationRef };
        expect(
            judge(trigger, login(secrets("apiKey"), "login", "ClusterTriggerAuthentication")),
        ).toHaveLength(1);
    });

    it("may be anything where it is declared elsewhere, or not known in full", () => {
        expect(judge(datadog)).toEqual([]);
        expect(judge(datadog, login(secrets(), "another"))).toEqual([]);
        expect(judge(datadog, login(secrets(unknown())))).toEqual([]);
        expect(judge(datadog, login({ filePath: "/mnt/login" }))).toEqual([]);
    });

    it("is an identity", () => {
        const sqs = {
            type: "aws-sqs-queue",
            metadata: { queueURL: "tasks", awsRegion: "eu-west-1" },
            authenticationRef: { name: "login" },
        };
        expect(judge(sqs, login({ podIdentity: { provider: "aws" } }))).toEqual([]);
        expect(judge(sqs, login({ podIdentity: { provider: "none" } }))).toEqual([
            "aws-sqs-queue has no AWS identity",
        ]);
        expect(judge(sqs, login(secrets("awsAccessKeyID", "awsSecretAccessKey")))).toEqual([]);
        expect(judge(sqs, login(secrets("awsAccessKeyID")))).toHaveLength(1);
    });

    it("holds what the ways to log in by HTTP need", () => {
        const loki = {
            type: "loki",
            metadata: { serverAddress: "http://l", query: "q", threshold: "5", authModes: "tls" },
            authenticationRef: { name: "login" },
        };
        expect(judge(loki, login(secrets("cert", "key")))).toEqual([]);
        expect(judge(loki, login(secrets("cert")))).toEqual([
            "loki with authModes tls needs key, which comes from an authentication",
        ]);
    });
});
