import { describe, expect, it } from "vitest";
import { graceCoversTask } from "../../../model/rules/grace-covers-task";
import { findings } from "./support/findings";
import { container, deployment, intent, scaledJob, scaledObject, secret, unknown } from "./support/objects";

describe("grace-covers-task", () => {
    const pool = (podSpec: object, task: object = { p99Seconds: 90 }) =>
        [scaledObject(), deployment(podSpec, { metadata: intent({ task }) })] as const;
    const path = "spec.template.spec.terminationGracePeriodSeconds";

    it("reports the default of 30 s, and a shorter one that is written", () => {
        expect(findings(graceCoversTask, ...pool({}))).toMatchObject([
            {
                severity: "warning",
                message: "a pod gets 30 s to stop, and the longest tasks take 90 s",
                fix: "use a grace period of 90 s or more, or hand tasks back before stopping",
                path,
                resource: { kind: "Deployment" },
            },
        ]);
        expect(findings(graceCoversTask, ...pool({ terminationGracePeriodSeconds: 0 }))).toMatchObject([
            { message: "a pod gets 0 s to stop, and the longest tasks take 90 s" },
        ]);
    });

    it("is quiet at the very number, for short tasks, and where no task is declared", () => {
        expect(findings(graceCoversTask, ...pool({ terminationGracePeriodSeconds: 90 }))).toEqual([]);
        expect(findings(graceCoversTask, ...pool({ terminationGracePeriodSeconds: 89 }))).toHaveLength(1);
        expect(findings(graceCoversTask, ...pool({}, { p99Seconds: 30 }))).toEqual([]);
        expect(findings(graceCoversTask, ...pool({}, {}))).toEqual([]);
    });

    it("reads the intent of the scaler where the workload is somebody else's", () => {
        const scaler = scaledObject({}, intent({ task: { p99Seconds: 90.5 } }));
        expect(findings(graceCoversTask, scaler, deployment())[0]?.fix).toContain("91 s");
        expect(findings(graceCoversTask, scaler)).toEqual([]);
    });

    it("notes a grace period that is not known, or that is somewhere in a pod that is not", () => {
        for (const podSpec of [
            { terminationGracePeriodSeconds: unknown() },
            { terminationGracePeriodSeconds: secret() },
        ]) {
            expect(findings(graceCoversTask, ...pool(podSpec))).toMatchObject([{ severity: "note", path }]);
        }
        const metadata = intent({ task: { p99Seconds: 90 } });
        const hidden = deployment({}, { metadata, spec: { template: unknown() } });
        expect(findings(graceCoversTask, scaledObject(), hidden)).toMatchObject([{ severity: "note", path }]);
    });

    it("does not take text for the default", () => {
        expect(findings(graceCoversTask, ...pool({ terminationGracePeriodSeconds: "120" }))).toMatchObject([
            { severity: "error", message: "the grace period is not a whole number of seconds", path },
        ]);
    });

    it("holds for the pods of jobs, whose intent stands on the ScaledJob", () => {
        const task = intent({ task: { p99Seconds: 90 } });
        expect(findings(graceCoversTask, scaledJob({}, task))).toMatchObject([
            {
                path: "spec.jobTargetRef.template.spec.terminationGracePeriodSeconds",
                resource: { kind: "ScaledJob" },
            },
        ]);
        expect(findings(graceCoversTask, scaledJob({}, task, { terminationGracePeriodSeconds: 90 }))).toEqual(
            [],
        );
    });

    describe("with a hook that sleeps", () => {
        const withHook = (preStop: object, grace: number, task: object = { p99Seconds: 90 }) =>
            pool(
                {
                    terminationGracePeriodSeconds: grace,
                    containers: [container({ lifecycle: { preStop } })],
                },
                task,
            );

        it("counts its seconds too, down to the very one", () => {
            const sleep = { sleep: { seconds: 15 } };
            expect(findings(graceCoversTask, ...withHook(sleep, 104))).toMatchObject([
                {
                    severity: "warning",
                    message:
                        "a pod gets 104 s to stop, of which 15 s pass before it is asked to, and the longest tasks take 90 s",
                    fix: "use a grace period of 105 s or more, or hand tasks back before stopping",
                    path,
                },
            ]);
            expect(findings(graceCoversTask, ...withHook(sleep, 105))).toEqual([]);
        });

        it("reads the sleep of a command, in its units", () => {
            for (const [command, seconds] of [
                [["sleep", "15"], 15],
                [["/bin/sleep", "1m"], 60],
                [["sh", "-c", "touch /tmp/x; sleep 2.5s && drain"], 2.5],
                [["sh", "-c", "asleep 50"], 0],
                [["drain"], 0],
            ] as const) {
                const hook = { exec: { command } };
                expect(findings(graceCoversTask, ...withHook(hook, 90 + Math.ceil(seconds)))).toEqual([]);
                expect(findings(graceCoversTask, ...withHook(hook, 89 + Math.ceil(seconds)))).toHaveLength(1);
            }
        });

        it("refuses the sleep that Kubernetes refuses, also where no task is declared", () => {
            const hook = (seconds: number) => withHook({ sleep: { seconds } }, 10, {});
            expect(findings(graceCoversTask, ...hook(11))).toMatchObject([
                {
                    severity: "error",
                    message: 'the hook of container "agent" sleeps 11 s, and the pod is killed after 10 s',
                    path: "spec.template.spec.containers[0].lifecycle.preStop",
                },
            ]);
            expect(findings(graceCoversTask, ...hook(10))).toEqual([]);
            const command = { exec: { command: ["sleep", "31"] } };
            const byDefault = pool({ containers: [container({ lifecycle: { preStop: command } })] }, {});
            expect(findings(graceCoversTask, ...byDefault)).toMatchObject([{ severity: "warning" }]);
        });

        it("notes a sleep that is not known", () => {
            expect(
                findings(graceCoversTask, ...withHook({ sleep: { seconds: unknown() } }, 300)),
            ).toMatchObject([
                {
                    severity: "note",
                    message: "the preStop hook is known only after apply, so it is not checked",
                },
            ]);
        });
    });

    it("is quiet about tasks that may be cut off", () => {
        expect(findings(graceCoversTask, ...pool({}, { p99Seconds: 90, interruptible: true }))).toEqual([]);
        expect(findings(graceCoversTask, ...pool({}, { p99Seconds: 90, interruptible: false }))).toHaveLength(
            1,
        );
    });
});
