import type { Output } from "@pulumi/pulumi";
import { output, secret } from "@pulumi/pulumi";
import { afterEach, describe, expect, it } from "vitest";
import { InterruptionQueue } from "../../../components/aws";
import { refuseBy } from "../../../components/refuse";
import type { Finding } from "../../../model";
import { HAS_PROVIDER_SCHEMAS, schemaProblems } from "../support/provider-schema";
import { record } from "../support/record";

const RULES = ["health", "spot-interruption", "rebalance", "instance-state", "reservation"];

function recorded(args: ConstructorParameters<typeof InterruptionQueue>[1] = { clusterName: "agents" }) {
    return record((opts) => new InterruptionQueue("interruptions", args, opts));
}

describe("InterruptionQueue", () => {
    it("is a queue, who may write to it, and five rules with a target each", async () => {
        const seen = await recorded();
        expect(seen.slice(1).map(({ type, name, parent }) => [type, name, parent])).toEqual([
            ["aws:sqs/queue:Queue", "interruptions-queue", "interruptions"],
            ["aws:sqs/queuePolicy:QueuePolicy", "interruptions-queue-policy", "interruptions"],
            ...RULES.flatMap((rule) => [
                ["aws:cloudwatch/eventRule:EventRule", `interruptions-${rule}`, "interruptions"],
                ["aws:cloudwatch/eventTarget:EventTarget", `interruptions-${rule}-target`, "interruptions"],
            ]),
        ]);
    });

    it("keeps messages encrypted and for five minutes, under the cluster's name", async () => {
        const queue = (await recorded()).find(({ name }) => name === "interruptions-queue");
        expect(queue?.inputs).toEqual({
            name: "agents",
            messageRetentionSeconds: 300,
            sqsManagedSseEnabled: true,
            tags: {},
        });
    });

    it("tells of each of the five events by its own name", async () => {
        const patterns = (await recorded())
            .filter(({ type }) => type.endsWith(":EventRule"))
            .map(({ inputs }) => JSON.parse(inputs["eventPattern"] as string) as unknown);
        expect(patterns).toEqual([
            { source: ["aws.health"], "detail-type": ["AWS Health Event"] },
            { source: ["aws.ec2"], "detail-type": ["EC2 Spot Instance Interruption Warning"] },
            { source: ["aws.ec2"], "detail-type": ["EC2 Instance Rebalance Recommendation"] },
            { source: ["aws.ec2"], "detail-type": ["EC2 Instance State-change Notification"] },
            {
                source: ["aws.ec2"],
                "detail-type": ["EC2 Capacity Reservation Instance Interruption Warning"],
            },
        ]);
    });

    it("lets AWS write to that queue and nobody without TLS", async () => {
        const policy = (await recorded()).find(({ name }) => name === "interruptions-queue-policy");
        expect(policy?.inputs["queueUrl"]).toBe("https://queue.test/interruptions-queue");
        expect(JSON.parse(policy?.inputs["policy"] as string)).toMatchObject({
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: ["events.amazonaws.com", "sqs.amazonaws.com"] },
                    Action: "sqs:SendMessage",
                    Resource: "arn:aws:test:::interruptions-queue",
                },
                {
                    Effect: "Deny",
                    Principal: "*",
                    Action: "sqs:*",
                    Resource: "arn:aws:test:::interruptions-queue",
                    Condition: { Bool: { "aws:SecureTransport": "false" } },
                },
            ],
        });
    });

    it("hands out the queue's name, which Karpenter asks for", async () => {
        let queueName: Output<string> | undefined;
        await record((opts) => {
            queueName = new InterruptionQueue("interruptions", { clusterName: "agents" }, opts).queueName;
        });
        expect(await new Promise((resolve) => queueName?.apply(resolve))).toBe("agents");
    });

    it.runIf(HAS_PROVIDER_SCHEMAS)("gives no input that its provider does not have", async () => {
        const seen = await recorded({ clusterName: "agents", queueName: "other", tags: { team: "a" } });
        expect(seen.slice(1).flatMap(({ type, inputs }) => schemaProblems(type, inputs))).toEqual([]);
    });

    it("takes the cluster's name as an Output, and keeps a secret one secret", async () => {
        const seen = await recorded({ clusterName: output("agents-1"), queueName: secret("hidden") });
        const [queue] = seen.slice(1);
        expect(queue?.inputs["name"]).toMatchObject({ value: "hidden" });
    });
});

describe("a queue that cannot work", () => {
    const refused: (readonly Finding[])[] = [];
    afterEach(() => {
        refused.length = 0;
    });

    async function problemsOf(args: object, name = "interruptions"): Promise<string[]> {
        refused.length = 0;
        refuseBy((_resource, _name, findings) => refused.push(findings));
        const seen = await record((opts) => new InterruptionQueue(name, args as never, opts));
        expect(seen).toHaveLength(refused.length === 0 ? 13 : 1);
        return refused.flat().map(({ path, fix }) => `${path}: ${fix}`);
    }

    it("has a name that SQS takes, at the very letter", async () => {
        const queue = (queueName: unknown) => problemsOf({ clusterName: "agents", queueName });
        expect(await queue("q".repeat(80))).toEqual([]);
        expect(await queue("Queue_1-a")).toEqual([]);
        for (const name of ["q".repeat(81), "bad name!", "queue.fifo", ""]) {
            expect(await queue(name)).toEqual([expect.stringMatching(/^queueName: /)]);
        }
    });

    it("has the cluster's name only where SQS takes it too", async () => {
        expect(await problemsOf({ clusterName: "c".repeat(80) })).toEqual([]);
        expect(await problemsOf({ clusterName: "c".repeat(81) })).toEqual([
            expect.stringMatching(/^clusterName: give queueName: use at most 80 /),
        ]);
        expect(await problemsOf({ clusterName: "c".repeat(81), queueName: "agents" })).toEqual([]);
        expect(await problemsOf({ clusterName: output("c".repeat(81)), queueName: output("a") })).toEqual([]);
        expect(await problemsOf({ clusterName: "bad name!" })).toEqual([
            expect.stringMatching(/^clusterName: use at most 100 /),
        ]);
    });

    it("has rules whose names EventBridge takes, at the very letter", async () => {
        const named = (name: string) => problemsOf({ clusterName: "agents" }, name);
        expect(await named("i".repeat(38))).toEqual([]);
        expect(await named("i".repeat(39))).toEqual(["name: use 38 or fewer"]);
        expect(await named("bad name!")).toEqual([expect.stringMatching(/^name: use letters/)]);
    });

    it("registers nothing and says all that is wrong", async () => {
        refuseBy((_resource, _name, findings) => refused.push(findings));
        const args = { queueName: 5, tags: { "aws:team": "a" } };
        const seen = await recorded(args as never);
        expect(seen).toHaveLength(1);
        expect(refused.flat().map(({ path }) => path)).toEqual([
            "queueName",
            'tags["aws:team"]',
            "clusterName",
        ]);
    });
});
