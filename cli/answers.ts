import { InputError } from "./input-error";
import type { Answers } from "./offline";
import { readYaml } from "./read-yaml";

/** Reads a file of answers (YAML or JSON): results of provider functions and outputs of other stacks. */
export async function readAnswers(file: string): Promise<Answers> {
    const value = await readYaml(file);
    const members = typeof value === "object" && value !== null ? Object.keys(value) : [];
    if (members.length === 0 || members.some((member) => member !== "invokes" && member !== "stacks")) {
        throw new InputError(`${file}: must be an object with invokes or stacks`);
    }
    return value as Answers;
}
