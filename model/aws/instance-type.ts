import type { Syntax } from "../arguments";

/**
 * A family and a size (Amazon EC2, instance type naming conventions): series and generation, in some behind a dash
 * (`u-6tb1`, `mac-m4`), options behind them (`m7i-flex`, `p6-b200`), and one of the sizes of AWS' own list (aws-cdk-lib,
 * aws_ec2.InstanceSize).
 */
const FAMILY = /^[a-z]+(?:\d+[a-z]*|-[a-z]*\d+[a-z0-9]*)(?:-[a-z0-9]+)?$/;
const SIZE = /^(?:nano|micro|small|medium|x?large|(?:[2-9]|[1-9]\d+)xlarge|metal(?:-[1-9]\d*xl)?)$/;

/** The name of an EC2 instance type, of one that is in no table too. */
export const INSTANCE_TYPE: Syntax = {
    name: "the name of an EC2 instance type",
    accepts: (given) => {
        const [family = "", size = "", ...more] = given.split(".");
        return more.length === 0 && FAMILY.test(family) && SIZE.test(size);
    },
    fix: 'write family and size as EC2 has them, for example "m7i.xlarge", "m7i-flex.2xlarge" or "m7i.metal-24xl"',
};

/** The size of an instance type, which is what stands behind the dot. */
export function instanceSize(instanceType: string): string {
    return instanceType.slice(instanceType.indexOf(".") + 1);
}
