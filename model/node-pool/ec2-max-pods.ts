/**
 * Pods for which an instance has addresses, as the VPC CNI hands them out without prefixes, by size (awslabs/amazon-eks-ami
 * templates/shared/runtime/eni-max-pods.txt: network interfaces x (addresses of one - 1) + 2).
 */
const BY_SIZE: Readonly<Record<string, number>> = {
    large: 29,
    xlarge: 58,
    "2xlarge": 58,
    "4xlarge": 234,
    "8xlarge": 234,
};

/** The same of Intel's eighth generation, which has more interfaces. */
const EIGHTH_BY_SIZE: Readonly<Record<string, number>> = {
    large: 59,
    xlarge: 118,
    "2xlarge": 118,
    "4xlarge": 394,
    "8xlarge": 492,
};

/** Types that are not like others of their size. */
const BY_TYPE: Readonly<Record<string, number>> = {
    "t3.medium": 17,
    "t3.large": 35,
    "t4g.large": 35,
    "g4dn.xlarge": 29,
    "g5.xlarge": 58,
    "g6.xlarge": 58,
    "g6e.xlarge": 58,
    "p5.48xlarge": 100,
};

/** General, compute and memory instances of generations 5 to 7, and Graviton's eighth. */
const LIKE_OTHERS = /^[cmr](?:[567][a-z]*|8gd?)$/;
const EIGHTH = /^[cmr]8i(?:-flex)?$/;

/** For how many pods an instance type has addresses; `undefined` where that is not known here. */
export function ec2MaxPods(instanceType: string): number | undefined {
    const [family = "", size = ""] = instanceType.split(".");
    if (Object.hasOwn(BY_TYPE, instanceType)) return BY_TYPE[instanceType];
    const sizes = EIGHTH.test(family) ? EIGHTH_BY_SIZE : LIKE_OTHERS.test(family) ? BY_SIZE : undefined;
    return sizes !== undefined && Object.hasOwn(sizes, size) ? sizes[size] : undefined;
}
