import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { WaitFor, type AutoscaledAgentPoolArgs } from "../../model/pool";
import { CleanUp } from "./support/clean-up";
import { createNamespace, inventory, removeNamespace } from "./support/cluster";
import { eventually } from "./support/eventually";
import { queueWorker } from "./support/pools";
import { startRedis, type Redis } from "./support/redis";
import { Stack } from "./support/stack";
import { changed, type Update } from "./support/update";

/** Nothing listens there. */
const NOWHERE = "127.0.0.1:1";

describe("a trigger that KEDA cannot serve", () => {
    const cleanUp = new CleanUp();
    let namespace: string;
    let redis: Redis;
    let stack: Stack;

    const onRedis = (address: string, waitFor: WaitFor = WaitFor.ScalerReady): AutoscaledAgentPoolArgs => ({
        ...queueWorker(namespace, { address, listName: "tasks" }),
        waitFor,
        waitSeconds: 5,
    });
    const onWrongQueue = (): AutoscaledAgentPoolArgs => {
        const pool = onRedis(redis.address);
        const awsSqsQueue = { queueUrl: "https://example.com/not-a-queue", awsRegion: "eu-west-1" };
        const triggers = [{ name: "queue", awsSqsQueue, authentication: { awsPodIdentity: {} } }];
        return { ...pool, scale: { ...pool.scale, triggers } };
    };

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        namespace = await cleanUp.after(createNamespace("readiness"), removeNamespace);
        redis = await cleanUp.after(startRedis(), (server) => server.stop());
        stack = await cleanUp.after(
            Stack.create({
                program: "test/e2e/programs/pools",
                config: {
                    pools: {
                        refused: onWrongQueue(),
                        unreachable: onRedis(NOWHERE),
                        unwatched: onRedis(NOWHERE, WaitFor.Nothing),
                    },
                },
            }),
            (made) => made.remove(),
        );
    });

    it("fails pulumi up after waitSeconds, and KEDA's reason is in the progress", async () => {
        expectFailures(await stack.up({ mayFail: true, timeoutSeconds: 60 }));
    });

    it("fails the next pulumi up as well", async () => {
        expectFailures(await stack.up({ mayFail: true, timeoutSeconds: 60 }));
    });

    it("is mended by the next pulumi up, which does not wait for a pool that is not to be waited for", async () => {
        await stack.configure({
            pools: {
                refused: onRedis(redis.address),
                unreachable: onRedis(redis.address),
                unwatched: onRedis(NOWHERE, WaitFor.Nothing),
            },
        });
        expect(changed(await stack.up()).sort()).toEqual([
            "delete TriggerAuthentication refused-authentication-queue",
            "update AutoscaledAgentPool refused",
            "update AutoscaledAgentPool unreachable",
            "update ScaledObject refused-scaler",
            "update ScaledObject unreachable-scaler",
        ]);
        expect(await inventory(namespace)).toEqual(
            expect.arrayContaining([
                "HorizontalPodAutoscaler keda-hpa-refused",
                "HorizontalPodAutoscaler keda-hpa-unreachable",
                "ScaledObject unwatched",
            ]),
        );
    });

    it("leaves nothing behind after pulumi destroy, not even of a pool that never was ready", async () => {
        await stack.destroy();
        expect(await stack.resources()).toEqual([]);
        await eventually(
            "nothing is left",
            () => inventory(namespace),
            (left) => left.length === 0,
        );
    });
});

/** Pulumi's diagnostics say only that it waited in vain; KEDA's reason is in the lines that are shown meanwhile. */
function expectFailures({ exitCode, diagnostics, progress }: Update): void {
    expect(exitCode).toBe(1);
    const of = (all: Update["progress"], pool: string) =>
        all.filter(({ urn }) => urn?.endsWith(`::${pool}-scaler`)).map(({ message }) => message);
    const inVain = [expect.stringContaining("timed out waiting for the condition")];
    expect(of(diagnostics, "refused")).toEqual(inVain);
    expect(of(diagnostics, "unreachable")).toEqual(inVain);
    expect(of(diagnostics, "unwatched")).toEqual([]);
    expect(of(progress, "refused").join("\n")).toContain("cannot get queueName from queueURL");
    expect(of(progress, "unreachable").join("\n")).toContain("connection to redis failed");
}
