import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Files, run } from "./support/command";

const files = new Files();
afterAll(() => {
    files.remove();
});

const SCALER = `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: worker, namespace: agents }
spec:
    scaleTargetRef: { name: worker }
    minReplicaCount: 2
    maxReplicaCount: 40
    triggers:
        - { type: redis, name: queue, metadata: { address: "redis:6379", listName: tasks, listLength: "5" } }
        - { type: cpu, metricType: Utilization, metadata: { value: "70" } }
`;

const JOBS = `
apiVersion: keda.sh/v1alpha1
kind: ScaledJob
metadata: { name: digest, namespace: agents }
spec:
    jobTargetRef: { template: { spec: { containers: [{ name: agent, image: "digest:1" }] } } }
    maxReplicaCount: 10
    triggers:
        - { type: redis, metadata: { address: "redis:6379", listName: tasks, listLength: "1" } }
`;

describe("agent-autoscaling explain", () => {
    const scaler = files.write("scaler.yaml", SCALER);

    it("says in sentences what a scaler will do", () => {
        const { status, stdout } = run("explain", scaler);
        expect(status).toBe(0);
        expect(stdout.split("\n").slice(0, 3)).toEqual([
            "What ScaledObject agents/worker will do",
            "  Deployment worker runs between 2 and 40 replicas, by KEDA.",
            '  redis "queue": one replica for every 5 items; 200 items ask for the ceiling of 40.',
        ]);
        expect(stdout).not.toContain("running");
    });

    it("says which trigger wins at a load, by name, by type or by type and place", () => {
        for (const names of [
            ["queue", "cpu"],
            ["redis", "cpu#2"],
        ]) {
            const [queue, cpu] = names.map((name, index) => `${name}=${[23, 90][index] ?? 0}`);
            const { stdout } = run(
                "explain",
                scaler,
                "--when",
                queue ?? "",
                "--when",
                cpu ?? "",
                "--replicas",
                "3",
            );
            expect(stdout.split("\n").slice(-5)).toEqual([
                `  With ${queue?.replace("=", " = ") ?? ""}, ${cpu?.replace("=", " = ") ?? ""} and 3 running`,
                '    redis "queue" asks for 5.',
                "    cpu #2 asks for 4.",
                '    It goes to 5, decided by redis "queue".',
                "",
            ]);
        }
    });

    it("says that a bound decides", () => {
        expect(run("explain", scaler, "--when", "queue=1000").stdout).toContain(
            "It goes to 40, decided by the ceiling.",
        );
        expect(run("explain", scaler, "--when", "queue=1").stdout).toContain(
            "It goes to 2, decided by the floor.",
        );
    });

    it("says of jobs how many start, by the strategy that KEDA follows", () => {
        const { stdout } = run(
            "explain",
            files.write("jobs.yaml", JOBS),
            "--when",
            "redis=23",
            "--replicas",
            "2",
        );
        expect(stdout).toContain("What ScaledJob agents/digest will do");
        expect(stdout.split("\n").slice(-4)).toEqual([
            "  With redis = 23 and 2 running",
            "    redis #1 asks for 23.",
            "    8 more start, which makes 10, decided by the ceiling.",
            "",
        ]);
    });

    it("says that it cannot tell where a number that decides is none", () => {
        const jobs = JOBS.replace('listLength: "1"', 'listLength: "1", activationListLength: many');
        const both = files.write("both.yaml", `${jobs}---\n${SCALER}`);
        const { stdout } = run("explain", both, "--when", "redis=23");
        expect(stdout).toContain(
            "  With redis = 23 and 1 running\n    What it does then is not known: a number that decides it is missing, or is none.\n",
        );
        const data = run("explain", both, "--when", "redis=23", "--format", "json").stdout;
        const { explanations } = JSON.parse(data) as { explanations: { demand?: unknown }[] };
        expect(explanations.map(({ demand }) => demand)).toMatchObject([null, { replicas: 5 }]);
    });

    it("writes versioned JSON", () => {
        const { stdout } = run("explain", scaler, "--format", "json", "--when", "queue=23");
        expect(JSON.parse(stdout)).toMatchObject({
            version: 1,
            explanations: [
                {
                    kind: "ScaledObject",
                    namespace: "agents",
                    name: "worker",
                    sentences: [
                        { topic: "bounds" },
                        { topic: "trigger" },
                        {},
                        {},
                        {},
                        {},
                        {},
                        {},
                        {},
                        { topic: "metric-loss" },
                        { topic: "needs" },
                        { topic: "needs" },
                    ],
                    demand: { replicas: 5, triggers: [{ trigger: 'redis "queue"', value: 23, replicas: 5 }] },
                },
            ],
            skipped: [],
        });
    });

    it("says that there is nothing to explain", () => {
        const service = files.write("service.yaml", "apiVersion: v1\nkind: Service\nmetadata: { name: a }\n");
        expect(run("explain", service)).toMatchObject({
            status: 0,
            stdout: "no ScaledObject, ScaledJob, HorizontalPodAutoscaler or VerticalPodAutoscaler was found\n",
        });
    });

    it("ends with 2 and one line for a trigger that is not there, and for what is no value", () => {
        expect(run("explain", scaler, "--when", "sqs=3")).toEqual({
            status: 2,
            stdout: "",
            stderr: '--when sqs: no trigger is called that; there are redis "queue", cpu #2\n',
        });
        for (const bad of ["queue", "queue=", "queue=-1", "=3", "queue=many"]) {
            const { status, stderr } = run("explain", scaler, "--when", bad);
            expect({ bad, status }).toEqual({ bad, status: 2 });
            expect(stderr).toContain("write it as trigger=value, for example queue=200");
        }
        expect(run("explain", scaler, "--replicas", "1.5").status).toBe(2);
        expect(run("explain", join(files.folder, "missing.yaml")).stderr).toContain("there is no such file");
    });
});
