import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import {
    EksKedaIdentity,
    EksScheduledScaler,
    EksSpotNodeGroup,
    InterruptionQueue,
    KarpenterNodePool,
} from "../../components/aws";
import {
    GkeComputeClass,
    GkeIdentityMode,
    GkeKedaIdentity,
    GkeLocationPolicy,
    GkeScheduledScaler,
    GkeSpotNodePool,
} from "../../components/gcp";
import { nodePools } from "../../index";
import { record } from "./support/record";

const TYPES = ["m7i.xlarge", "m7a.xlarge", "m6i.xlarge", "m5.xlarge"];
const WORKDAY = { name: "workday", start: "0 8 * * 1-5", end: "0 19 * * 1-5", timeZone: "Europe/Berlin" };
const NODES = { minNodes: 1, maxNodes: 20, schedules: [{ ...WORKDAY, minNodes: 5 }] };

/** The identity of every child of the clouds' components: a line that changes here is a resource that users lose. */
describe("the URNs that live stacks have", () => {
    it("are kept on AWS", async () => {
        const registered = await record((opts) => {
            new InterruptionQueue("interruptions", { clusterName: "agents" }, opts);
            const sources = { sqsQueueArns: ["arn:aws:sqs:eu-west-1:111122223333:tasks"] };
            new EksKedaIdentity("keda", { clusterName: "agents", sources }, opts);
            const spot = {
                clusterName: "agents",
                nodeRoleArn: "arn:aws:iam::111122223333:role/nodes",
                subnetIds: ["subnet-a", "subnet-b"],
                profile: nodePools.eksSpot({ name: "agents-spot", instanceTypes: TYPES }),
                instanceTypes: TYPES,
                spot: { minSize: 0, maxSize: 20 },
                onDemandBase: { minSize: 1, maxSize: 4 },
                schedules: [{ ...WORKDAY, minSize: 5 }],
            };
            new EksSpotNodeGroup("spot", spot, opts);
            const selectors = [{ tags: { "karpenter.sh/discovery": "agents" } }];
            const nodeClass = {
                role: "agents-node",
                subnets: selectors,
                securityGroups: selectors,
                amiAlias: "al2023@v20261101",
            };
            const profile = nodePools.karpenter({ name: "agents" });
            new KarpenterNodePool("karpenter", { profile, limits: { cpu: "200" }, nodeClass }, opts);
            new EksScheduledScaler("clock", { autoScalingGroupName: "agents-spot-group", ...NODES }, opts);
        });
        expect(registered.map(({ urn }) => urn).sort()).toMatchInlineSnapshot(`
          [
            "urn:pulumi:stack::project::agent-autoscaling:index:EksKedaIdentity$aws:eks/podIdentityAssociation:PodIdentityAssociation::keda-association",
            "urn:pulumi:stack::project::agent-autoscaling:index:EksKedaIdentity$aws:iam/role:Role::keda-role",
            "urn:pulumi:stack::project::agent-autoscaling:index:EksKedaIdentity$aws:iam/rolePolicy:RolePolicy::keda-policy",
            "urn:pulumi:stack::project::agent-autoscaling:index:EksKedaIdentity::keda",
            "urn:pulumi:stack::project::agent-autoscaling:index:EksScheduledScaler$aws:autoscaling/schedule:Schedule::clock-workday-closes",
            "urn:pulumi:stack::project::agent-autoscaling:index:EksScheduledScaler$aws:autoscaling/schedule:Schedule::clock-workday-opens",
            "urn:pulumi:stack::project::agent-autoscaling:index:EksScheduledScaler::clock",
            "urn:pulumi:stack::project::agent-autoscaling:index:EksSpotNodeGroup$aws:autoscaling/schedule:Schedule::spot-workday-closes",
            "urn:pulumi:stack::project::agent-autoscaling:index:EksSpotNodeGroup$aws:autoscaling/schedule:Schedule::spot-workday-opens",
            "urn:pulumi:stack::project::agent-autoscaling:index:EksSpotNodeGroup$aws:autoscaling/tag:Tag::spot-node-pool-tag-1",
            "urn:pulumi:stack::project::agent-autoscaling:index:EksSpotNodeGroup$aws:autoscaling/tag:Tag::spot-node-pool-tag-2",
            "urn:pulumi:stack::project::agent-autoscaling:index:EksSpotNodeGroup$aws:ec2/launchTemplate:LaunchTemplate::spot-launch-template",
            "urn:pulumi:stack::project::agent-autoscaling:index:EksSpotNodeGroup$aws:eks/nodeGroup:NodeGroup::spot",
            "urn:pulumi:stack::project::agent-autoscaling:index:EksSpotNodeGroup$aws:eks/nodeGroup:NodeGroup::spot-base",
            "urn:pulumi:stack::project::agent-autoscaling:index:EksSpotNodeGroup::spot",
            "urn:pulumi:stack::project::agent-autoscaling:index:InterruptionQueue$aws:cloudwatch/eventRule:EventRule::interruptions-health",
            "urn:pulumi:stack::project::agent-autoscaling:index:InterruptionQueue$aws:cloudwatch/eventRule:EventRule::interruptions-instance-state",
            "urn:pulumi:stack::project::agent-autoscaling:index:InterruptionQueue$aws:cloudwatch/eventRule:EventRule::interruptions-rebalance",
            "urn:pulumi:stack::project::agent-autoscaling:index:InterruptionQueue$aws:cloudwatch/eventRule:EventRule::interruptions-reservation",
            "urn:pulumi:stack::project::agent-autoscaling:index:InterruptionQueue$aws:cloudwatch/eventRule:EventRule::interruptions-spot-interruption",
            "urn:pulumi:stack::project::agent-autoscaling:index:InterruptionQueue$aws:cloudwatch/eventTarget:EventTarget::interruptions-health-target",
            "urn:pulumi:stack::project::agent-autoscaling:index:InterruptionQueue$aws:cloudwatch/eventTarget:EventTarget::interruptions-instance-state-target",
            "urn:pulumi:stack::project::agent-autoscaling:index:InterruptionQueue$aws:cloudwatch/eventTarget:EventTarget::interruptions-rebalance-target",
            "urn:pulumi:stack::project::agent-autoscaling:index:InterruptionQueue$aws:cloudwatch/eventTarget:EventTarget::interruptions-reservation-target",
            "urn:pulumi:stack::project::agent-autoscaling:index:InterruptionQueue$aws:cloudwatch/eventTarget:EventTarget::interruptions-spot-interruption-target",
            "urn:pulumi:stack::project::agent-autoscaling:index:InterruptionQueue$aws:sqs/queue:Queue::interruptions-queue",
            "urn:pulumi:stack::project::agent-autoscaling:index:InterruptionQueue$aws:sqs/queuePolicy:QueuePolicy::interruptions-queue-policy",
            "urn:pulumi:stack::project::agent-autoscaling:index:InterruptionQueue::interruptions",
            "urn:pulumi:stack::project::agent-autoscaling:index:KarpenterNodePool$kubernetes:karpenter.k8s.aws/v1:EC2NodeClass::karpenter-node-class",
            "urn:pulumi:stack::project::agent-autoscaling:index:KarpenterNodePool$kubernetes:karpenter.sh/v1:NodePool::karpenter",
            "urn:pulumi:stack::project::agent-autoscaling:index:KarpenterNodePool$kubernetes:karpenter.sh/v1:NodePool::karpenter-on-demand-pool",
            "urn:pulumi:stack::project::agent-autoscaling:index:KarpenterNodePool::karpenter",
          ]
        `);
    });

    it("are kept on Google Cloud", async () => {
        const registered = await record((opts) => {
            const spot = {
                cluster: "agents",
                location: "europe-west3",
                profile: nodePools.gkeSpot({ name: "research", machineType: "n4-standard-4" }),
                spot: { totalMinNodeCount: 0, totalMaxNodeCount: 20 },
                onDemandBase: { totalMinNodeCount: 1, totalMaxNodeCount: 4 },
            };
            new GkeSpotNodePool("spot", spot, opts);
            const compute = {
                profile: nodePools.gkeComputeClass({ name: "agents", spot: true }),
                priorities: [{ machineFamily: "n4", spot: true }, { machineFamily: "n4" }],
            };
            new GkeComputeClass("compute", compute, opts);
            new GkeKedaIdentity("keda", { project: "acme-agents", projectNumber: "123456789012" }, opts);
            const account = { mode: GkeIdentityMode.ServiceAccount, project: "acme-agents" };
            new GkeKedaIdentity("keda-account", account, opts);
            const pool = {
                project: "acme-agents",
                location: "europe-west1",
                clusterName: "agents",
                nodePoolName: "agents-spot",
                schedulerRegion: "europe-west1",
                locationPolicy: GkeLocationPolicy.Any,
            };
            new GkeScheduledScaler("workday", { ...pool, ...NODES }, opts);
        });
        expect(registered.map(({ urn }) => urn).sort()).toMatchInlineSnapshot(`
          [
            "urn:pulumi:stack::project::agent-autoscaling:index:GkeComputeClass$kubernetes:cloud.google.com/v1:ComputeClass::compute-compute-class",
            "urn:pulumi:stack::project::agent-autoscaling:index:GkeComputeClass::compute",
            "urn:pulumi:stack::project::agent-autoscaling:index:GkeKedaIdentity$gcp:projects/iAMMember:IAMMember::keda-account-monitoring",
            "urn:pulumi:stack::project::agent-autoscaling:index:GkeKedaIdentity$gcp:projects/iAMMember:IAMMember::keda-monitoring",
            "urn:pulumi:stack::project::agent-autoscaling:index:GkeKedaIdentity$gcp:serviceaccount/account:Account::keda-account-account",
            "urn:pulumi:stack::project::agent-autoscaling:index:GkeKedaIdentity$gcp:serviceaccount/iAMMember:IAMMember::keda-account-act-as",
            "urn:pulumi:stack::project::agent-autoscaling:index:GkeKedaIdentity::keda",
            "urn:pulumi:stack::project::agent-autoscaling:index:GkeKedaIdentity::keda-account",
            "urn:pulumi:stack::project::agent-autoscaling:index:GkeScheduledScaler$gcp:cloudscheduler/job:Job::workday-workday-closes",
            "urn:pulumi:stack::project::agent-autoscaling:index:GkeScheduledScaler$gcp:cloudscheduler/job:Job::workday-workday-opens",
            "urn:pulumi:stack::project::agent-autoscaling:index:GkeScheduledScaler$gcp:projects/iAMCustomRole:IAMCustomRole::workday-role",
            "urn:pulumi:stack::project::agent-autoscaling:index:GkeScheduledScaler$gcp:projects/iAMMember:IAMMember::workday-member",
            "urn:pulumi:stack::project::agent-autoscaling:index:GkeScheduledScaler$gcp:serviceaccount/account:Account::workday-account",
            "urn:pulumi:stack::project::agent-autoscaling:index:GkeScheduledScaler::workday",
            "urn:pulumi:stack::project::agent-autoscaling:index:GkeSpotNodePool$gcp:container/nodePool:NodePool::spot",
            "urn:pulumi:stack::project::agent-autoscaling:index:GkeSpotNodePool$gcp:container/nodePool:NodePool::spot-base",
            "urn:pulumi:stack::project::agent-autoscaling:index:GkeSpotNodePool$gcp:projects/iAMMember:IAMMember::spot-account-role",
            "urn:pulumi:stack::project::agent-autoscaling:index:GkeSpotNodePool$gcp:serviceaccount/account:Account::spot-account",
            "urn:pulumi:stack::project::agent-autoscaling:index:GkeSpotNodePool::spot",
          ]
        `);
    });
});

it("are written down for every component that other languages are offered", () => {
    const { resources } = JSON.parse(
        readFileSync(path.resolve(__dirname, "../../plugin/schema.json"), "utf8"),
    ) as { resources: object };
    const written = ["urns.test.ts", "cloud-urns.test.ts"]
        .map((file) => readFileSync(path.join(__dirname, file), "utf8"))
        .join("\n");
    const missing = Object.keys(resources).filter((token) => !written.includes(`stack::project::${token}::`));
    expect(missing).toEqual([]);
});
