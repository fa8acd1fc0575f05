import { checkShape, plainCopy } from "../arguments";
import type { Declared, OriginEntry } from "../declared";
import { declare, withUnknowns } from "../declared";
import type { Finding } from "../findings";
import type { TaintArgs } from "../pool";
import { TaintEffect } from "../pool";
import type { KarpenterLimitsArgs, KarpenterNodePoolArgs } from "./karpenter-args";
import type { KarpenterPart } from "./karpenter-capacity";
import { karpenterParts } from "./karpenter-capacity";
import { KarpenterFlavor } from "./karpenter-choices";
import { goDuration, karpenterDisruption } from "./karpenter-disruption";
import { NODE_CLASS_OF, karpenterNodeClass } from "./karpenter-node-class";
import { karpenterProblems } from "./karpenter-problems";
import { karpenterRequirements } from "./karpenter-requirements";
import { KARPENTER_SHAPE } from "./karpenter-shape";

/** Pulumi's type token of the component. */
export const KARPENTER_NODE_POOL_TYPE = "agent-autoscaling:index:KarpenterNodePool";

const SPEC = ["spec", "template", "spec"];

const ORIGINS: readonly OriginEntry[] = [
    [["metadata", "name"], "name"],
    [["metadata", "labels"], "labels", "mirrored"],
    [["spec", "template"], "profile"],
    [["spec", "template", "metadata", "labels"], "profile.labels", "mirrored"],
    [[...SPEC, "taints"], "profile.taints", "mirrored"],
    [[...SPEC, "requirements"], "requirements"],
    [[...SPEC, "nodeClassRef"], "nodeClass"],
    [[...SPEC, "expireAfter"], "expireAfterSeconds"],
    [[...SPEC, "terminationGracePeriod"], "terminationGracePeriodSeconds"],
    [["spec", "limits"], "limits", "mirrored"],
    [["spec", "disruption"], "disruption"],
    [["spec", "disruption", "budgets"], "disruption.budgets", "mirrored"],
    [["spec", "weight"], "weight"],
];

/** A Karpenter pool, or the reasons why there is none. */
export interface KarpenterNodePoolResolution {
    /** The node class, where the pool has one of its own, and its NodePools. */
    readonly declared: readonly Declared[];
    readonly findings: readonly Finding[];
}

/**
 * Decides the NodePools of a pool and their node class.
 *
 * @param name The component's name, also that of the NodePool and its node class.
 * @example
 * resolveKarpenterNodePool("agents", { profile: karpenterProfile({ name: "agents" }), limits: { cpu: "200" }, nodeClassName: "default" })
 */
export function resolveKarpenterNodePool(
    name: string,
    args: KarpenterNodePoolArgs,
): KarpenterNodePoolResolution {
    const { copy, findings: unreadable } = plainCopy(args);
    const shape = [...unreadable, ...checkShape(copy, KARPENTER_SHAPE)];
    if (shape.length > 0) return { declared: [], findings: shape };
    const findings = karpenterProblems(name, copy as KarpenterNodePoolArgs);
    if (findings.length > 0) return { declared: [], findings };
    const read = withUnknowns(copy, []) as KarpenterNodePoolArgs;
    const { flavor = KarpenterFlavor.SelfManaged, nodeClass, labels = {} } = read;
    return {
        declared: [
            ...(nodeClass === undefined ? [] : [karpenterNodeClass(name, nodeClass, flavor, labels)]),
            ...karpenterParts(read).map((part) => nodePool(name, read, flavor, part)),
        ],
        findings,
    };
}

function nodePool(
    name: string,
    args: KarpenterNodePoolArgs,
    flavor: KarpenterFlavor,
    part: KarpenterPart,
): Declared {
    const { profile, labels = {}, weight, disruption = {}, requirements = {}, nodeClassName = name } = args;
    const template = {
        metadata: { labels: profile.labels ?? {} },
        spec: {
            nodeClassRef: { ...NODE_CLASS_OF[flavor], name: nodeClassName },
            requirements: karpenterRequirements(requirements, flavor, part),
            taints: (profile.taints ?? []).map(taint),
            ...lifetime(args),
        },
    };
    return declare(
        part.role,
        {
            apiVersion: "karpenter.sh/v1",
            kind: "NodePool",
            metadata: { name: `${name}${part.suffix}`, labels },
            spec: {
                template,
                limits: limits(args.limits),
                disruption: karpenterDisruption(disruption),
                ...(weight === undefined ? {} : { weight }),
            },
        },
        ORIGINS,
        {
            deleteBeforeReplace: true,
            // Karpenter's API refuses a change of either.
            replaceOnChanges: ["group", "kind"].map((field) => `spec.template.spec.nodeClassRef.${field}`),
            dependsOn: ["node-class"],
        },
    );
}

function lifetime({
    expireAfterSeconds: expire,
    terminationGracePeriodSeconds: grace,
}: KarpenterNodePoolArgs): Record<string, string> {
    return {
        ...(expire === undefined ? {} : { expireAfter: goDuration(expire) }),
        ...(grace === undefined ? {} : { terminationGracePeriod: goDuration(grace) }),
    };
}

function taint({ key, value, effect = TaintEffect.NoSchedule }: TaintArgs): Record<string, string> {
    return { key, ...(value === undefined ? {} : { value }), effect };
}

function limits({ nodes, ...amounts }: KarpenterLimitsArgs): Record<string, string> {
    return { ...amounts, ...(nodes === undefined ? {} : { nodes: String(nodes) }) };
}
