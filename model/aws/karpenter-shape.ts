import type { GroupShape, Shape, Syntax } from "../arguments";
import {
    INT32_MAX,
    LABEL_VALUE,
    MACHINE,
    OBJECT_NAME,
    PODS_OR_PERCENT,
    POSITIVE_QUANTITY,
    boolean,
    choice,
    group,
    input,
    inputOf,
    integer,
    labelsOf,
    listOf,
    mapOf,
    seconds,
    text,
    textOf,
} from "../arguments";
import { NODE_POOL_PROFILE_SHAPE } from "../pool";
import {
    KarpenterArchitecture,
    KarpenterCapacityType,
    KarpenterConsolidation,
    KarpenterDisruptionReason,
    KarpenterFlavor,
} from "./karpenter-choices";
import { TAGS } from "./tags";

/** What the CRDs of Karpenter 1.14 allow: `minValues` and the size of a volume. */
const [MOST_MIN_VALUES, LARGEST_DISK_GIB] = [50, 59_000];

const SELECTED_TAG: Syntax = {
    name: "the key of a tag",
    accepts: (key) => key !== "" && key.length <= 128,
    fix: "use 1 to 128 characters",
};

/** Families of images for Linux whose alias may name a version. */
const AMI_ALIAS: Syntax = {
    name: "an alias of a machine image",
    accepts: (alias) => alias.length <= 30 && /^(al2023|bottlerocket)@[\w.-]+$/.test(alias),
    fix: 'write the family and its version, for example "al2023@v20261101" or "bottlerocket@v1.50.0"',
};

const values: Shape = listOf(textOf(LABEL_VALUE), true);
const selectors: Shape = listOf(
    group({ id: input, tags: mapOf(input, SELECTED_TAG, true) }, { exactlyOne: [["id", "tags"]] }),
    true,
);

const NODE_CLASS = group(
    {
        role: input,
        instanceProfile: input,
        subnets: selectors,
        securityGroups: selectors,
        amiAlias: textOf(AMI_ALIAS),
        diskGib: integer(1, LARGEST_DISK_GIB),
        tags: TAGS,
    },
    { required: ["subnets", "securityGroups"], exactlyOne: [["role", "instanceProfile"]] },
);

const REQUIREMENTS = group({
    instanceCategories: values,
    instanceFamilies: values,
    instanceSizes: values,
    instanceTypes: listOf(textOf(MACHINE), true),
    minGeneration: integer(1),
    architectures: listOf(choice(KarpenterArchitecture), true),
    zones: values,
    minInstanceTypes: integer(1, MOST_MIN_VALUES),
    minInstanceFamilies: integer(1, MOST_MIN_VALUES),
});

const DISRUPTION = group({
    consolidationPolicy: choice(KarpenterConsolidation),
    consolidateAfterSeconds: seconds,
    budgets: listOf(
        group(
            {
                nodes: textOf(PODS_OR_PERCENT),
                reasons: listOf(choice(KarpenterDisruptionReason), true),
                window: group(
                    { start: text, durationSeconds: integer(60, INT32_MAX), timeZone: text },
                    { required: ["start", "durationSeconds", "timeZone"] },
                ),
            },
            { required: ["nodes"] },
        ),
        true,
    ),
});

/** The form of `KarpenterNodePoolArgs`. */
export const KARPENTER_SHAPE: GroupShape = group(
    {
        flavor: choice(KarpenterFlavor),
        profile: NODE_POOL_PROFILE_SHAPE,
        limits: group({
            cpu: textOf(POSITIVE_QUANTITY),
            memory: textOf(POSITIVE_QUANTITY),
            nodes: integer(1),
        }),
        nodeClass: NODE_CLASS,
        nodeClassName: inputOf(OBJECT_NAME),
        capacityTypes: listOf(choice(KarpenterCapacityType), true),
        requirements: REQUIREMENTS,
        disruption: DISRUPTION,
        expireAfterSeconds: integer(60),
        terminationGracePeriodSeconds: integer(1),
        hasDoNotDisruptPods: boolean,
        weight: integer(1, 100),
        labels: labelsOf(),
    },
    { required: ["profile", "limits"], exactlyOne: [["nodeClass", "nodeClassName"]] },
);
