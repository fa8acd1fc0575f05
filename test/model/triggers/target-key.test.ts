import { expect, it } from "vitest";
import { scalerByType, targetKeyOf } from "../../../model/triggers";

const keyOf = (type: string, metadata: Readonly<Record<string, string>>): string | undefined => {
    const scaler = scalerByType(type);
    return scaler === undefined ? undefined : targetKeyOf(scaler, metadata);
};

it.each([
    ["redis-streams", {}, "streamLength"],
    ["redis-streams", { lagCount: "5" }, "streamLength"],
    ["redis-streams", { consumerGroup: "g" }, "pendingEntriesCount"],
    ["redis-streams", { consumerGroup: "g", lagCount: "5", pendingEntriesCount: "7" }, "lagCount"],
    ["datadog", { queryValue: "5" }, "queryValue"],
    ["datadog", {}, "targetValue"],
    ["solace-event-queue", { messageReceiveRateTarget: "5" }, "messageReceiveRateTarget"],
    ["github-runner", {}, "targetWorkflowQueueLength"],
    ["forgejo-runner", {}, undefined],
    ["external", {}, undefined],
] as const)("divides the metric of %s with %j by %s", (type, metadata, key) => {
    expect(keyOf(type, metadata)).toBe(key);
});
