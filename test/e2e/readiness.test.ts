import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { WaitFor, type AutoscaledAgentPoolArgs } from "../../model/pool";
import { CleanUp } from "./support/clean-up";
import { createNamespace, inventory, removeNamespace } from "./support/cluster";
import { leavesNothing } from "./support/leaves-nothing";
import { queueWorker, SMALL_CONTAINER } from "./support/pools";
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

    const onRedis = (address: string): AutoscaledAgentPoolArgs => ({
        ...queueWorker(namespace, { address, listName: "tasks" }),
        waitSeconds: 5,
    });
    // Only the cluster knows that there is no such Secret, so only KEDA can refuse it.
    const withoutAddress = (): AutoscaledAgentPoolArgs => ({
        ...queueWorker(namespace, { addressFromEnv: "REDIS", listName: "tasks" }),
        workload: { container: { ...SMALL_CONTAINER, envFromSecrets: ["missing"] } },
        waitSeconds: 5,
    });
    const unwatched = (): AutoscaledAgentPoolArgs => ({
        ...queueWorker(namespace, { address: NOWHERE, listName: "tasks" }),
        waitFor: WaitFor.Nothing,
    });

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        namespace = await cleanUp.after(createNamespace("readiness"), removeNamespace);
        redis = await cleanUp.after(startRedis(), (server) => server.stop());
        stack = await cleanUp.after(
            Stack.create({
                program: "test/e2e/programs/pools",
                config: {
                    pools: {
                        refused: withoutAddress(),
                        unreachable: onRedis(NOWHERE),
                        unwatched: unwatched(),
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
                unwatched: unwatched(),
            },
        });
        expect(changed(await stack.up()).sort()).toEqual([
            "update AutoscaledAgentPool refused",
            "update AutoscaledAgentPool unreachable",
            "update Deployment refused",
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
        await leavesNothing(stack, namespace);
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
    expect(of(progress, "refused").join("\n")).toContain(`"missing" not found`);
    expect(of(progress, "unreachable").join("\n")).toContain("connection to redis failed");
}
