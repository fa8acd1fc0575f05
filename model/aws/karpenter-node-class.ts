import type { Declared, Leaf } from "../declared";
import { declare } from "../declared";
import type { KarpenterNodeClassArgs, KarpenterSelectorArgs } from "./karpenter-args";
import { KarpenterFlavor } from "./karpenter-choices";

type Fields = Readonly<Record<string, unknown>>;

/** Arguments of a node class whose Outputs are leaves. */
type ReadNodeClass = Omit<KarpenterNodeClassArgs, "role" | "instanceProfile"> & {
    readonly role?: Leaf<string>;
    readonly instanceProfile?: Leaf<string>;
};

/** Where a NodePool of a flavor finds its node class. */
export const NODE_CLASS_OF: Readonly<Record<KarpenterFlavor, { group: string; kind: string }>> = {
    SelfManaged: { group: "karpenter.k8s.aws", kind: "EC2NodeClass" },
    AutoMode: { group: "eks.amazonaws.com", kind: "NodeClass" },
};

/** IMDSv2 alone, and only for the node itself: one hop does not reach a pod. */
const METADATA_OPTIONS = {
    httpEndpoint: "enabled",
    httpProtocolIPv6: "disabled",
    httpPutResponseHopLimit: 1,
    httpTokens: "required",
};

/** Bottlerocket keeps its system on a disk of its own (Karpenter, concepts/nodeclasses). */
const BOTTLEROCKET_SYSTEM_GIB = 4;

/** The node class of a pool. */
export function karpenterNodeClass(
    name: string,
    args: KarpenterNodeClassArgs,
    flavor: KarpenterFlavor,
    labels: Readonly<Record<string, string>>,
): Declared {
    const { group, kind } = NODE_CLASS_OF[flavor];
    const read = args as ReadNodeClass;
    const spec = {
        ...(read.role === undefined ? { instanceProfile: read.instanceProfile } : { role: read.role }),
        subnetSelectorTerms: read.subnets.map(selector),
        securityGroupSelectorTerms: read.securityGroups.map(selector),
        ...(flavor === KarpenterFlavor.AutoMode ? autoModeFields(read) : ec2Fields(read)),
        ...(read.tags === undefined ? {} : { tags: read.tags }),
    };
    return declare(
        "node-class",
        { apiVersion: `${group}/v1`, kind, metadata: { name, labels }, spec },
        [
            [["metadata", "labels"], "labels", "mirrored"],
            [["spec"], "nodeClass"],
            [["spec", "amiSelectorTerms"], "nodeClass.amiAlias"],
            [["spec", "tags"], "nodeClass.tags", "mirrored"],
        ],
        { deleteBeforeReplace: true },
    );
}

function selector({ id, tags }: KarpenterSelectorArgs): Fields {
    return id === undefined ? { tags } : { id };
}

function autoModeFields({ diskGib }: ReadNodeClass): Fields {
    return diskGib === undefined ? {} : { ephemeralStorage: { size: `${diskGib}Gi` } };
}

function ec2Fields({ amiAlias = "", diskGib }: ReadNodeClass): Fields {
    return {
        amiSelectorTerms: [{ alias: amiAlias }],
        metadataOptions: METADATA_OPTIONS,
        ...(diskGib === undefined ? {} : { blockDeviceMappings: disks(amiAlias, diskGib) }),
    };
}

function disks(amiAlias: string, gib: number): Fields[] {
    return amiAlias.startsWith("bottlerocket@")
        ? [disk("/dev/xvda", BOTTLEROCKET_SYSTEM_GIB), disk("/dev/xvdb", gib)]
        : [disk("/dev/xvda", gib)];
}

function disk(deviceName: string, gib: number): Fields {
    return { deviceName, ebs: { volumeSize: `${gib}Gi`, volumeType: "gp3", encrypted: true } };
}
