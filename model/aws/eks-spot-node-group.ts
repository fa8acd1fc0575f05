import { checkShape, plainCopy } from "../arguments";
import type { Declared, Leaf, OriginEntry } from "../declared";
import { CLOUD_TYPES, declareCloud, joinedText, outputOf, withUnknowns } from "../declared";
import type { Finding } from "../findings";
import { TaintEffect } from "../pool";
import { autoscalerTags } from "./autoscaler-tags";
import { NodeGroupPart, NodeGroupSizes, NodeSystem, WarmPoolState } from "./choices";
import type { EksSpotNodeGroupArgs, NodeBoundsArgs } from "./eks-spot-node-group-args";
import { eksSpotNodeGroupProblems } from "./eks-spot-node-group-problems";
import { EKS_SPOT_NODE_GROUP_SHAPE } from "./eks-spot-node-group-shape";
import { amiType, dataVolume } from "./node-image";
import { nodeSchedules } from "./node-schedules";

/** Pulumi's type token of the component. */
export const EKS_SPOT_NODE_GROUP_TYPE = "agent-autoscaling:index:EksSpotNodeGroup";

/** What EKS calls the effects of taints. */
const EFFECTS: Readonly<Record<TaintEffect, string>> = {
    NoSchedule: "NO_SCHEDULE",
    NoExecute: "NO_EXECUTE",
    PreferNoSchedule: "PREFER_NO_SCHEDULE",
};

const POOL_STATES: Readonly<Record<WarmPoolState, string>> = {
    Stopped: "STOPPED",
    Running: "RUNNING",
    Hibernated: "HIBERNATED",
};

/** The sizes of a group, all three of which an update sends together. */
const SIZES = ["scalingConfig.desiredSize", "scalingConfig.minSize", "scalingConfig.maxSize"];

/** A third at a time, as other modules have it (terraform-aws-eks). */
const UPDATE_PERCENTAGE = 33;
/** Several images of agents; EKS's own 20 GiB hold few. */
const VOLUME_GIB = 50;

/** Node groups, or the reasons why there are none. */
export interface EksSpotNodeGroupResolution {
    /** The launch template, the spot group, its base, and two actions for each window. */
    readonly declared: readonly Declared[];
    /** Errors, with which nothing is declared, and notes on what could not be compared. */
    readonly findings: readonly Finding[];
}

/** The arguments as they were read: identities may be known only later. */
interface Read extends Omit<EksSpotNodeGroupArgs, "clusterName" | "nodeRoleArn" | "subnetIds"> {
    readonly clusterName: Leaf<string>;
    readonly nodeRoleArn: Leaf<string>;
    readonly subnetIds: Leaf<readonly Leaf<string>[]>;
}

/** Decides a pool of spot nodes of EKS: which groups, of what sizes and when. */
export function resolveEksSpotNodeGroup(
    name: string,
    args: EksSpotNodeGroupArgs,
): EksSpotNodeGroupResolution {
    const { copy, findings: unreadable } = plainCopy(args);
    const shape = [...unreadable, ...checkShape(copy, EKS_SPOT_NODE_GROUP_SHAPE)];
    if (shape.length > 0) return { declared: [], findings: shape };
    const findings = eksSpotNodeGroupProblems(name, copy as EksSpotNodeGroupArgs);
    if (findings.some(({ severity }) => severity === "error")) return { declared: [], findings };
    const read = withUnknowns(copy, []) as Read;
    const { spot, onDemandBase, schedules = [] } = read;
    return {
        declared: [
            launchTemplate(name, read),
            nodeGroup(name, read, NodeGroupPart.Spot, spot),
            ...(onDemandBase === undefined
                ? []
                : [nodeGroup(name, read, NodeGroupPart.OnDemandBase, onDemandBase)]),
            ...startedFromNone(name, read),
            ...nodeSchedules(name, schedules, {
                Spot: {
                    role: roleOf(NodeGroupPart.Spot),
                    minSize: spot.minSize,
                    argument: "spot.minSize",
                },
                OnDemandBase: {
                    role: roleOf(NodeGroupPart.OnDemandBase),
                    minSize: onDemandBase?.minSize ?? 0,
                    argument: "onDemandBase.minSize",
                },
            }),
        ],
        findings,
    };
}

/** The role of a group among the component's children. */
function roleOf(part: NodeGroupPart): string {
    return part === NodeGroupPart.Spot ? "node-pool" : "base";
}

/** What an autoscaler has to know of groups that may have no node at which it could look. */
function startedFromNone(name: string, { spot, onDemandBase, profile, labels }: Read): Declared[] {
    const all = { ...profile.labels, ...labels };
    const tagsOf = (part: NodeGroupPart): Declared[] =>
        autoscalerTags(name, roleOf(part), all, profile.taints ?? []);
    return [
        ...(spot.minSize === 0 ? tagsOf(NodeGroupPart.Spot) : []),
        ...(onDemandBase?.minSize === 0 ? tagsOf(NodeGroupPart.OnDemandBase) : []),
    ];
}

/** What both groups start their instances from. It names no instance types: EKS takes those of the group (EKS user guide, managed node groups). */
function launchTemplate(name: string, args: Read): Declared {
    const { system = NodeSystem.Al2023, volumeSizeGib = VOLUME_GIB, tags = {} } = args;
    const tagged = Object.keys(tags).length === 0 ? [] : ["instance", "volume"];
    return declareCloud(
        "aws:ec2/launchTemplate:LaunchTemplate",
        "launch-template",
        `${name}-launch-template`,
        {
            description: `Nodes of ${args.profile.name}`,
            updateDefaultVersion: true,
            // Pods are one hop further away than the node: they do not get its role.
            metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
            blockDeviceMappings: [
                {
                    deviceName: dataVolume(system),
                    ebs: {
                        volumeSize: volumeSizeGib,
                        volumeType: "gp3",
                        encrypted: "true",
                        deleteOnTermination: "true",
                    },
                },
            ],
            ...(tagged.length === 0
                ? {}
                : { tagSpecifications: tagged.map((resourceType) => ({ resourceType, tags })) }),
            tags,
        },
        [[["blockDeviceMappings"], "volumeSizeGib"]],
    );
}

function nodeGroup(name: string, args: Read, part: NodeGroupPart, bounds: NodeBoundsArgs): Declared {
    const isSpot = part === NodeGroupPart.Spot;
    const { system = NodeSystem.Al2023, sizes = NodeGroupSizes.CreateOnly, tags = {} } = args;
    const { minSize, maxSize, desiredSize = minSize } = bounds;
    const { clusterName, nodeRoleArn, subnetIds, instanceTypes, releaseVersion, profile } = args;
    const role = roleOf(part);
    return declareCloud(
        CLOUD_TYPES.eksNodeGroup,
        role,
        isSpot ? name : `${name}-${role}`,
        {
            clusterName,
            nodeRoleArn,
            subnetIds,
            capacityType: isSpot ? "SPOT" : "ON_DEMAND",
            instanceTypes,
            amiType: amiType(system, instanceTypes[0] ?? ""),
            ...(releaseVersion === undefined ? {} : { releaseVersion }),
            scalingConfig: { minSize, maxSize, desiredSize },
            labels: { ...profile.labels, ...args.labels },
            taints: (profile.taints ?? []).map(({ key, value, effect = TaintEffect.NoSchedule }) => ({
                key,
                ...(value === undefined ? {} : { value }),
                effect: EFFECTS[effect],
            })),
            updateConfig: args.updateConfig ?? { maxUnavailablePercentage: UPDATE_PERCENTAGE },
            nodeRepairConfig: { enabled: args.repair ?? true },
            ...(isSpot ? {} : warmPoolConfig(args)),
            launchTemplate: {
                id: outputOf("launch-template", "id"),
                version: joinedText(outputOf("launch-template", "latestVersion")),
            },
            tags,
        },
        origins(isSpot ? "spot" : "onDemandBase"),
        sizes === NodeGroupSizes.CreateOnly ? { ignoreChanges: SIZES } : {},
    );
}

function warmPoolConfig({ warmPool }: Read): Record<string, unknown> {
    if (warmPool === undefined) return {};
    const { state = WarmPoolState.Stopped, ...sizes } = warmPool;
    return { warmPoolConfig: { ...sizes, poolState: POOL_STATES[state] } };
}

function origins(bounds: string): OriginEntry[] {
    return [
        [["clusterName"], "clusterName"],
        [["nodeRoleArn"], "nodeRoleArn"],
        [["subnetIds"], "subnetIds", "mirrored"],
        [["capacityType"], "profile.capacity"],
        [["instanceTypes"], "instanceTypes", "mirrored"],
        [["releaseVersion"], "releaseVersion"],
        [["scalingConfig"], bounds, "mirrored"],
        [["labels"], "profile.labels", "mirrored"],
        [["taints"], "profile.taints", "mirrored"],
        [["updateConfig"], "updateConfig", "mirrored"],
        [["nodeRepairConfig"], "repair"],
        [["warmPoolConfig"], "warmPool", "mirrored"],
    ];
}
