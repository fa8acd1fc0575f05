import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { jobDemand, jobsMade } from "../../model/capacity";
import { explain } from "../../model/explain";
import { jobRules, readFleet } from "../../model/fleet";
import { manifests } from "../../model/manifests";
import { AgentArchetype, ScalingPause, resolve, type AutoscaledAgentPoolArgs } from "../../model/pool";
import { CleanUp } from "./support/clean-up";
import { createNamespace, get, list, removeNamespace, type LiveObject } from "./support/cluster";
import { eventually, throughout } from "./support/eventually";
import {
    finishJobs,
    holdJobPods,
    removeHold,
    setPodCondition,
    unfinishedJobs,
    type LiveJob,
} from "./support/job-pods";
import { leavesNothing } from "./support/leaves-nothing";
import { SMALL_CONTAINER } from "./support/pools";
import { startRedis, type Redis } from "./support/redis";
import { Stack } from "./support/stack";
import { changed } from "./support/update";

/** What an agent sets on its own pod once it has taken its task; until then its job has not started. */
const TAKEN = "example.com/TaskTaken";
const CEILING = 5;

interface LiveScaledJob extends LiveObject {
    readonly status: {
        readonly conditions: readonly {
            readonly type: string;
            readonly status: string;
            readonly message?: string;
        }[];
    };
}

/** The jobs that the model says KEDA makes, from the same objects that are applied. */
function predict(args: AutoscaledAgentPoolArgs) {
    const { pool } = resolve("digest", args);
    if (pool === undefined) throw new Error("digest is not a pool");
    const fleet = readFleet(manifests(pool), pool.platform);
    const rules = fleet.scalers[0] === undefined ? undefined : jobRules(fleet.scalers[0]);
    if (rules === undefined) throw new Error("digest makes no jobs");
    return {
        made: (items: number, running: number, pending: number) =>
            jobsMade(
                jobDemand([{ value: items, target: 1, isActive: items > 0 }], rules),
                rules,
                running,
                pending,
            ),
        sentences: explain(fleet).flatMap(({ sentences }) => sentences.map(({ text }) => text)),
    };
}

describe("a pool of jobs", () => {
    const cleanUp = new CleanUp();
    let namespace: string;
    let redis: Redis;
    let stack: Stack;
    let digest: AutoscaledAgentPoolArgs;

    const onList = (listName: string, address = redis.address): AutoscaledAgentPoolArgs => ({
        archetype: AgentArchetype.BatchJob,
        namespace,
        workload: {
            container: SMALL_CONTAINER,
            job: { pendingPodConditions: [TAKEN], successfulJobsHistoryLimit: 1 },
        },
        scale: {
            minReplicas: 0,
            maxReplicas: CEILING,
            pollingIntervalSeconds: 1,
            triggers: [{ redis: { address, listName } }],
        },
    });
    const withImage = (image: string): AutoscaledAgentPoolArgs => ({
        ...digest,
        workload: { ...digest.workload, container: { ...SMALL_CONTAINER, image } },
    });
    const jobsOf = async (pool: string) =>
        (await unfinishedJobs(namespace)).filter(({ metadata }) => metadata.name.startsWith(`${pool}-`));
    const uids = (jobs: readonly LiveJob[]) => jobs.map(({ metadata }) => metadata.uid).sort();
    const settlesAt = (count: number) =>
        eventually(
            `${count} jobs`,
            () => jobsOf("digest"),
            (jobs) => jobs.length === count,
        );
    const staysAt = (count: number) =>
        throughout(
            `${count} jobs`,
            () => jobsOf("digest"),
            (jobs) => jobs.length === count,
            { seconds: 4 },
        );
    /** What agents do: each takes a task off the list, and says so. */
    const takeTasks = async (jobs: readonly LiveJob[]) => {
        await redis.pop("digest", jobs.length);
        await setPodCondition(namespace, jobs, TAKEN);
    };
    const ready = async (pool: string) => {
        const live = await get<LiveScaledJob>("scaledjobs.keda.sh", pool, namespace);
        return live?.status.conditions.find(({ type }) => type === "Ready");
    };

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        namespace = await cleanUp.after(createNamespace("jobs"), removeNamespace);
        await cleanUp.after(holdJobPods(namespace), removeHold);
        redis = await cleanUp.after(startRedis(), (server) => server.stop());
        digest = onList("digest");
        const paused = onList("paused");
        const pools = {
            digest,
            paused: { ...paused, scale: { ...paused.scale, pause: ScalingPause.Everything } },
        };
        stack = await cleanUp.after(
            Stack.create({ program: "test/e2e/programs/pools", config: { pools } }),
            (made) => made.remove(),
        );
    });

    it("is one ScaledJob, which is Ready when the update ends", async () => {
        const up = await stack.up();
        expect(changed(up).sort()).toEqual([
            "create AutoscaledAgentPool digest",
            "create AutoscaledAgentPool paused",
            "create ScaledJob digest",
            "create ScaledJob paused",
        ]);
        expect(up.diagnostics).toEqual([
            expect.objectContaining({
                severity: "warning",
                message: expect.stringContaining("[scaler-paused]") as string,
            }),
        ]);
        expect(await ready("digest")).toMatchObject({ status: "True" });
        expect(await jobsOf("digest")).toEqual([]);
    });

    it("starts none while it is paused, and KEDA calls that Ready too", async () => {
        await redis.push("paused", 1);
        await eventually(
            "paused is Ready",
            () => ready("paused"),
            (condition) => condition?.status === "True",
        );
        await throughout(
            "no jobs",
            () => jobsOf("paused"),
            (jobs) => jobs.length === 0,
            { seconds: 3 },
        );
    });

    it("starts a job for each task, and none twice while they have not taken theirs", async () => {
        const { made, sentences } = predict(digest);
        expect(sentences.join("\n")).toMatch(/at most 5 jobs at once.*\n.*one job for each item/);
        expect([made(3, 0, 0), made(3, 3, 3), made(2, 3, 0), made(9, 5, 0)]).toEqual([3, 0, 2, 0]);
        await redis.push("digest", 3);
        await settlesAt(3);
        await staysAt(3);
    });

    it("starts as many more as are left, whatever runs, and never more than the ceiling", async () => {
        await takeTasks(await jobsOf("digest"));
        await staysAt(3);
        await redis.push("digest", 2);
        await settlesAt(CEILING);
        await takeTasks((await jobsOf("digest")).slice(3));
        await redis.push("digest", 9);
        await staysAt(CEILING);
    });

    it("is left alone by a second pulumi up while jobs run, and shows no drift", async () => {
        expect(changed(await stack.up())).toEqual([]);
        expect(changed(await stack.refresh())).toEqual([]);
        expect(changed(await stack.up())).toEqual([]);
        expect(await jobsOf("digest")).toHaveLength(CEILING);
    });

    it("lets the jobs that run go on when it is changed, and new ones follow the change", async () => {
        const before = await jobsOf("digest");
        await stack.configure({
            pools: { digest: withImage("registry.invalid/agent:2"), paused: onList("paused") },
        });
        expect(changed(await stack.up()).sort()).toEqual([
            "update AutoscaledAgentPool digest",
            "update AutoscaledAgentPool paused",
            "update ScaledJob digest",
            "update ScaledJob paused",
        ]);
        await staysAt(CEILING);
        expect(uids(await jobsOf("digest"))).toEqual(uids(before));
        await finishJobs(namespace, before.slice(0, 1));
        const images = ({ spec }: LiveJob) => spec.template.spec.containers.map(({ image }) => image);
        await eventually(
            "one job of the new image in place of the one that has ended",
            () => jobsOf("digest"),
            (jobs) =>
                jobs.length === CEILING &&
                jobs.filter((job) => images(job).includes("registry.invalid/agent:2")).length === 1,
        );
    });

    it("keeps as many ended jobs as it is told to", async () => {
        await redis.drain("digest");
        const running = await jobsOf("digest");
        await setPodCondition(namespace, running, TAKEN);
        await finishJobs(namespace, running);
        await eventually(
            "one job is left to look at",
            () => list<LiveJob>("jobs.batch", namespace),
            (jobs) => jobs.filter(({ metadata }) => metadata.name.startsWith("digest-")).length === 1,
        );
        expect(await jobsOf("digest")).toEqual([]);
    });

    it("starts what has waited once it is no longer paused", async () => {
        await eventually(
            "1 job",
            () => jobsOf("paused"),
            (jobs) => jobs.length === 1,
        );
    });

    it("fails pulumi up where KEDA cannot ask for tasks, with KEDA's reason in the progress", async () => {
        const nowhere = { ...onList("digest", "127.0.0.1:1"), waitSeconds: 5 };
        await stack.configure({ pools: { digest: withImage("registry.invalid/agent:2"), nowhere } });
        const { exitCode, progress } = await stack.up({ mayFail: true, timeoutSeconds: 60 });
        expect(exitCode).toBe(1);
        const said = progress.filter(({ urn }) => urn?.endsWith("::nowhere")).map(({ message }) => message);
        expect(said.join("\n")).toContain("connection to redis failed");
        expect(await ready("nowhere")).toMatchObject({ status: "False" });
    });

    it("takes its jobs with it, also those that run, and leaves nothing behind after pulumi destroy", async () => {
        await redis.push("digest", 2);
        await settlesAt(2);
        await leavesNothing(stack, namespace);
    });
});
