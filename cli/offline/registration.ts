import type { SourcePosition, WireRegistration } from "./messages";

/** A resource that a program registered, with its inputs as far as they are known in a preview. */
export interface Registration extends Omit<WireRegistration, "inputs"> {
    /**
     * What the author gave, plus the stand-in name of `autoName`. Leaves are plain values, `Unknown` or
     * `Secret`; what a secret holds is not here.
     */
    readonly inputs: Readonly<Record<string, unknown>>;
    /**
     * The name in `inputs.metadata.name` where the author gave none and Kubernetes' provider will: the
     * resource's name with eight digits. The digits on the cluster will be others.
     */
    readonly autoName?: string;
    /** URNs of what must exist first: `dependsOn` and every resource that an input comes from. */
    readonly dependsOn: readonly string[];
    /** URNs of the resources that a property of the inputs comes from. */
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    /** URN of the provider that the program gave. */
    readonly provider?: string;
    /** Where the program made it, or made the component from a package that it belongs to. */
    readonly source?: SourcePosition;
    /** URNs of the providers that the program gave to a component, by package. */
    readonly providers: Readonly<Record<string, string>>;
}
