import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { AutoscaledAgentPoolArgs, ScheduleArgs } from "../../model/pool";
import type { ScheduledScalerArgs } from "../../model/scheduled";
import { BoundedNamespace, windowPool } from "./support/bounded";
import { CleanUp } from "./support/clean-up";
import {
    apply,
    ask,
    createNamespace,
    get,
    list,
    removeNamespace,
    type LiveAutoscaler,
    type LiveObject,
    type LiveWorkload,
} from "./support/cluster";
import { eventually } from "./support/eventually";
import { Stack } from "./support/stack";
import { changed } from "./support/update";

interface LiveScaledObject extends LiveObject {
    readonly spec: { readonly maxReplicaCount: number };
}

interface LiveCronJob extends LiveObject {
    readonly spec: {
        readonly jobTemplate: {
            readonly spec: {
                readonly template: {
                    readonly spec: {
                        readonly serviceAccountName: string;
                        readonly containers: readonly { readonly args: readonly string[] }[];
                    };
                };
            };
        };
    };
}

/** A daily window that neither opens nor closes while the tests run. */
function farWindow(name: string, bounds: Partial<ScheduleArgs>): ScheduleArgs {
    const [start, end] = [6, 12].map((hours) => {
        const time = new Date(Date.now() + hours * 3_600_000);
        return `${time.getUTCMinutes()} ${time.getUTCHours()} * * *`;
    }) as [string, string];
    return { name, start, end, timeZone: "Etc/UTC", ...bounds };
}

const DAY = 6;
const NIGHT = 2;

describe("a ceiling by the clock", () => {
    const cleanUp = new CleanUp();
    const window = farWindow("night", { maxReplicas: NIGHT });
    const late = farWindow("late", { minReplicas: 3 });
    let agents: BoundedNamespace;
    let stack: Stack;

    const pool = (): AutoscaledAgentPoolArgs => {
        const args = windowPool(agents.name, DAY);
        return { ...args, scale: { ...args.scale, schedules: [window] } };
    };
    const scalers = (): Record<string, ScheduledScalerArgs> => ({
        floors: {
            namespace: agents.name,
            target: { kind: "Deployment", name: "other" },
            outside: { minReplicas: 2 },
            schedules: [late],
        },
        hpa: {
            namespace: agents.name,
            target: { kind: "HorizontalPodAutoscaler", name: "third" },
            outside: { maxReplicas: 5 },
            schedules: [window],
        },
    });
    const update = async (worker: AutoscaledAgentPoolArgs) => {
        await stack.configure({ pools: { worker }, scalers: scalers() });
        return changed(await stack.up());
    };
    const ceiling = async () =>
        (await get<LiveScaledObject>("scaledobject", "worker", agents.name))?.spec.maxReplicaCount;

    /** Does what a CronJob's pod does: the same command, with the rights of its ServiceAccount and no others. */
    const act = async (cronJob: string, change = (args: readonly string[]): readonly string[] => args) => {
        const live = await get<LiveCronJob>("cronjob", cronJob, agents.name);
        const pod = live?.spec.jobTemplate.spec.template.spec;
        const args = change(pod?.containers[0]?.args ?? []);
        return ask([...args, `--as=system:serviceaccount:${agents.name}:${pod?.serviceAccountName ?? ""}`]);
    };

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        agents = new BoundedNamespace(await cleanUp.after(createNamespace("scheduled"), removeNamespace));
        await apply(
            agents.deployment("other", 1),
            agents.deployment("third", 1),
            agents.horizontalPodAutoscaler("third", 5),
        );
        stack = await cleanUp.after(Stack.create({ program: "test/e2e/programs/scheduled" }), (made) =>
            made.remove(),
        );
        await update(pool());
    });

    it("is made of objects that the API server takes, all of them", async () => {
        const kinds = "serviceaccounts,roles,rolebindings,cronjobs";
        const made = await list(kinds, agents.name);
        const names = made.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
        expect(names.filter((name) => !name.endsWith(" default")).sort()).toEqual(
            ["worker", "hpa"]
                .flatMap((name) => [
                    `CronJob ${name}-night-closes`,
                    `CronJob ${name}-night-opens`,
                    `Role ${name}-clock`,
                    `RoleBinding ${name}-clock`,
                    `ServiceAccount ${name}-clock`,
                ])
                .sort(),
        );
    });

    it("is set by exactly the rights of its CronJob, and KEDA's autoscaler follows", async () => {
        expect(await act("worker-night-opens")).toMatchObject({ allowed: true });
        expect(await ceiling()).toBe(NIGHT);
        await eventually(
            "KEDA's autoscaler has the lower ceiling",
            () => get<LiveAutoscaler>("hpa", "keda-hpa-worker", agents.name),
            (hpa) => hpa?.spec.maxReplicas === NIGHT,
        );
        await eventually(
            "the pool is at its lower ceiling, below the floor of its cron trigger",
            () => get<LiveWorkload>("deployment", "worker", agents.name),
            (worker) => worker?.spec.replicas === NIGHT,
        );
    });

    it("cannot be set on another object, nor anything else be done", async () => {
        const other = (args: readonly string[]) => args.map((arg) => (arg === "worker" ? "floors" : arg));
        expect(await act("worker-night-opens", other)).toMatchObject({
            allowed: false,
            said: expect.stringContaining('cannot get resource "scaledobjects"') as string,
        });
        for (const verb of ["delete", "edit"]) {
            const refused = [
                "auth",
                "can-i",
                verb === "edit" ? "update" : verb,
                "scaledobjects.keda.sh/worker",
            ];
            expect(
                await act("worker-night-opens", () => [...refused, "--namespace", agents.name]),
            ).toMatchObject({ allowed: false });
        }
        const secrets = ["auth", "can-i", "get", "secrets", "--namespace", agents.name];
        expect(await act("worker-night-opens", () => secrets)).toMatchObject({ allowed: false });
    });

    it("survives pulumi up, with and without another change to the ScaledObject", async () => {
        expect(await update(pool())).toEqual([]);
        expect(await ceiling()).toBe(NIGHT);
        const args = pool();
        expect(await update({ ...args, scale: { ...args.scale, pollingIntervalSeconds: 2 } })).toEqual([
            "update AutoscaledAgentPool worker",
            "update ScaledObject worker-scaler",
        ]);
        expect(await ceiling()).toBe(NIGHT);
    });

    it("is the one of the day again at the end of the window", async () => {
        expect(await act("worker-night-closes")).toMatchObject({ allowed: true });
        expect(await ceiling()).toBe(DAY);
    });

    it("is set on a native autoscaler too", async () => {
        expect(await act("hpa-night-opens")).toMatchObject({ allowed: true });
        expect((await get<LiveAutoscaler>("hpa", "third", agents.name))?.spec.maxReplicas).toBe(NIGHT);
    });

    it("has floors beside it: KEDA keeps those of somebody's Deployment", async () => {
        await eventually(
            "the Deployment has the floor outside of the window",
            () => get<LiveWorkload>("deployment", "other", agents.name),
            (other) => other?.spec.replicas === 2,
        );
    });
});
