import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { ComponentResource, output } from "@pulumi/pulumi";
import type { AutoscalingAdmissionArgs } from "../model/admission";
import { ADMISSION_TYPE, admissionPolicies, resolveAdmission } from "../model/admission";
import { outputsOf } from "./build";
import { refuse } from "./refuse";
import { registerChildren } from "./register";

/**
 * Bounds that the API server keeps (ValidatingAdmissionPolicy, Kubernetes 1.30): `kubectl scale`, an edit or another
 * program cannot go beyond what was checked in a preview, or is warned.
 *
 * Give it the same numbers as the pools. It knows only what is applied: to raise a bound together with a pool, apply
 * this component first, or let the user who applies be exempt. An object that is beyond a bound already may stay, be
 * labelled, scaled towards the bound, and deleted.
 */
export class AutoscalingAdmission extends ComponentResource {
    /** The type token, which policies and `isTypeOf` compare. */
    static readonly __pulumiType = ADMISSION_TYPE;

    /** The names of the policies, which have no namespace; each binding has the name of its policy. */
    public readonly policyNames: Output<string[]>;

    /**
     * @param name The start of the name of every policy; of all stacks of a cluster only one can have it.
     * @param args Which bounds hold in which namespaces, and what happens to a request beyond them.
     * @param opts Options of the component; providers, `protect` and `retainOnDelete` reach its children.
     */
    constructor(name: string, args: AutoscalingAdmissionArgs, opts?: ComponentResourceOptions) {
        const { admission, findings } = resolveAdmission(name, args);
        // Arguments of the wrong form may not survive the way to the engine (cycles, NaN), so none are sent.
        super(AutoscalingAdmission.__pulumiType, name, admission === undefined ? {} : args, opts);
        const declared = admission === undefined ? [] : admissionPolicies(admission);
        registerChildren(this, name, declared);
        this.policyNames = output(
            declared
                .filter(({ object }) => object.kind === "ValidatingAdmissionPolicy")
                .map(({ object }) => object.metadata["name"] as string),
        );
        this.registerOutputs(outputsOf({ policyNames: this.policyNames }, findings));
        refuse(this, name, findings, "AutoscalingAdmission");
    }
}
