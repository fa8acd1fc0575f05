/** What a cloud would add to the inputs of a resource, as far as components hand it from one child to the next. */
export function cloudOutputs(type: string, name: string): Record<string, unknown> {
    if (!/^(aws|gcp):/.test(type)) return {};
    return {
        name: `${name}-made`,
        arn: `arn:aws:test:::${name}`,
        url: `https://queue.test/${name}`,
        email: `${name}@project.test`,
        project: "project",
        latestVersion: 3,
        nodeGroupName: `${name}-made`,
        resources: [{ autoscalingGroups: [{ name: `${name}-group` }] }],
    };
}
