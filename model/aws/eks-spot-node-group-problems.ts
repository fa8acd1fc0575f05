import type { Path } from "../declared";
import { problem } from "../arguments";
import type { Finding } from "../findings";
import { NodeCapacity } from "../pool";
import { NODE_GROUP_NAME, componentNameProblems } from "./aws-names";
import { NodeGroupSizes, NodeSystem } from "./choices";
import type { EksSpotNodeGroupArgs, NodeBoundsArgs } from "./eks-spot-node-group-args";
import { instanceTypeProblems } from "./instance-type-problems";
import { nodeLabelProblems } from "./node-label-problems";
import { nodeScheduleProblems } from "./node-schedule-problems";

/** What EKS allows in taints of a node group (EKS API, CreateNodegroup taints). */
const MOST_TAINTS = 50;
const LONGEST_TAINT_KEY = 63;
/** AWS, Spot Instance interruption notices. */
const SPOT_NOTICE_SECONDS = 120;

/** Combinations of arguments of which no node groups can be made, or other ones than those that the pods expect. */
export function eksSpotNodeGroupProblems(name: unknown, args: EksSpotNodeGroupArgs): Finding[] {
    const { spot, onDemandBase } = args;
    return [
        ...componentNameProblems(name, NODE_GROUP_NAME, onDemandBase === undefined ? "" : "-base"),
        ...capacityProblems(args),
        ...taintProblems(args),
        ...nodeLabelProblems(args),
        ...instanceTypeProblems(args),
        ...boundsProblems(["spot"], spot),
        ...(onDemandBase === undefined ? [] : boundsProblems(["onDemandBase"], onDemandBase)),
        ...warmPoolProblems(args),
        ...ownerProblems(args),
        ...nodeScheduleProblems(args),
    ];
}

function capacityProblems({ profile }: EksSpotNodeGroupArgs): Finding[] {
    const { capacity = NodeCapacity.OnDemand, noticeSeconds = 0 } = profile;
    if (capacity !== NodeCapacity.Spot) {
        return [
            problem(
                ["profile", "capacity"],
                `is ${capacity}, so that the pods would not expect to lose spot nodes`,
                "make the profile with nodePools.eksSpot",
            ),
        ];
    }
    if (noticeSeconds <= SPOT_NOTICE_SECONDS) return [];
    return [
        problem(
            ["profile", "noticeSeconds"],
            `is ${noticeSeconds}, and EC2 takes a spot instance ${SPOT_NOTICE_SECONDS} s after the notice`,
            `use ${SPOT_NOTICE_SECONDS}`,
        ),
    ];
}

function taintProblems({ profile }: EksSpotNodeGroupArgs): Finding[] {
    const { taints = [] } = profile;
    const path: Path = ["profile", "taints"];
    return [
        ...(taints.length > MOST_TAINTS
            ? [problem(path, `has ${taints.length}, and EKS takes ${MOST_TAINTS}`, "give fewer")]
            : []),
        ...taints.flatMap(({ key }, index) =>
            key.length > LONGEST_TAINT_KEY
                ? [
                      problem(
                          [...path, index, "key"],
                          `has ${key.length} characters, and EKS takes ${LONGEST_TAINT_KEY}`,
                          "use a shorter one",
                      ),
                  ]
                : [],
        ),
    ];
}

function boundsProblems(path: Path, { minSize, maxSize, desiredSize = minSize }: NodeBoundsArgs): Finding[] {
    if (minSize > maxSize) {
        return [
            problem(
                [...path, "minSize"],
                `is ${minSize}, above maxSize ${maxSize}`,
                `use ${maxSize} or less, or a maxSize of ${minSize} or more`,
            ),
        ];
    }
    if (desiredSize >= minSize && desiredSize <= maxSize) return [];
    return [
        problem(
            [...path, "desiredSize"],
            `is ${desiredSize}, not between minSize ${minSize} and maxSize ${maxSize}`,
            `use a number from ${minSize} to ${maxSize}`,
        ),
    ];
}

function warmPoolProblems({ warmPool, onDemandBase, system }: EksSpotNodeGroupArgs): Finding[] {
    if (warmPool === undefined) return [];
    const { minSize = 0, maxGroupPreparedCapacity, reuseOnScaleIn = false } = warmPool;
    return [
        ...(onDemandBase === undefined
            ? [
                  problem(
                      ["warmPool"],
                      "is given, and there are spot nodes alone, which cannot be kept warm",
                      "give onDemandBase, or warm the pods instead",
                  ),
              ]
            : []),
        ...(maxGroupPreparedCapacity !== undefined && minSize > maxGroupPreparedCapacity
            ? [
                  problem(
                      ["warmPool", "minSize"],
                      `is ${minSize}, above maxGroupPreparedCapacity ${maxGroupPreparedCapacity}`,
                      `use ${maxGroupPreparedCapacity} or less`,
                  ),
              ]
            : []),
        ...(reuseOnScaleIn && system === NodeSystem.Bottlerocket
            ? [
                  problem(
                      ["warmPool", "reuseOnScaleIn"],
                      "does not work with Bottlerocket",
                      "remove it, or use Al2023",
                  ),
              ]
            : []),
    ];
}

/** Two owners of one floor: a schedule moves it, and an update puts it back (terraform-aws-eks#1222). */
function ownerProblems({ sizes, schedules = [] }: EksSpotNodeGroupArgs): Finding[] {
    if (sizes !== NodeGroupSizes.Managed || schedules.length === 0) return [];
    return [
        problem(
            ["sizes"],
            "is Managed beside schedules: an update while a window is open writes the floor from outside of it",
            "use CreateOnly; to change a bound, remove schedules for the one update with Managed",
        ),
    ];
}
