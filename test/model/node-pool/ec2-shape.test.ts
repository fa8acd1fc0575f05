import { describe, expect, it } from "vitest";
import { ec2Architecture, ec2Shape } from "../../../model/node-pool";

describe("the shape of an EC2 instance type", () => {
    it.each([
        ["m7i.xlarge", 4, 16, 0],
        ["c7g.4xlarge", 16, 32, 0],
        ["r6i.large", 2, 16, 0],
        ["g5.xlarge", 4, 16, 1],
        ["p5.48xlarge", 192, 2048, 8],
    ])("%s has %i vCPUs, %i GiB and %i GPUs", (type, vcpu, memoryGib, gpus) => {
        expect(ec2Shape(type)).toMatchObject({ instanceType: type, vcpu, memoryGib, gpus });
    });

    it.each(["m7i.metal-24xl", "z9.large", "m7i", "", "constructor"])("does not guess that of %j", (type) => {
        expect(ec2Shape(type)).toBeUndefined();
    });
});

describe("the architecture of an EC2 instance type", () => {
    it.each([
        "m7g.large",
        "c8gn.xlarge",
        "t4g.medium",
        "r6gd.large",
        "im4gn.large",
        "is4gen.large",
        "a1.large",
    ])("%s is arm64", (type) => {
        expect(ec2Architecture(type)).toBe("arm64");
    });

    it.each([
        "m7i.large",
        "m7a.large",
        "g5.xlarge",
        "g6e.xlarge",
        "gr6.4xlarge",
        "m7i-flex.large",
        "t3.medium",
    ])("%s is x86_64", (type) => {
        expect(ec2Architecture(type)).toBe("x86_64");
    });
});
