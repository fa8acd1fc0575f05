import type { GroupShape, Syntax } from "../arguments";
import {
    DNS_NAME,
    boolean,
    choice,
    group,
    input,
    inputOf,
    inputListOf,
    integer,
    labelsOf,
    listOf,
    text,
    textOf,
} from "../arguments";
import { NODE_POOL_PROFILE_SHAPE } from "../pool";
import { CLUSTER_NAME } from "./aws-names";
import { NodeGroupPart, NodeGroupSizes, NodeSystem, WarmPoolState } from "./choices";
import { INSTANCE_TYPE } from "./instance-type";
import { TAGS } from "./tags";

/** Most updates that EKS makes at once (EKS API, NodegroupUpdateConfig). */
const MOST_UNAVAILABLE = 100;
/** The largest volume that is offered here: 16 TiB. */
const MOST_GIB = 16_384;

/** A release of an image that EKS publishes: Kubernetes' version, and a day or a commit. */
const RELEASE: Syntax = {
    name: "the release of an image",
    accepts: (given) => /^\d+\.\d+\.\d+-[0-9a-f]{8}$/.test(given),
    fix: 'name one, for example "1.34.1-20261101": what is called latest changes by itself, and every node with it',
};

/**
 * Cron expressions that Auto Scaling and this library read alike: numbers only, one minute, and one of the two fields for
 * days a star. Where both say something, or a star has a step, implementations of cron differ.
 */
const RECURRENCE: Syntax = {
    name: "a recurrence",
    accepts: (given) => {
        const fields = given.trim().split(/\s+/);
        const isPlain = fields.every((field) => /^(\*|\d+(-\d+)?(,\d+(-\d+)?)*)$/.test(field));
        const [minute = "", , dayOfMonth, , dayOfWeek] = fields;
        const hasOneMinute = /^\d+$/.test(minute);
        return fields.length === 5 && isPlain && hasOneMinute && (dayOfMonth === "*" || dayOfWeek === "*");
    },
    fix: 'write five fields: one minute, then numbers, ranges and lists, one of the two for days a star, as in "0 8 * * 1-5"',
};

const bounds = group(
    { minSize: integer(0), maxSize: integer(1), desiredSize: integer(0) },
    { required: ["minSize", "maxSize"] },
);

const schedule = group(
    {
        name: textOf(DNS_NAME),
        start: textOf(RECURRENCE),
        end: textOf(RECURRENCE),
        timeZone: text,
        minSize: integer(1),
        part: choice(NodeGroupPart),
    },
    { required: ["name", "start", "end", "timeZone", "minSize"] },
);

/** The form of `EksSpotNodeGroupArgs`. */
export const EKS_SPOT_NODE_GROUP_SHAPE: GroupShape = group(
    {
        clusterName: inputOf(CLUSTER_NAME),
        nodeRoleArn: input,
        subnetIds: inputListOf(input, true),
        profile: NODE_POOL_PROFILE_SHAPE,
        instanceTypes: listOf(textOf(INSTANCE_TYPE), true),
        spot: bounds,
        onDemandBase: bounds,
        sizes: choice(NodeGroupSizes),
        schedules: listOf(schedule),
        warmPool: group({
            minSize: integer(0),
            maxGroupPreparedCapacity: integer(1),
            state: choice(WarmPoolState),
            reuseOnScaleIn: boolean,
        }),
        repair: boolean,
        updateConfig: group(
            {
                maxUnavailable: integer(1, MOST_UNAVAILABLE),
                maxUnavailablePercentage: integer(1, MOST_UNAVAILABLE),
            },
            { exactlyOne: [["maxUnavailable", "maxUnavailablePercentage"]] },
        ),
        system: choice(NodeSystem),
        releaseVersion: textOf(RELEASE),
        volumeSizeGib: integer(1, MOST_GIB),
        labels: labelsOf(),
        tags: TAGS,
    },
    {
        required: ["clusterName", "nodeRoleArn", "subnetIds", "profile", "instanceTypes", "spot"],
    },
);
