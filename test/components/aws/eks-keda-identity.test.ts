import type { Output } from "@pulumi/pulumi";
import { output, secret } from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EksKedaIdentityArgs } from "../../../components/aws";
import { EksKedaIdentity } from "../../../components/aws";
import { refuseBy } from "../../../components/refuse";
import type { Finding } from "../../../model";
import { HAS_PROVIDER_SCHEMAS, schemaProblems } from "../support/provider-schema";
import { record } from "../support/record";

const QUEUE = "arn:aws:sqs:eu-west-1:111122223333:tasks";
const TABLE = "arn:aws:dynamodb:eu-west-1:111122223333:table/tasks";
const STREAM = "arn:aws:kinesis:eu-west-1:111122223333:stream/tasks";
const ISSUER = "oidc.eks.eu-west-1.amazonaws.com/id/ABC";
const PROVIDER = `arn:aws:iam::111122223333:oidc-provider/${ISSUER}`;

const KEDA: EksKedaIdentityArgs = { clusterName: "agents", sources: { sqsQueueArns: [QUEUE] } };
const IRSA: EksKedaIdentityArgs = {
    ...KEDA,
    mode: "Irsa",
    oidcProviderArn: PROVIDER,
    oidcProviderUrl: `https://${ISSUER}`,
};

function recorded(args: EksKedaIdentityArgs) {
    return record((opts) => new EksKedaIdentity("keda", args, opts));
}

async function documents(args: EksKedaIdentityArgs) {
    const seen = await recorded(args);
    const text = (name: string, input: string): unknown =>
        JSON.parse(seen.find((each) => each.name === name)?.inputs[input] as string);
    return { trust: text("keda-role", "assumeRolePolicy"), policy: text("keda-policy", "policy") };
}

/** The values of the outputs of an identity. */
async function outputs(args: EksKedaIdentityArgs): Promise<unknown[]> {
    let given: readonly Output<unknown>[] = [];
    await record((opts) => {
        const { roleArn, serviceAccountAnnotations } = new EksKedaIdentity("keda", args, opts);
        given = [roleArn, serviceAccountAnnotations];
    });
    return Promise.all(given.map((each) => new Promise((resolve) => each.apply(resolve))));
}

describe("EksKedaIdentity", () => {
    it("is a role, its policy, and the association of the operator's service account", async () => {
        const seen = await recorded(KEDA);
        expect(seen.slice(1).map(({ type, name, parent }) => [type, name, parent])).toEqual([
            ["aws:iam/role:Role", "keda-role", "keda"],
            ["aws:iam/rolePolicy:RolePolicy", "keda-policy", "keda"],
            ["aws:eks/podIdentityAssociation:PodIdentityAssociation", "keda-association", "keda"],
        ]);
        expect(seen.at(-1)?.inputs).toEqual({
            clusterName: "agents",
            namespace: "keda",
            serviceAccount: "keda-operator",
            roleArn: "arn:aws:test:::keda-role",
            tags: {},
        });
        expect(seen.at(-2)?.inputs["role"]).toBe("keda-role-made");
    });

    it("trusts Pod Identity for that service account in that cluster alone", async () => {
        const clusterArn = "arn:aws:eks:eu-west-1:111122223333:cluster/agents";
        const trusted = (more: object) => ({
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "pods.eks.amazonaws.com" },
                    Action: ["sts:AssumeRole", "sts:TagSession"],
                    Condition: {
                        StringEquals: {
                            "aws:RequestTag/kubernetes-namespace": "keda",
                            "aws:RequestTag/kubernetes-service-account": "keda-operator",
                            "aws:RequestTag/eks-cluster-name": "agents",
                            ...more,
                        },
                    },
                },
            ],
        });
        expect((await documents(KEDA)).trust).toEqual(trusted({}));
        expect((await documents({ ...KEDA, clusterArn })).trust).toEqual(
            trusted({ "aws:RequestTag/eks-cluster-arn": clusterArn }),
        );
    });

    it("lets KEDA ask for the length of that queue and nothing else", async () => {
        expect((await documents(KEDA)).policy).toEqual({
            Version: "2012-10-17",
            Statement: [
                { Sid: "Queues", Effect: "Allow", Action: "sqs:GetQueueAttributes", Resource: [QUEUE] },
            ],
        });
    });

    it("lets KEDA make of each other source the calls that its scalers make", async () => {
        const sources = {
            cloudWatchMetrics: true,
            dynamoDbTableArns: [TABLE],
            dynamoDbStreamTableArns: [TABLE],
            kinesisStreamArns: [STREAM],
        };
        const { policy } = await documents({ ...KEDA, sources });
        const { Statement } = policy as { Statement: { Action: string; Resource: unknown }[] };
        expect(Statement.map(({ Action, Resource }) => [Action, Resource])).toEqual([
            ["cloudwatch:GetMetricData", "*"],
            ["dynamodb:Query", [TABLE, `${TABLE}/index/*`]],
            ["dynamodb:DescribeTable", [TABLE]],
            ["dynamodb:DescribeStream", [`${TABLE}/stream/*`]],
            ["kinesis:DescribeStreamSummary", [STREAM]],
        ]);
    });

    it("with IRSA trusts the cluster's tokens of that service account, and has no association", async () => {
        expect((await recorded(IRSA)).map(({ name }) => name)).toEqual(["keda", "keda-role", "keda-policy"]);
        const wanted = {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Federated: PROVIDER },
                    Action: "sts:AssumeRoleWithWebIdentity",
                    Condition: {
                        StringEquals: {
                            [`${ISSUER}:aud`]: "sts.amazonaws.com",
                            [`${ISSUER}:sub`]: "system:serviceaccount:scaling:operator",
                        },
                    },
                },
            ],
        };
        const args = { ...IRSA, namespace: "scaling", serviceAccount: "operator" };
        expect((await documents(args)).trust).toEqual(wanted);
        // The issuer of a new cluster is known only later, with the scheme in front.
        const later = { ...args, oidcProviderUrl: output(`https://${ISSUER}`) };
        expect((await documents(later)).trust).toEqual(wanted);
        expect((await documents({ ...args, oidcProviderUrl: output(ISSUER) })).trust).toEqual(wanted);
    });

    it("hands out the role, and the annotation that IRSA needs", async () => {
        expect(await outputs(KEDA)).toEqual(["arn:aws:test:::keda-role", {}]);
        expect(await outputs(IRSA)).toEqual([
            "arn:aws:test:::keda-role",
            { "eks.amazonaws.com/role-arn": "arn:aws:test:::keda-role" },
        ]);
    });

    it("takes ARNs as Outputs, and keeps a secret one secret", async () => {
        const sources = { sqsQueueArns: [output(QUEUE)], kinesisStreamArns: [output(STREAM)] };
        const { policy } = await documents({ ...KEDA, sources });
        expect(JSON.stringify(policy)).toContain(QUEUE);
        const hidden = { ...KEDA, sources: { sqsQueueArns: [secret(QUEUE)] } };
        const found = (await recorded(hidden)).find(({ name }) => name === "keda-policy");
        expect(found?.inputs["policy"]).toMatchObject({ value: expect.stringContaining(QUEUE) as string });
    });

    it.runIf(HAS_PROVIDER_SCHEMAS)("gives no input that the provider does not have", async () => {
        const seen = [...(await recorded({ ...KEDA, tags: { team: "a" } })), ...(await recorded(IRSA))];
        const children = seen.filter(({ type }) => type.startsWith("aws:"));
        expect(children).toHaveLength(5);
        expect(children.flatMap(({ type, inputs }) => schemaProblems(type, inputs))).toEqual([]);
    });
});

describe("an identity that cannot work", () => {
    const refused: (readonly Finding[])[] = [];
    beforeEach(() => {
        refuseBy((_resource, _name, findings) => refused.push(findings));
    });
    afterEach(() => {
        refused.length = 0;
    });

    async function refusedPaths(args: unknown): Promise<(string | undefined)[]> {
        refused.length = 0;
        expect(await recorded(args as EksKedaIdentityArgs)).toHaveLength(1);
        return refused.flat().map(({ path }) => path);
    }

    it("registers nothing where IAM would refuse the role's name, at the very letter", async () => {
        const named = (name: string) => record((opts) => new EksKedaIdentity(name, KEDA, opts));
        expect(await named("k".repeat(51))).toHaveLength(4);
        expect(refused).toEqual([]);
        expect(await named("k".repeat(52))).toHaveLength(1);
        expect(refused.flat()).toMatchObject([{ path: "name", fix: "use 51 or fewer" }]);
        expect(await named("keda reader")).toHaveLength(1);
        expect(await named("keda+reader=1,a.b@c")).toHaveLength(4);
    });

    it.each([
        ["is of a cluster that cannot be", { ...KEDA, clusterName: "my cluster" }, ["clusterName"]],
        ["may read nothing", { ...KEDA, sources: {} }, ["sources"]],
        ["may read no metrics", { ...KEDA, sources: { cloudWatchMetrics: false } }, ["sources"]],
        ["lists no queue", { ...KEDA, sources: { sqsQueueArns: [] } }, ["sources.sqsQueueArns"]],
        [
            "may read every queue",
            { ...KEDA, sources: { sqsQueueArns: ["arn:aws:sqs:eu-west-1:111122223333:*"] } },
            ["sources.sqsQueueArns[0]"],
        ],
        [
            "names a stream for a queue",
            { ...KEDA, sources: { sqsQueueArns: [STREAM] } },
            ["sources.sqsQueueArns[0]"],
        ],
        [
            "is one of IRSA without a provider",
            { ...KEDA, mode: "Irsa" },
            ["oidcProviderArn", "oidcProviderUrl"],
        ],
        [
            "is one of Pod Identity with a provider",
            { ...KEDA, oidcProviderArn: PROVIDER },
            ["oidcProviderArn"],
        ],
        [
            "has both",
            { ...IRSA, clusterArn: "arn:aws:eks:eu-west-1:111122223333:cluster/agents" },
            ["clusterArn"],
        ],
        ["is of a wrong form", { clusterName: 5, mode: "Both" }, ["clusterName", "mode", "sources"]],
    ])("registers nothing where it %s", async (_what, args, paths) => {
        expect(await refusedPaths(args)).toEqual(paths);
    });
});
