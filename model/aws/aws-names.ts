import type { Syntax } from "../arguments";
import { problem, quote } from "../arguments";
import { AUTO_NAME_SUFFIX } from "../declared";
import type { Finding } from "../findings";

/** How a service names what a component makes without naming it. */
interface AwsName {
    readonly what: string;
    readonly longest: number;
    readonly form: RegExp;
    readonly characters: string;
}

/** IAM API, CreateRole RoleName. */
export const ROLE_NAME: AwsName = {
    what: "the name of an IAM role",
    longest: 64,
    form: /^[\w+=,.@-]+$/,
    characters: "letters, digits and _+=,.@-",
};

/**
 * Node groups (pulumi-aws, aws.eks.NodeGroup nodeGroupName). What else is named behind one may have more: a launch template
 * 128 characters, of which these are a part (EC2 API, CreateLaunchTemplate).
 */
export const NODE_GROUP_NAME: AwsName = {
    what: "the name of a node group of EKS",
    longest: 63,
    form: /^[A-Za-z0-9][\w-]*$/,
    characters: "letters, digits, dashes and underscores, a letter or digit in front",
};

/** EventBridge API, Rule Name. */
export const RULE_NAME: AwsName = {
    what: "the name of an EventBridge rule",
    longest: 64,
    form: /^[\w.-]+$/,
    characters: "letters, digits, dashes, dots and underscores",
};

/**
 * A component's name of which a service would refuse what is made.
 *
 * @param component The component's name.
 * @param name How the service names what is made.
 * @param behind What the component puts behind its own name, at its longest.
 */
export function componentNameProblems(
    component: unknown,
    { what, longest, form, characters }: AwsName,
    behind: string,
): Finding[] {
    const path = ["name"];
    if (typeof component !== "string") return [problem(path, "is not text", "give the component a name")];
    if (!form.test(component)) {
        return [
            problem(path, `is ${quote(component)}, of which ${what} cannot be made`, `use ${characters}`),
        ];
    }
    const most = longest - AUTO_NAME_SUFFIX - behind.length;
    if (component.length <= most) return [];
    return [
        problem(
            path,
            `has ${component.length} characters, and ${what} has ${longest} at most with ${behind.length + AUTO_NAME_SUFFIX} that are put behind it`,
            `use ${most} or fewer`,
        ),
    ];
}

/** The name of an EKS cluster (EKS API, CreateCluster name). */
export const CLUSTER_NAME: Syntax = {
    name: "the name of an EKS cluster",
    accepts: (given) => /^[A-Za-z0-9][\w-]{0,99}$/.test(given),
    fix: "use at most 100 letters, digits, dashes and underscores, a letter or digit in front",
};

/** The name of a queue that is not FIFO (SQS API, CreateQueue QueueName). */
export const QUEUE_NAME: Syntax = {
    name: "the name of an SQS queue",
    accepts: (given) => /^[\w-]{1,80}$/.test(given),
    fix: "use at most 80 letters, digits, dashes and underscores",
};
