import {
    choice,
    data,
    group,
    inputOf,
    integer,
    LABEL_VALUE,
    labelsOf,
    listOf,
    OBJECT_NAME,
    POSITIVE_QUANTITY,
    QUALIFIED_NAME,
    text,
    textOf,
} from "../arguments";
import { NodeCapacity, PlacementStrategy, TaintEffect } from "./choices";

const taint = group(
    { key: textOf(QUALIFIED_NAME), value: textOf(LABEL_VALUE), effect: choice(TaintEffect) },
    { required: ["key"] },
);

/** Most pods that a node is ever set up for. */
const MOST_PODS = 10_000;

/** A smaller share of one kind would need more values of the label than a small pool has nodes. */
const [LEAST_SHARE, MOST_SHARE] = [10, 90];

/** The form of `NodePoolProfileArgs`. */
export const NODE_POOL_PROFILE_SHAPE = group(
    {
        name: text,
        labels: labelsOf(),
        taints: listOf(taint),
        capacity: choice(NodeCapacity),
        onDemandShare: integer(LEAST_SHARE, MOST_SHARE),
        spreadLabel: textOf(QUALIFIED_NAME),
        noticeSeconds: integer(0),
        node: group(
            {
                cpu: textOf(POSITIVE_QUANTITY),
                memory: textOf(POSITIVE_QUANTITY),
                gpus: integer(0),
                pods: integer(1, MOST_PODS),
                instanceType: text,
            },
            { required: ["cpu", "memory"] },
        ),
    },
    { required: ["name"] },
);

/** The form of `PlacementArgs`. */
export const PLACEMENT_SHAPE = group({
    strategy: choice(PlacementStrategy),
    nodePool: NODE_POOL_PROFILE_SHAPE,
    nodeSelector: labelsOf(),
    tolerations: listOf(taint),
    affinity: data,
    nodeLossSeconds: integer(0),
    priorityClassName: inputOf(OBJECT_NAME),
});
