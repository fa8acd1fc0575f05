import type { ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy";
import { isCloudType } from "../model/declared";
import { POOL_TYPE } from "../model/pool";

type Inputs = Readonly<Record<string, unknown>>;

/** The inputs of resources by URN, kept for the life of the process: the SDK runs one pack in each, and each for one run. */
const seen = new Map<string, Inputs>();

/**
 * The part of a policy that keeps what was written. A stack policy is handed outputs: of a component only what it
 * registers as such, and of a cloud's resource what the cloud filled in beside what its author wrote. Each resource's
 * inputs are handed to resource policies before that, and a policy may be both (`isResourcePolicy` and `isStackPolicy`
 * of the SDK ask for a function each).
 */
export const seeingInputs: Pick<ResourceValidationPolicy, "validateResource"> = {
    validateResource: ({ type, urn, props }: ResourceValidationArgs) => {
        if (type === POOL_TYPE || isCloudType(type)) seen.set(urn, props as Inputs);
    },
};

/** The inputs of a resource; `undefined` where nobody was asked about it, as of a state that is judged from a file. */
export function inputsOf(urn: string): Inputs | undefined {
    return seen.get(urn);
}
