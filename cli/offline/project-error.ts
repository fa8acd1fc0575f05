/** What is wrong with a Pulumi project, before anything of it is run. */
export class ProjectError extends Error {
    override readonly name = "ProjectError";

    constructor(
        /** Each problem with its place and its fix. */
        readonly problems: readonly string[],
    ) {
        super(problems.join("\n"));
    }
}
